import { parentOf } from '../workspace/fileSystem';
import { lines } from './channels/lines';
import type { Written } from './channels/written';
import { Complaint, reasonOf } from './complaint';
import type { Environment } from './environment';

/** Writes a result to standard output, or to the named file. */
export async function deliver(environment: Environment, result: Written, file: string | undefined): Promise<void> {
	if (file === undefined) environment.stdout.write(result);
	else await save(environment, result.text, file);
}

/** Writes a text to the named file. */
export async function save({ stderr, writer, absolute }: Environment, text: string, file: string): Promise<void> {
	const path = absolute(file);
	if ((await writer.kind(path).catch(() => 'missing')) === 'folder') throw new Complaint(`${file} is a folder. Name a file.`);
	const parent = parentOf(path);
	if (parent !== undefined && (await writer.kind(parent).catch(() => 'missing')) !== 'folder')
		throw new Complaint(`${file} could not be written: folder ${parent} does not exist. Create it, or name another file.`);
	await writer.write(path, new TextEncoder().encode(text)).catch(error => {
		throw new Complaint(`${file} could not be written: ${reasonOf(error)}. Name a file that you can write.`);
	});
	stderr.write(lines(`Wrote ${file}.`));
}
