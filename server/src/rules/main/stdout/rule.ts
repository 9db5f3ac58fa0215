import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { placeOf, type Scope } from '../../../facts/go/body';
import { importing } from '../../../facts/go/imports';
import { print } from '../../../facts/go/print';
import { exprAt } from '../../../facts/go/resolve';
import { unimporting } from '../../../facts/go/unimporting';
import { stdoutWriters, type Write } from '../../../facts/plugin/stdout';
import { type Edit, replace } from '../../../text/edit';
import type { Place } from '../../../text/place';

export default defineRule({
	summary: 'The plugin leaves stdout to its answers to Packer',
	title: 'Output on stdout',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/plugin/server.go',
	threads: ['https://github.com/hashicorp/packer/issues/8479'],
	messages: {
		output: '`{call}` writes to stdout, so Packer cannot read what the plugin answers there. Use package `log`, or write to stderr.',
		log: '`{call}` sends the log to stdout, where Packer reads the address of the plugin. Packer cannot start its components.',
	},

	*check(read) {
		for (const { scope, writes } of stdoutWriters(read)) {
			const [first, ...others] = writes;
			const isAlone = (call: number) => scope.body.statements.some(s => s.kind === 'expression' && s.of === call);
			const isSettled = writes.every(({ kind, call }) => kind !== 'print' || isAlone(call));
			const fix = { title: 'Replace stdout with stderr', kind: 'safe' as const, edits: (read: Read) => toStderr(read, scope, writes) };
			yield {
				at: placeOf(scope, first.call),
				message: first.kind === 'log' ? 'log' : 'output',
				data: { call: print(scope.body, first.kind === 'log' ? first.call : first.fn) },
				related: others.map(({ call }) => ({ at: placeOf(scope, call), message: 'Writes to stdout, too' })),
				...(isSettled ? { fix } : {}),
			};
		}
	},
});

function toStderr(read: Read, scope: Scope, writes: readonly Write[]): readonly Edit[] {
	const prints = writes.filter(({ kind }) => kind === 'print').map(({ fn }) => ({ place: placeOf(scope, fn), fn }));
	const [first, ...others] = prints.map(({ place }) => place) as [Place?, ...Place[]];
	const log = first ? importing(read, scope.path, 'log', 'stdlog') : { edits: [], name: '' };
	const nameOf = (fn: number) => {
		const callee = exprAt(scope, fn);
		return callee.op === 'select' ? callee.name : '';
	};
	return [
		...log.edits,
		...(first ? unimporting(read, first, ...others) : []),
		...prints.map(({ place, fn }) => replace(place, `${log.name}.${nameOf(fn)}`)),
		...writes.flatMap(({ stdout }) => (stdout === undefined ? [] : [replace(placeOf(scope, stdout), print(scope.body, stdout).replace(/Stdout$/, 'Stderr'))])),
	];
}
