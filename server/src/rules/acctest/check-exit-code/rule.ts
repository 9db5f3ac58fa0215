import { defineRule } from '../../../engine/rule';
import { functionAt, parametersOf, usesLocal } from '../../../facts/acctest/checkFunction';
import { checksNothing, failsAfter, failsAtEnd } from '../../../facts/acctest/checks';
import { exitCodeCheck, mayRefuse, readsLogOnly } from '../../../facts/acctest/exitCode';
import { isRunWith } from '../../../facts/acctest/running';
import { testCaseOf } from '../../../facts/acctest/testCase';
import { acctest } from '../../../facts/acctest/tests';
import type { Read } from '../../../facts/core/database';
import { placeOf } from '../../../facts/go/body';
import { exprAt } from '../../../facts/go/resolve';

export default defineRule({
	summary: 'A check of an acceptance test reads the exit code of the build',
	title: 'Exit code not checked',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/acctest/pluginacc.go',
	messages: {
		unread: '`Check` looks at the log only, and `TestPlugin` ignores the exit code of `packer build`. A build that fails later passes the test.',
	},

	on: {
		in: 'tests',
		importing: acctest,
		expressions: {
			composite({ read, scope }, literal, x) {
				const fields = testCaseOf(read, scope, x)?.fields;
				const check = fields?.get('Check');
				if (check === undefined || !isRunWith(scope, x, 'Check') || checksNothing(read, scope, check)) return undefined;
				const fn = functionAt(read, scope, check);
				const [command] = fn === undefined ? [] : parametersOf(fn);
				const maker = exprAt(scope, check);
				const made = maker.op === 'call' ? { scope, args: maker.args } : undefined;
				if (fn === undefined || (command !== undefined && usesLocal(fn, command)) || !readsLogOnly(read, fn, made)) return undefined;
				if (fields === undefined || mayRefuse(read, scope, fields)) return undefined;
				if (failsAfter(read, scope, literal, x) || failsAtEnd(read, scope, fields.get('Teardown'))) return undefined;
				const name = command === undefined ? undefined : fn.scope.body.locals[command]?.name;
				const fixable = fn.literal !== undefined && name !== undefined && name !== '_';
				const fix = { title: 'Add exit code check', kind: 'offer' as const, edits: (read: Read) => exitCodeCheck(read, fn, name ?? '') };
				return [{ at: placeOf(scope, check), message: 'unread' as const, ...(fixable ? { fix } : {}) }];
			},
		},
	},
});
