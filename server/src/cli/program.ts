import { Argument, Command, Option } from 'commander';
import type { DraftKind } from '../drafts/draft';
import type { Kind } from '../facts/plugin/registrations';
import type { Environment } from './environment';
import { type FailOn, failOns } from './failOn';
import type { FormatName } from './formats';

/** The command line's commands, arguments and options; what they do is loaded when it is asked for. */
export function programFor(environment: Environment): { readonly program: Command; readonly status: () => number } {
	const { tool, stdout, stderr } = environment;
	let status = 0;
	const program = new Command(tool.name)
		.description('Reviews Packer plugins: everything that Packer, the integrations portal or a reviewer would refuse.')
		.version(tool.version, '-V, --version', 'print the version')
		.helpOption('-h, --help', 'print what there is')
		.exitOverride()
		.configureOutput({
			writeOut: text => stdout.write(text),
			writeErr: text => stderr.write(text),
			outputError: (text, write) => write(complaint(tool.name, text)),
			getOutHasColors: () => false,
			getErrHasColors: () => false,
		})
		.showSuggestionAfterError(true);
	/** A command whose action gives the exit status. */
	const command = (name: string, description: string) => program.command(name).description(description);
	const done = async (of: Promise<number> | number) => {
		status = await of;
	};
	const colored = ({ color }: { readonly color: boolean }) => color && stdout.colors;

	command('check', 'check plugins, and report what would be refused')
		.argument('[DIR...]', 'folders of plugins (default: the one you are in)')
		.addOption(new Option('--format <format>', 'how to report').choices(names(formats)).default('pretty'))
		.option('--output <file>', 'write the report to a file')
		.addOption(new Option('--fail-on <severity>', 'from which severity on to exit with 1').choices(failOns).default('error'))
		.addOption(configOption())
		.addOption(noColor())
		.action(
			async (
				folders: string[],
				{ format, output, failOn, config, color }: { format: FormatName; output?: string; failOn: FailOn; config?: string; color: boolean },
			) => {
				const { check } = await import('./commands/check');
				await done(
					check(environment, folders.length === 0 ? ['.'] : folders, {
						format,
						failOn,
						colors: colored({ color }),
						...(output === undefined ? {} : { output }),
						...(config === undefined ? {} : { config }),
					}),
				);
			},
		);

	command('fix', 'make the fixes that are safe')
		.argument('[DIR]', 'the folder of a plugin', '.')
		.option('--dry-run', 'print a unified diff, and change nothing')
		.addOption(configOption())
		.addOption(noColor())
		.action(async (folder: string, { dryRun, config, color }: { dryRun?: true; config?: string; color: boolean }) => {
			const { fix } = await import('./commands/fix');
			await done(fix(environment, folder, { dryRun: dryRun === true, colors: colored({ color }), ...(config === undefined ? {} : { config }) }));
		});

	command('explain', 'print the page of a rule: why it is, what it reports, how to settle it')
		.argument('<RULE>', 'the id of a rule, as in a report')
		.addOption(noColor())
		.action(async (rule: string, options: { color: boolean }) => {
			const { explain } = await import('./commands/explain');
			await done(explain(environment, rule, colored(options)));
		});

	command('rules', 'list the rules')
		.addOption(new Option('--format <format>', 'how to list them').choices(['pretty', 'json']).default('pretty'))
		.addOption(noColor())
		.action(async ({ format, color }: { format: 'pretty' | 'json'; color: boolean }) => {
			const { listRules } = await import('./commands/rules');
			await done(listRules(environment, format, colored({ color })));
		});

	command('draft', 'draft what is to be sent: the email that asks for the review, or what registers the documentation')
		.addArgument(new Argument('<KIND>', 'what to draft').choices(names(drafts)))
		.argument('[DIR]', 'the folder of a plugin', '.')
		.option('--output <file>', 'write the draft to a file; one that ends in .eml gets the whole email')
		.action(async (kind: DraftKind, folder: string, { output }: { output?: string }) => {
			const { draft } = await import('./commands/draft');
			await done(draft(environment, kind, folder, output));
		});

	command('generate', 'generate what packer-sdc generates, without Go')
		.argument('[DIR]', 'the folder of a plugin', '.')
		.option('--check', 'write nothing: list what is stale with a unified diff of each, and exit with 1 where anything is')
		.addOption(noColor())
		.action(async (folder: string, { check, color }: { check?: true; color: boolean }) => {
			const { generate } = await import('./commands/generate');
			await done(generate(environment, folder, { check: check === true, colors: colored({ color }) }));
		});

	command('new', 'make a new plugin, in a folder packer-plugin-NAME')
		.argument('<NAME>', 'the name of the plugin, as templates write it')
		.option('--owner <owner>', 'the GitHub user or organization that owns the repository')
		.action(async (name: string, { owner }: { owner?: string }) => {
			const { newCommand } = await import('./commands/new');
			await done(newCommand(environment, name, owner));
		});

	command('add', 'add a component to a plugin')
		.addArgument(new Argument('<KIND>', 'what to add').choices(names(kinds)))
		.argument('<NAME>', 'the name of the component')
		.argument('[DIR]', 'the folder of the plugin', '.')
		.action(async (kind: Kind, name: string, folder: string) => {
			const { add } = await import('./commands/add');
			await done(add(environment, kind, name, folder));
		});

	command('lsp', 'serve the language server, for any editor')
		.addOption(new Option('--stdio', 'on standard input and output').makeOptionMandatory())
		.action(() => environment.serve());

	return { program, status: () => status };
}

// The names alone: what they name is loaded when it is asked for.
const formats: Readonly<Record<FormatName, true>> = { pretty: true, json: true, sarif: true, markdown: true, junit: true, github: true };
const drafts: Readonly<Record<DraftKind, true>> = { email: true, 'docs-pr': true, 'integration-request': true };
const kinds: Readonly<Record<Kind, true>> = { builder: true, provisioner: true, 'post-processor': true, datasource: true };
const names = (all: Readonly<Record<string, true>>) => Object.keys(all);

const configOption = () => new Option('--config <file>', "a configuration to use in the place of the plugin's .packer-readiness.yml");
const noColor = () => new Option('--no-color', 'print no colors');

/** What is wrong with the arguments, in a sentence that also says what to do. */
function complaint(name: string, text: string): string {
	const said = text
		.trim()
		.replace(/^error: /, '')
		.replace(/\s*\n\s*/g, ' ')
		.replace(/\.$/, '');
	return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}${/[?)]$/.test(said) ? '' : '.'} \`${name} --help\` prints what there is.\n`;
}
