import { Command } from 'commander';
import { Complaint } from './complaint';
import type { Environment } from './environment';

/** Runs one command line; gives the exit status. */
export async function run(environment: Environment): Promise<number> {
	let status = 0;
	const program = new Command(environment.tool.name).version(environment.tool.version);
	program
		.command('check')
		.argument('[folders...]')
		.option('--format <format>')
		.action(async (folders: string[]) => {
			const { check } = await import('./commands/check');
			status = await check(environment, folders.length === 0 ? ['.'] : folders, { format: 'json', failOn: 'error' });
		});
	try {
		await program.parseAsync(environment.arguments, { from: 'user' });
	} catch (error) {
		if (!(error instanceof Complaint)) throw error;
		environment.stderr.write(`${error.message}\n`);
		return 2;
	}
	return status;
}
