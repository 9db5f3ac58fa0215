import { workflow } from '../ci/workflows';
import type { Fact, Read } from '../core/database';
import { filesUnder, text } from '../core/files';
import { foreign } from './templates';

/** The files other than Go tests that have Packer build with the plugin of this repository: workflows and other CI, Makefiles, scripts. */
export const runners: Fact<readonly string[]> = read =>
	read(filesUnder, '').filter(path => isRunnerName(path) && read(mayBuild, path) && !onlyTriesRelease(read, path));

const isRunnerName = (path: string) => !foreign.test(path) && (script.test(path) || taskFile.test(path) || isCi(path));

const script = /\.(?:sh|bash|zsh|bats|ps1|psm1|bat|cmd|py|rb|pl|js|mjs|ts|mk|just)$/i;
const taskFile =
	/(?:^|\/)(?:(?:GNU|BSD)?makefile|justfile|Taskfile\.ya?ml|Earthfile|Rakefile|magefile\.go|Jenkinsfile|Vagrantfile|tox\.ini|noxfile\.py|\.envrc)$/i;
/** YAML in the root or in a folder of a CI; issue forms of GitHub are excluded. */
const isCi = (path: string) => /\.ya?ml$/.test(path) && /^(?:[^/]+$|\.(?!github\/ISSUE_TEMPLATE)[\w-]+\/)/.test(path);

/** Whether a file runs `packer build`, or hashicorp/packer-github-actions with that command. */
const mayBuild: Fact<boolean, string> = (read, path) => {
	const source = read(text, path);
	if (source === undefined || !/packer/i.test(source)) return false;
	return lines(source).some(line => build.test(line)) || (action.test(source) && /^[ \t]*command:[ \t]*["']?build\b/m.test(source));
};

/** The lines of a script that do something; where one is continued, with the next. */
const lines = (source: string) =>
	source
		.replace(/\\\r?\n[ \t]*/g, ' ')
		.split('\n')
		.filter(line => !/^[ \t]*(?:#|\/\/|::|rem\b|@?echo\b|@?printf\b|-?[ \t]*(?:name|description|title):)/i.test(line));

/** `packer build`, `"$PACKER" -machine-readable build`, `["packer", "build", …]`. */
const build = /(?:\bpacker(?:\.exe)?|\$[({]?\w*packer\w*[)}]?)["']?[,\s]+(?:\[?["']?-{1,2}[\w=./-]+["']?[,\s]+){0,3}["']?build\b/i;
const action = /\buses:[ \t]*["']?hashicorp\/packer-github-actions@/;

/** Whether a workflow builds with the plugin that was released last, as the scaffolding's test-plugin-example.yml does: it only installs Packer and has that install the plugin. */
function onlyTriesRelease(read: Read, path: string): boolean {
	const flow = path.startsWith('.github/workflows/') ? read(workflow, path) : undefined;
	if (flow === undefined || flow.broken) return false;
	return flow.jobs.every(
		({ uses, steps }) => uses === undefined && steps.every(step => (step.uses ? preparing.test(step.uses.text) : onlyPacker(step.run?.text ?? ''))),
	);
}

const preparing =
	/^(?:actions\/(?:checkout|upload-artifact|cache)|hashicorp\/(?:setup-packer|packer-github-actions)|[\w-]+\/(?:configure-aws-credentials|login|auth))@/;

const onlyPacker = (script: string) =>
	lines(script)
		.map(line => line.trim())
		.every(
			line =>
				line === '' || /^(?:packer(?:\.exe)?[ \t]+(?!plugins[ \t]+install[ \t].*--?path)|cd[ \t]|set[ \t]|export[ \t]|if[ \t]|then$|else$|fi$|\w+=)/.test(line),
		);
