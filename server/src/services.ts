import { assemble } from './cli/assemble';
import { formats } from './cli/formats';
import type { Tool } from './cli/tool';
import { draft, outgoing } from './drafts/draft';
import type { Material } from './drafts/material';
import type { Rules } from './engine/check';
import { identity } from './facts/plugin/identity';
import { generation } from './generate/command';
import { unified } from './generate/unified';
import { Rendered } from './integration/rendered';
import { integrationReport } from './integration/view';
import type { PluginState, Services } from './lsp/services';
import { inMemory } from './published/http';
import { publishedReport } from './published/report';
import { safeFixes } from './safeFixes';
import { addComponent } from './scaffold/component';
import { newPlugin } from './scaffold/plugin';
import { readinessWorkflow } from './scaffold/repository/readiness';
import type { Grammars } from './syntax/grammars';
import { create } from './text/edit';
import { decode } from './workspace/decode';
import { type FileSystem, joinBelow } from './workspace/fileSystem';
import { largestFile } from './workspace/interest';

/** What the services need of their surroundings. */
export interface Surroundings {
	readonly tool: Tool;
	readonly rules: Rules;
	readonly pages: () => Promise<Readonly<Record<string, string>>>;
	readonly fs: FileSystem;
	/** The Go module cache, where there may be one. */
	readonly moduleCache?: string;
	readonly grammars: () => Promise<Grammars>;
	/** The time now, as ISO 8601. */
	readonly date: () => string;
}

/** What the language server's private messages are answered with. A piece of the composition: only here do the server and the command line's formats meet. */
export function servicesOf({ tool, rules, pages, fs, moduleCache, grammars, date }: Surroundings): Services {
	const materialOf = async (state: PluginState): Promise<Material> => {
		const { report, recorded, settings } = state;
		const log = await keptLog(fs, state);
		return { report, rules: Object.keys(rules), recorded, target: settings.target, date: date(), ...(log === undefined ? {} : { log }) };
	};
	const memory = inMemory();
	const rendered = new Rendered();
	return {
		async draft(state, kind) {
			return draft(state.read, kind, await materialOf(state));
		},

		async draftOutgoing(state, kind, text) {
			return outgoing(state.read, kind, text, await materialOf(state));
		},

		async exportReport({ root, read, report: engine, recorded }, format) {
			const report = assemble('.', read, engine, recorded);
			const { text } = formats[format].write({
				tool,
				rules,
				report: { schemaVersion: 1, tool, plugins: [report], timings: { totalMs: 0, readMs: 0, parseMs: 0, rulesMs: 0 } },
				checked: [{ report, engine, read, folder: root, shown: path => path }],
				failOn: 'error',
				cwd: root,
				pages: format === 'sarif' ? await pages() : {},
				colors: false,
			});
			return text;
		},

		newPlugin: async ({ name, owner }) => newPlugin({ name, owner }, await grammars()),

		newComponent: ({ read }, { component, name }) => addComponent(read, component, name),

		newWorkflow: ({ read }) => readinessWorkflow(read, tool.version),

		safeFixes: (state, path) => safeFixes(rules, { fs, ...(moduleCache === undefined ? {} : { moduleCache }) }, state, path),

		published({ read }, http) {
			const { owner, name } = read(identity);
			if (owner === undefined) throw new Error('No git remote `origin` and no module path names the GitHub repository.');
			return publishedReport({ http, memory, date }, owner, name);
		},

		integration: ({ read, settings: { target } }, asked) => rendered.during(render => integrationReport(read, { ...asked, target, render })),

		generate({ read }) {
			const { writes, unwritable, unknown, unconfirmed } = generation(read);
			return {
				edits: writes.map(({ path, text }) => create(path, text, { overwrite: true })),
				files: writes.map(({ path, before, text }) => ({ path, text, diff: unified({ path, before, after: text }) })),
				notes: [...unwritable, ...unknown, ...unconfirmed].map(({ path, sentence }) => `${path}: ${sentence}`),
			};
		},
	};
}

/** The log of the acceptance tests that was kept; undefined if there is none, or it cannot be read. */
async function keptLog(fs: FileSystem, { root, recorded: { run } }: PluginState): Promise<string | undefined> {
	if (typeof run?.log !== 'string') return undefined;
	const path = run.log.replaceAll('\\', '/');
	try {
		const state = decode(await fs.read(/^(?:\/|[A-Za-z]:\/)/.test(path) ? path : joinBelow(root, path), largestFile));
		return 'text' in state ? state.text : undefined;
	} catch {
		return undefined;
	}
}
