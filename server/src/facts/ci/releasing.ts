import { asText, get, items } from '../../syntax/yaml/lookup';
import type { Fact, Read } from '../core/database';
import { exists, text } from '../core/files';
import { repository } from '../core/inputs';
import { join } from '../core/paths';
import { elsewhere } from './elsewhere';
import { makeTargets, recipeOf } from './make';
import { type Command, commandsOf } from './shell';
import { type Job, type Step, setting, type Workflow, workflowPaths, workflows } from './workflows';
import { yamlFile } from './yaml';

/** How a step puts files on the release page: with GoReleaser, or by hand. */
export interface Publishes {
	readonly how: 'goreleaser' | 'upload';
	/** The GoReleaser config that it names. */
	readonly config?: string;
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
	/** Whether something that we cannot look into may publish it as well. */
	readonly unknown: boolean;
}

/** The steps of the workflows that publish a release. */
export const releasing: Fact<Releasing> = read => {
	const steps: Release[] = [];
	let unknown = read(repository).subdirectory !== '' || read(elsewhere) || read(workflowPaths).some(path => (read(yamlFile, path)?.problems.length ?? 1) > 0);
	for (const workflow of read(workflows)) {
		for (const job of workflow.jobs) {
			if (job.uses && !job.uses.text.startsWith('./') && /releas|publish/i.test(job.uses.text + workflow.name)) unknown = true;
			for (const step of job.steps) {
				const found = ofStep(read, step);
				unknown ||= found.unknown;
				steps.push(...found.publishes.map(publishes => ({ ...publishes, workflow, job, step })));
			}
		}
	}
	return { steps, unknown };
};

interface Found {
	readonly publishes: readonly Publishes[];
	readonly unknown: boolean;
}

const nothing: Found = { publishes: [], unknown: false };
const cannotTell: Found = { publishes: [], unknown: true };
const uploads: Found = { publishes: [{ how: 'upload', action: false }], unknown: false };
const uploaders =
	/^(?:softprops\/action-gh-release|ncipollo\/release-action|actions\/upload-release-asset|svenstaro\/upload-release-action|AButler\/upload-release-assets|wangyoucao577\/go-release-action|shogo82148\/actions-upload-release-asset|xresloader\/upload-to-github-release)@/i;

function ofStep(read: Read, step: Step): Found {
	const uses = step.uses?.text ?? '';
	if (/^goreleaser\/goreleaser-action@/i.test(uses)) {
		if (setting(step.with, 'install-only')?.text === 'true') return nothing;
		return goreleaser(commandsOf(setting(step.with, 'args')?.text ?? '')[0]?.words ?? [], true);
	}
	if (uploaders.test(uses)) return uploads;
	if (uses.startsWith('./')) return ofLocalAction(read, uses);
	return step.run ? ofScript(read, step.run.text, 0) : nothing;
}

/** A composite action of this repository. The one that notifies the integrations portal is checked out to a folder of its own. */
function ofLocalAction(read: Read, uses: string): Found {
	const dir = join(uses);
	if (dir === undefined || /(?:^|\/)integration-release-action\/?$/.test(dir)) return nothing;
	const file = read(yamlFile, join(dir, 'action.yml') ?? '') ?? read(yamlFile, join(dir, 'action.yaml') ?? '');
	if (file === undefined) return cannotTell;
	const steps = items(get(file.root, 'runs', 'steps'));
	if (steps.some(step => asText(get(step, 'uses'))?.startsWith('goreleaser/goreleaser-action@'))) return cannotTell;
	return together(steps.map(step => ofScript(read, asText(get(step, 'run')) ?? '', 0)));
}

function ofScript(read: Read, script: string, depth: number): Found {
	if (depth > 3) return cannotTell;
	return together(commandsOf(script).map(command => ofCommand(read, command, depth)));
}

function ofCommand(read: Read, { words, moved }: Command, depth: number): Found {
	const [name = '', ...args] = words;
	const program = name
		.replace(/^['"]|['"]$/g, '')
		.split('/')
		.at(-1) as string;
	if (/^(?:goreleaser|\$[({]?goreleaser[)}]?)$/i.test(program)) return goreleaser(args, false);
	const image = words.findIndex(word => /(?:^|\/)goreleaser\/goreleaser(?:\/v2)?(?:[@:].*)?$/.test(word));
	if (image !== -1 && (args[0] === 'run' || program === 'docker')) return goreleaser(words.slice(image + 1), false);
	if (program === 'gh' && args[0] === 'release' && /^(?:create|upload)$/.test(args[1] ?? '')) return uploads;
	if (program === 'ghr' || (program === 'hub' && args[0] === 'release') || words.some(word => word.includes('uploads.github.com'))) return uploads;
	if (/^(?:task|just|mage|earthly|dagger|semantic-release|invoke)$/.test(program)) return cannotTell;
	if (/^g?make$/.test(program)) return moved || args.some(arg => /^(?:-C|-f|--directory|--file)/.test(arg)) ? nothing : ofMake(read, args, depth);
	const scripts = words.filter(word => /^[\w./-]+$/.test(word) && (/\.(?:sh|bash)$/.test(word) || (word === name && word.startsWith('./'))));
	return together(
		scripts.map(word => {
			const path = join(word);
			if (moved || path === undefined || !read(exists, path)) return nothing;
			const source = read(text, path);
			return source === undefined ? cannotTell : ofScript(read, source, depth + 1);
		}),
	);
}

function ofMake(read: Read, args: readonly string[], depth: number): Found {
	const make = read(makeTargets);
	if (make === undefined) return nothing;
	return together(
		args
			.filter(arg => /^[\w.-]+$/.test(arg) && !arg.startsWith('-'))
			.map(target => {
				const recipe = recipeOf(make, target);
				if (recipe === undefined) return make.complete ? nothing : cannotTell;
				return ofScript(read, recipe.map(line => line.replace(/^[@+-]+/, '')).join('\n'), depth + 1);
			}),
	);
}

/** Flags whose value is the next word. */
const valued = /^(?:-f|--config|--timeout|-p|--parallelism|--release-notes|--release-header|--release-footer|--skip|-o|--output|--id)$/;

/** What `goreleaser args` does: it publishes unless it only checks, builds or rehearses. */
function goreleaser(args: readonly string[], action: boolean): Found {
	const command = args.find((arg, i) => !arg.startsWith('-') && !valued.test(args[i - 1] ?? '')) ?? 'release';
	if (command !== 'release' && !command.includes('$')) return nothing;
	if (args.some((arg, i) => /^--(?:snapshot|skip-publish)(?:=true)?$/.test(arg) || (/^--skip/.test(arg) && /publish/.test(`${arg} ${args[i + 1] ?? ''}`))))
		return nothing;
	const at = args.findIndex(arg => /^(?:--config|-f)(?:=|$)/.test(arg));
	const config = at === -1 ? undefined : ((args[at] as string).split('=')[1] ?? args[at + 1]);
	return { publishes: [{ how: 'goreleaser', action, ...(config === undefined ? {} : { config }) }], unknown: false };
}

const together = (all: readonly Found[]): Found => ({ publishes: all.flatMap(f => f.publishes), unknown: all.some(f => f.unknown) });
