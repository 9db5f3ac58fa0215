import { assemble } from './cli/assemble';
import { formats } from './cli/formats';
import type { Tool } from './cli/tool';
import type { Rules } from './engine/check';
import type { Services } from './lsp/services';

/** What the language server's private messages are answered with. A piece of the composition: only here do the server and the command line's formats meet. */
export function servicesOf(tool: Tool, rules: Rules, pages: () => Promise<Readonly<Record<string, string>>>): Services {
	return {
		async exportReport({ root, read, report: engine }, format) {
			const report = assemble('.', read, engine);
			return formats[format].write({
				tool,
				rules,
				report: { schemaVersion: 1, tool, plugins: [report], timings: { totalMs: 0, readMs: 0, parseMs: 0, rulesMs: 0 } },
				checked: [{ report, engine, read, folder: root, shown: path => path }],
				failOn: 'error',
				cwd: root,
				pages: format === 'sarif' ? await pages() : {},
				colours: false,
			});
		},
	};
}
