import { gte, valid } from 'semver';
import { defineRule } from '../../../engine/rule';
import { placeOf, type Scope } from '../../../facts/go/body';
import { denoted, exprAt } from '../../../facts/go/resolve';
import { replacement, sdkModule, sdkVersion } from '../../../facts/plugin/module';
import type { X } from '../../../syntax/go/body/body';
import { insertAfter, replace } from '../../../text/edit';

export default defineRule({
	summary: 'The version is made with NewPluginVersion',
	title: 'Deprecated version function',
	severity: 'info',
	item: 'address-feedback',
	tag: 'deprecated',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/version/version.go',
	messages: { deprecated: '`InitializePluginVersion` is deprecated since SDK v0.5.3. Use `NewPluginVersion`.' },

	on: {
		in: 'sources',
		importing: `${sdkModule}/version`,
		expressions: {
			call({ read, scope }, call) {
				const fn = denoted(read, scope, call.fn);
				if (fn?.kind !== 'package' || fn.path !== `${sdkModule}/version` || fn.name !== 'InitializePluginVersion') return undefined;
				const sdk = read(sdkVersion);
				if (sdk === undefined || !valid(sdk) || !gte(sdk, '0.5.3') || read(replacement, sdkModule) !== undefined) return undefined;
				const [, last] = call.args;
				const at = placeOf(scope, call.fn);
				const name = renamed(scope, call.fn);
				if (last === undefined || name === undefined || call.args.length !== 2 || call.spread) return [{ at, message: 'deprecated' as const }];
				const edits = [replace(at, name), insertAfter(placeOf(scope, last), ', ""')];
				return [{ at, message: 'deprecated' as const, fix: { title: 'Use NewPluginVersion', kind: 'safe' as const, edits } }];
			},
		},
	},
});

function renamed(scope: Scope, fn: X): string | undefined {
	const callee = exprAt(scope, fn);
	const of = callee.op === 'select' ? exprAt(scope, callee.of) : undefined;
	return of?.op === 'ref' ? `${of.name}.NewPluginVersion` : undefined;
}
