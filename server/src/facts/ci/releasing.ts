import { asText, get, items } from '../../syntax/yaml/lookup';
import type { Fact, Read } from '../core/database';
import { filesIn, text } from '../core/files';
import { repository } from '../core/inputs';
import { join } from '../core/paths';
import { elsewhere } from './elsewhere';
import { makeTargets } from './make';
import { type Running, runs, runsOfTarget } from './running';
import { type Command, commandsOf } from './shell';
import { type Job, type Step, setting, type Workflow, workflowPaths, workflows } from './workflows';
import { yamlFile } from './yaml';

/** How a step puts files on the release page: with GoReleaser, or by hand. */
export interface Publishes {
	readonly how: 'goreleaser' | 'upload';
	/** The GoReleaser config that it names; null where we cannot follow which one it reads. */
	readonly config?: string | null;
	/** Whether GoReleaser's own action runs it; else a script, whose environment is more than the step's. */
	readonly action: boolean;
}

/** A step that publishes, and where it is. */
export interface Release extends Publishes {
	readonly workflow: Workflow;
	readonly job: Job;
	readonly step: Step;
}

/** What publishes the plugin. */
export interface Releasing {
	readonly steps: readonly Release[];
	/** What scripts and targets of the Makefile publish that no workflow calls: somebody runs them by hand. */
	readonly byHand: readonly Publishes[];
	/** Whether a workflow runs GoReleaser to check, build or rehearse only. */
	readonly rehearsed: boolean;
	/** Whether something that we cannot look into may publish it as well. */
	readonly unknown: boolean;
}

/** Who publishes a release: steps of the workflows, or scripts and targets that somebody runs by hand. */
export const releasing: Fact<Releasing> = read => {
	const steps: Release[] = [];
	let unknown = read(repository).subdirectory !== '' || read(elsewhere) || read(workflowPaths).some(path => (read(yamlFile, path)?.problems.length ?? 1) > 0);
	let rehearsed = false;
	for (const workflow of read(workflows)) {
		for (const job of workflow.jobs) {
			if (job.uses && !job.uses.text.startsWith('./')) unknown = true;
			for (const step of job.steps) {
				const found = ofStep(read, job, step);
				unknown ||= found.unknown;
				rehearsed ||= found.rehearses;
				steps.push(...found.publishes.map(publishes => ({ ...publishes, workflow, job, step })));
			}
		}
	}
	return { steps, byHand: steps.length > 0 ? [] : byHand(read), rehearsed, unknown };
};

interface Found {
	readonly publishes: readonly Publishes[];
	readonly rehearses: boolean;
	readonly unknown: boolean;
}

const nothing: Found = { publishes: [], rehearses: false, unknown: false };
const cannotTell: Found = { ...nothing, unknown: true };
const rehearsal: Found = { ...nothing, rehearses: true };
const uploads: Found = { ...nothing, publishes: [{ how: 'upload', action: false }] };
const uploaders =
	/^(?:softprops\/action-gh-release|ncipollo\/release-action|actions\/upload-release-asset|svenstaro\/upload-release-action|AButler\/upload-release-assets|wangyoucao577\/go-release-action|shogo82148\/actions-upload-release-asset|xresloader\/upload-to-github-release)@/i;
/** Actions that say "release" and put no files on one. */
const announcers = /integration-release-action|release-drafter|release-please|release-changelog|latest-release|create-release@|\/changelog/i;

function ofStep(read: Read, job: Job, step: Step): Found {
	const uses = step.uses?.text ?? '';
	const dir = step.workingDirectory ?? job.workingDirectory;
	if (/^goreleaser\/goreleaser-action@/i.test(uses)) {
		if (setting(step.with, 'install-only')?.text === 'true') return nothing;
		// What an expression gives is only known when the workflow runs.
		const args = (setting(step.with, 'args')?.text ?? '').replace(/\$\{\{[\s\S]*?\}\}/g, '$expression');
		return goreleaser(commandsOf(args)[0]?.words ?? [], true, setting(step.with, 'workdir')?.text);
	}
	if (uploaders.test(uses)) return uploads;
	if (uses.startsWith('./')) return ofLocalAction(read, uses);
	if (/releas|publish/i.test(uses.replace(/@.*/, '')) && !announcers.test(uses)) return cannotTell;
	return step.run ? ofScript(read, step.run.text, dir) : nothing;
}

