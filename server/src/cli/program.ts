import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { DraftKind } from '../drafts/draft';
import type { Kind } from '../facts/plugin/registrations';
import { baselinePath } from '../facts/readiness/baseline';
import { isRefName } from '../workspace/refs';
import { document, lines } from './channels/lines';
import type { Environment } from './environment';
import { type FailOn, failOns } from './failOn';
import type { FormatName } from './formats';

/** The commands, arguments and options of the command line. The code of a command is loaded when the command runs. */
export function programFor(environment: Environment): { readonly program: Command; readonly status: () => number } {
	const { tool, stdout, stderr } = environment;
	let status = 0;
	const program = new Command(tool.name)
		.description('Checks Packer plugins for everything that Packer, the integrations portal or a reviewer would reject.')
		.version(tool.version, '-V, --version', 'print the version')
		.helpOption('-h, --help', 'print help')
		.exitOverride()
		.configureOutput({
			writeOut: text => stdout.write(document(text)),
			writeErr: text => stderr.write(document(text)),
			outputError: text => stderr.write(lines(complaint(tool.name, text))),
			getOutHasColors: () => false,
			getErrHasColors: () => false,
		})
		.showSuggestionAfterError(true);
	/** A command whose action returns the exit status. */
	const command = (name: string, description: string) => program.command(name).description(description);
	const done = async (of: Promise<number> | number) => {
		status = await of;
	};
	const colored = ({ color }: { readonly color: boolean }) => color && stdout.colors;

	command('check', 'check plugins and report what would be rejected')
		.argument('[DIR...]', 'plugin folders (default: the current folder)')
		.addOption(new Option('--format <format>', 'output format').choices(names(formats)).default('pretty'))
		.option('--output <file>', 'write the report to a file')
		.option('--timings', 'print the time of each rule to standard error')
		.addOption(new Option('--fail-on <severity>', 'lowest severity that fails the check with exit status 1').choices(failOns).default('error'))
		.addOption(configOption())
		.option('--baseline <file>', 'baseline to use instead of that of the plugin')
		.option('--no-baseline', 'count all findings, old ones too')
		.addOption(new Option('--since <revision>', 'report only what changed since a branch, tag or commit, or was caused by it').argParser(revisionOf))
		.addOption(noColor())
		.action(
			async (
				folders: string[],
				{
					format,
					output,
					failOn,
					config,
					baseline,
					since,
					timings,
					color,
				}: {
					format: FormatName;
					output?: string;
					failOn: FailOn;
					config?: string;
					baseline?: string | boolean;
					since?: string;
					timings?: true;
					color: boolean;
				},
			) => {
				const { check } = await import('./commands/check');
				await done(
					check(environment, folders.length === 0 ? ['.'] : folders, {
						format,
						failOn,
						colors: colored({ color }),
						...(output === undefined ? {} : { output }),
						...(config === undefined ? {} : { config }),
						...(baseline === undefined || baseline === true ? {} : { baseline }),
						...(since === undefined ? {} : { since }),
						...(timings ? { timings } : {}),
					}),
				);
			},
		);

	command('baseline', `write the current findings to ${baselinePath}, so that only new ones count`)
		.argument('[DIR]', 'plugin folder', '.')
		.option('--update', 'only remove findings that are settled')
		.addOption(configOption())
		.action(async (folder: string, { update, config }: { update?: true; config?: string }) => {
			const { baseline } = await import('./commands/baseline');
			await done(baseline(environment, folder, { update: update === true, ...(config === undefined ? {} : { config }) }));
		});

	command('fix', 'apply the safe fixes')
		.argument('[DIR]', 'plugin folder', '.')
		.option('--dry-run', 'print a unified diff and change nothing')
		.addOption(configOption())
		.addOption(noColor())
		.action(async (folder: string, { dryRun, config, color }: { dryRun?: true; config?: string; color: boolean }) => {
			const { fix } = await import('./commands/fix');
			await done(fix(environment, folder, { dryRun: dryRun === true, colors: colored({ color }), ...(config === undefined ? {} : { config }) }));
		});

	command('explain', 'print the page of a rule: why it exists, what it reports, how to fix it')
		.argument('<RULE>', 'rule id, as in a report')
		.addOption(noColor())
		.action(async (rule: string, options: { color: boolean }) => {
			const { explain } = await import('./commands/explain');
			await done(explain(environment, rule, colored(options)));
		});

	command('rules', 'list the rules')
		.addOption(new Option('--format <format>', 'output format').choices(['pretty', 'json']).default('pretty'))
		.addOption(noColor())
		.action(async ({ format, color }: { format: 'pretty' | 'json'; color: boolean }) => {
			const { listRules } = await import('./commands/rules');
			await done(listRules(environment, format, colored({ color })));
		});

	command('draft', 'draft the review email or the registration of the documentation; sends nothing')
		.addArgument(new Argument('<KIND>', 'what to draft').choices(names(drafts)))
		.argument('[DIR]', 'plugin folder', '.')
		.option('--output <file>', 'write the draft to a file; a .eml file gets the whole message')
		.action(async (kind: DraftKind, folder: string, { output }: { output?: string }) => {
			const { draft } = await import('./commands/draft');
			await done(draft(environment, kind, folder, output));
		});

	command('release', 'preview a release: what a tag would publish, and what packer init would do with it')
		.argument('[DIR]', 'plugin folder', '.')
		.addOption(new Option('--tag <tag>', 'tag to preview (default: the next one)').argParser(tagOf))
		.option('--live', 'also read the published releases from GitHub')
		.addOption(new Option('--format <format>', 'output format').choices(['pretty', 'json']).default('pretty'))
		.addOption(noColor())
		.action(async (folder: string, { tag, live, format, color }: { tag?: string; live?: true; format: 'pretty' | 'json'; color: boolean }) => {
			const { release } = await import('./commands/release');
			await done(release(environment, folder, { format, live: live === true, colors: colored({ color }), ...(tag === undefined ? {} : { tag }) }));
		});

	command('generate', 'generate the files that packer-sdc generates, without Go')
		.argument('[DIR]', 'plugin folder', '.')
		.option('--check', 'write nothing; print a diff for each stale file and exit with status 1 if there is one')
		.addOption(noColor())
		.action(async (folder: string, { check, color }: { check?: true; color: boolean }) => {
			const { generate } = await import('./commands/generate');
			await done(generate(environment, folder, { check: check === true, colors: colored({ color }) }));
		});

	command('workflow', 'write a GitHub workflow that checks the plugin on each change')
		.argument('[DIR]', 'plugin folder', '.')
		.action(async (folder: string) => {
			const { workflow } = await import('./commands/workflow');
			await done(workflow(environment, folder));
		});

	command('new', 'create a plugin in the new folder packer-plugin-NAME')
		.argument('<NAME>', 'plugin name, as used in templates')
		.option('--owner <owner>', 'GitHub user or organization of the repository (default: NAME)')
		.action(async (name: string, { owner }: { owner?: string }) => {
			const { newCommand } = await import('./commands/new');
			await done(newCommand(environment, name, owner));
		});

	command('add', 'add a component to a plugin')
		.addArgument(new Argument('<KIND>', 'component kind').choices(names(kinds)))
		.argument('<NAME>', 'component name')
		.argument('[DIR]', 'plugin folder', '.')
		.action(async (kind: Kind, name: string, folder: string) => {
			const { add } = await import('./commands/add');
			await done(add(environment, kind, name, folder));
		});

	command('lsp', 'run the language server, for any editor')
		.addOption(new Option('--stdio', 'use standard input and output').makeOptionMandatory())
		.action(() => environment.serve());

	return { program, status: () => status };
}

