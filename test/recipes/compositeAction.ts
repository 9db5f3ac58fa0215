import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** What an action.yml says, as far as composite actions are run here. */
export interface Action {
	readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
	readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
	readonly runs: {
		readonly using: string;
		readonly steps: ReadonlyArray<{ readonly id?: string; readonly shell: string; readonly run: string; readonly env?: Readonly<Record<string, string>> }>;
	};
}

/** What a run of an action did: the exit status of its last step, what it printed, its outputs, and its part of the job's summary. */
export interface Ran {
	readonly status: number;
	readonly log: string;
	readonly outputs: Readonly<Record<string, string>>;
	readonly summary: string;
}

/** The action of a folder. */
export const actionOf = (folder: string): Action => parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Action;

/**
 * Runs a composite action as GitHub's runner does (docs.github.com, "Metadata syntax for GitHub Actions" and "Workflow commands"): inputs with their
 * defaults, expressions of inputs and outputs, bash with its documented options, files for outputs and the summary.
 */
export function runAction(folder: string, workspace: string, inputs: Readonly<Record<string, string>> = {}): Ran {
	const action = actionOf(folder);
	if (action.runs.using !== 'composite') throw new Error(`action.yml is not composite: ${action.runs.using}`);
	const given = Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value = '' }]) => [name, inputs[name] ?? value]));
	const outputs: Record<string, Record<string, string>> = {};
	const evaluated = (text: string) =>
		text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, expression: string) => {
			const [context, name = '', , output = ''] = expression.split('.');
			if (context === 'inputs') return given[name] ?? '';
			if (context === 'steps') return outputs[name]?.[output] ?? '';
			throw new Error(`${expression} is not known here`);
		});
	const files = mkdtempSync(join(tmpdir(), 'action-'));
	try {
		const summary = join(files, 'summary');
		let log = '';
		let status = 0;
		for (const [n, { id, shell, run, env = {} }] of action.runs.steps.entries()) {
			if (shell !== 'bash') throw new Error(`Shell ${shell} is not known here`);
			const [script, output] = [join(files, `${n}.sh`), join(files, `${n}.output`)];
			writeFileSync(script, evaluated(run));
			writeFileSync(output, '');
			const ran = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
				cwd: workspace,
				encoding: 'utf8',
				env: {
					...process.env,
					...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, evaluated(value)])),
					GITHUB_ACTIONS: 'true',
					GITHUB_ACTION_PATH: resolve(folder),
					GITHUB_WORKSPACE: workspace,
					GITHUB_OUTPUT: output,
					GITHUB_STEP_SUMMARY: summary,
				},
			});
			log += ran.stdout + ran.stderr;
			if (id !== undefined)
				outputs[id] = Object.fromEntries([...readFileSync(output, 'utf8').matchAll(/^([\w-]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]));
			status = ran.status ?? -1;
			if (status !== 0) break;
		}
		const told = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, evaluated(value)]));
		return { status, log, outputs: told, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
	} finally {
		rmSync(files, { recursive: true, force: true });
	}
}
