import { CommanderError } from 'commander';
import { isComplaint } from './complaint';
import type { Environment } from './environment';
import { programFor } from './program';

/** Runs one command line; gives the exit status: 2 where it could not be run, and what the command says otherwise. */
export async function run(environment: Environment): Promise<number> {
	const { program, status } = programFor(environment);
	try {
		await program.parseAsync(environment.arguments, { from: 'user' });
		return status();
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		if (isComplaint(error)) environment.stderr.write(`${error.message}\n`);
		else
			environment.stderr.write(
				`This is a defect of ${environment.tool.name} ${environment.tool.version}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
			);
		return 2;
	}
}
