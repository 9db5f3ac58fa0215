import type { Fact, Read } from '../core/database';
import { filesIn, text } from '../core/files';
import { repository } from '../core/inputs';
import { elsewhere } from './elsewhere';
import { localAction } from './localAction';
import { makeTargets } from './make';
import { possibleTexts } from './possible';
import { all, cannotTell, type Found, goreleaser, nothing, ofCommand, type Publishes, rehearsal, uploads } from './publishing';
import { type Running, runs, runsOfTarget } from './running';
import { commandsOf } from './shell';
import { type Job, type Step, setting, type Workflow, workflowPaths, workflows } from './workflows';
import { yamlFile } from './yaml';

export type { Publishes } from './publishing';

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
				const found = ofStep(read, workflow, job, step);
				unknown ||= found.unknown;
				rehearsed ||= found.rehearses;
				steps.push(...found.publishes.map(publishes => ({ ...publishes, workflow, job, step })));
			}
		}
	}
	return { steps, byHand: steps.length > 0 ? [] : byHand(read), rehearsed, unknown };
};

const uploaders =
	/^(?:softprops\/action-gh-release|ncipollo\/release-action|actions\/upload-release-asset|svenstaro\/upload-release-action|AButler\/upload-release-assets|wangyoucao577\/go-release-action|shogo82148\/actions-upload-release-asset|xresloader\/upload-to-github-release)@/i;
/** Actions that say "release" and put no files on one. */
const announcers = /integration-release-action|release-drafter|release-please|release-changelog|latest-release|create-release@|\/changelog/i;

function ofStep(read: Read, workflow: Workflow, job: Job, step: Step): Found {
	const uses = step.uses?.text ?? '';
	const dir = step.workingDirectory ?? job.workingDirectory;
	if (/^goreleaser\/goreleaser-action@/i.test(uses)) {
		if (setting(step.with, 'install-only')?.text === 'true') return nothing;
		// What an expression gives is only known when the workflow runs.
		const all = possibleTexts(read, workflow, job, setting(step.with, 'args')?.text ?? '').map(text => {
			const args = text.replace(/\$\{\{[\s\S]*?\}\}/g, '$expression');
			return goreleaser(commandsOf(args)[0]?.words ?? [], true, setting(step.with, 'workdir')?.text);
		});
		return all.find(({ publishes }) => publishes.length > 0) ?? rehearsal;
	}
	if (uploaders.test(uses)) return uploads;
	if (uses.startsWith('./')) return ofLocalAction(read, uses);
	if (uses.startsWith('dagger/')) return cannotTell;
	if (/releas|publish/i.test(uses.replace(/@.*/, '')) && !announcers.test(uses)) return cannotTell;
	return step.run ? ofScript(read, step.run.text, dir) : nothing;
}

/** An action of this repository. The one that notifies the integrations portal is checked out to a folder of its own. */
function ofLocalAction(read: Read, folder: string): Found {
	if (/(?:^|\/)integration-release-action\/?$/.test(folder)) return nothing;
	const action = localAction(read, folder);
	return action.uses.some(uses => /releas/i.test(uses)) ? cannotTell : ofRun(action);
}

const ofScript = (read: Read, script: string, dir?: string): Found => ofRun(runs(read, script), dir);

function ofRun({ commands, complete }: Running, dir?: string): Found {
	return all([...commands.map(command => ofCommand(command, dir)), complete ? nothing : cannotTell]);
}

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