/** A composite action of this repository. The one that notifies the integrations portal is checked out to a folder of its own. */
function ofLocalAction(read: Read, uses: string): Found {
	const dir = join(uses);
	if (dir === undefined || /(?:^|\/)integration-release-action\/?$/.test(dir)) return nothing;
	const file = read(yamlFile, join(dir, 'action.yml') ?? '') ?? read(yamlFile, join(dir, 'action.yaml') ?? '');
	if (file === undefined) return cannotTell;
	const steps = items(get(file.root, 'runs', 'steps'));
	if (steps.some(step => /releas/i.test(asText(get(step, 'uses')) ?? ''))) return cannotTell;
	return all(steps.map(step => ofScript(read, asText(get(step, 'run')) ?? '')));
}

const ofScript = (read: Read, script: string, dir?: string): Found => ofRun(runs(read, script), dir);

function ofRun({ commands, complete }: Running, dir?: string): Found {
	return all([...commands.map(command => ofCommand(command, dir)), complete ? nothing : cannotTell]);
}

function ofCommand({ words, moved }: Command, dir?: string): Found {
	const [name = '', ...args] = words;
	const program = name.split('/').at(-1) as string;
	if (/^(?:goreleaser|\$[({]?goreleaser[)}]?)$/i.test(program)) return goreleaser(args, false, moved ? '?' : dir);
	const image = words.findIndex(word => /(?:^|\/)goreleaser\/goreleaser(?:-pro)?(?:\/v\d+)?(?:[@:].*)?$/.test(word));
	if (image !== -1 && (args[0] === 'run' || program === 'docker')) return goreleaser(words.slice(image + 1), false, dir);
	if (program === 'go' && args[0] === 'run' && /^github\.com\/goreleaser\/goreleaser(?:\/v\d+)?(?:@.*)?$/.test(args[1] ?? ''))
		return goreleaser(args.slice(2), false, dir);
	if (program === 'gh' && args[0] === 'release' && /^(?:create|upload)$/.test(args[1] ?? '')) return uploads;
	if (program === 'ghr' || program === 'github-release' || (program === 'hub' && args[0] === 'release')) return uploads;
	if (words.some(word => word.includes('uploads.github.com'))) return uploads;
	return words.some(word => /^semantic-release$|\breleas\w*\.(?:py|js|mjs|ts|rb|pl|go)$/.test(word)) ? cannotTell : nothing;
}

/** Flags whose value is the next word. */
const valued = /^(?:-f|--config|--timeout|-p|--parallelism|--release-notes|--release-header|--release-footer|--skip|-o|--output|--id)$/;

/** What `goreleaser args` does in a directory: it publishes unless it only checks, builds or rehearses. */
function goreleaser(args: readonly string[], action: boolean, dir = ''): Found {
	const command = args.find((arg, i) => !arg.startsWith('-') && !valued.test(args[i - 1] ?? '')) ?? 'release';
	// The last two are GoReleaser Pro's, for what `--split` built and `--prepare` left.
	if (!/^(?:release|continue|publish)$/.test(command) && !command.includes('$')) return rehearsal;
	if (
		args.some(
			(arg, i) => /^--(?:snapshot|skip-publish|split|prepare)(?:=true)?$/.test(arg) || (/^--skip/.test(arg) && /publish/.test(`${arg} ${args[i + 1] ?? ''}`)),
		)
	)
		return rehearsal;
	const at = args.findIndex(arg => /^(?:--config|-f)(?:=|$)/.test(arg));
	const named = at === -1 ? undefined : ((args[at] as string).split('=')[1] ?? args[at + 1]);
	const here = /^(?:\.\/?)?$/.test(dir);
	const config = named === undefined ? (here ? undefined : null) : here && !named.includes('$') ? named : null;
	return { ...nothing, publishes: [{ how: 'goreleaser', action, ...(config === undefined ? {} : { config }) }] };
}

const all = (found: readonly Found[]): Found => ({
	publishes: found.flatMap(f => f.publishes),
	rehearses: found.some(f => f.rehearses),
	unknown: found.some(f => f.unknown),
});

/** What the targets of the Makefile and the scripts of the repository publish. */
function byHand(read: Read): readonly Publishes[] {
	const targets = read(makeTargets)?.targets ?? [];
	const scripts = ['', 'scripts', 'script', 'hack', 'ci', '.ci', 'build', 'tools', 'bin'].flatMap(dir =>
		read(filesIn, dir).flatMap(name => (/\.(?:sh|bash)$/.test(name) ? [dir === '' ? name : `${dir}/${name}`] : [])),
	);
	return [
		...targets.flatMap(({ name }) => ofRun(runsOfTarget(read, name) ?? { commands: [], complete: true }).publishes),
		...scripts.flatMap(path => ofScript(read, read(text, path) ?? '').publishes),
	];
}
