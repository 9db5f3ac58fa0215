import { CommanderError } from 'commander';
import { issues } from '../engine/addresses';
import { bounded } from '../text/bounded';
import { document, lines } from './channels/lines';
import { isComplaint } from './complaint';
import type { Environment } from './environment';
import { programFor } from './program';

/** Runs one command line. Returns the exit status: 2 if it could not run, else that of the command. */
export async function run(environment: Environment): Promise<number> {
	const { program, status } = programFor(environment);
	try {
		await program.parseAsync(environment.arguments, { from: 'user' });
		return status();
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		if (isComplaint(error)) environment.stderr.write(lines(bounded(error.message)));
		else
			environment.stderr.write(
				document(
					`Internal error in ${environment.tool.name} ${environment.tool.version}. Report this bug at ${issues}.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
				),
			);
		return 2;
	}
}