// Names only: the modules behind them are loaded when a command runs.
const formats: Readonly<Record<FormatName, true>> = { pretty: true, json: true, sarif: true, markdown: true, junit: true, github: true };
const drafts: Readonly<Record<DraftKind, true>> = { email: true, 'docs-pr': true, 'integration-request': true };
const kinds: Readonly<Record<Kind, true>> = { builder: true, provisioner: true, 'post-processor': true, datasource: true };
const names = (all: Readonly<Record<string, true>>) => Object.keys(all);

const configOption = () => new Option('--config <file>', "configuration file to use instead of the plugin's .packer-readiness.yml");
const noColor = () => new Option('--no-color', 'disable colors');

/** A tag as git takes it; a missing one would be the next tag, which a script with an empty variable does not mean. */
function tagOf(text: string): string {
	if (text.startsWith('-') || !isRefName(`refs/tags/${text}`)) throw new InvalidArgumentError('It must be the name of a tag, such as v1.2.3.');
	return text;
}

/** A revision; an empty one would be all there is, which a script with an empty variable does not mean. */
function revisionOf(text: string): string {
	if (text.trim() === '' || text.startsWith('-')) throw new InvalidArgumentError('It must be a branch, tag or commit, such as origin/main.');
	return text;
}

/** What is wrong with the arguments, and what to do. */
function complaint(name: string, text: string): string {
	const said = text
		.trim()
		.replace(/^error: /, '')
		.replace(/\s*\n\s*/g, ' ')
		.replace(/\.$/, '');
	return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}${/[?)]$/.test(said) ? '' : '.'} For help, run \`${name} --help\`.`;
}
