import { defineRule } from '../../../engine/rule';
import { uncanceledCalls } from '../../../facts/component/backgrounds';
import { placeOf } from '../../../facts/go/body';
import { scopeAt } from '../../../facts/go/calls';
import { print } from '../../../facts/go/print';
import { exprAt } from '../../../facts/go/resolve';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Calls get the context that Packer cancels',
	title: 'Call that cannot be canceled',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	threads: ['https://github.com/cirruslabs/packer-plugin-tart/pull/66'],
	messages: {
		other: '`{context}` is never canceled, so `{call}` goes on when the build is canceled. Pass on the context of `{function}`.',
	},

	*check(read) {
		for (const { contexts, function: own, atHand, ...where } of read(uncanceledCalls)) {
			const scope = scopeAt(read, where);
			const [first, ...others] = contexts;
			const called = first && exprAt(scope, first.call);
			if (first === undefined || called?.op !== 'call') continue;
			const edits = contexts.map(({ x }) => replace(placeOf(scope, x), own.ctx ?? ''));
			const fn = exprAt(scope, called.fn);
			yield {
				at: placeOf(scope, first.x),
				message: 'other',
				data: {
					context: print(scope.body, first.x),
					call: fn.op === 'select' ? fn.name : print(scope.body, called.fn),
					function: where.decl.replace(/^.*\.|#\d+$/g, ''),
				},
				related: others.map(({ x }) => ({ at: placeOf(scope, x), message: 'Is never canceled, too' })),
				...(atHand ? { fix: { title: `Pass ${own.ctx}`, kind: 'offer' as const, edits } } : {}),
			};
		}
	},
});
