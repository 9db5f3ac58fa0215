import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { placeOf } from '../../../facts/go/body';
import { entry, isEntryBroken, isSetHandedOut } from '../../../facts/plugin/entry';
import { modulePath } from '../../../facts/plugin/module';
import { isScaffolding, scaffoldingModule } from '../../../facts/plugin/scaffolding';
import { setVersionCalls } from '../../../facts/plugin/version';
import { canSetVersion, settingVersion } from '../../../facts/plugin/versionFix';

export default defineRule({
	summary: 'The plugin sets its version before it runs',
	title: 'Plugin version not set',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/cmd/packer-sdc/internal/plugincheck/cmd.go',
	messages: { missing: 'Plugin set has no version, so `packer plugins install` rejects the plugin. Call `SetVersion` before `Run`.' },

	*check(read) {
		const [set] = read(entry)?.sets ?? [];
		if (set === undefined || read(setVersionCalls).length > 0 || read(isEntryBroken) || read(isSetHandedOut)) return;
		const fix = { title: 'Set plugin version', kind: 'safe' as const, edits: (read: Read) => settingVersion(read, set) };
		// The fix may import the version package, which would be one more import of the scaffolding to rename.
		const isNamedAfterScaffolding = read(modulePath) === scaffoldingModule && !read(isScaffolding);
		yield { at: placeOf(set, set.x), message: 'missing', ...(canSetVersion(read, set) && !isNamedAfterScaffolding ? { fix } : {}) };
	},
});
