import { parentOf } from '../workspace/fileSystem';
import { Complaint, reasonOf } from './complaint';
import type { Environment } from './environment';

/** Puts a result on standard output, or in the file that was named. */
export async function deliver({ stdout, stderr, writer, absolute }: Environment, text: string, file: string | undefined): Promise<void> {
	if (file === undefined) return stdout.write(text);
	const path = absolute(file);
	if ((await writer.kind(path).catch(() => 'missing')) === 'folder') throw new Complaint(`${file} is a folder. Name a file to write to.`);
	const parent = parentOf(path);
	if (parent !== undefined && (await writer.kind(parent).catch(() => 'missing')) !== 'folder')
		throw new Complaint(`${file} could not be written: there is no folder ${parent}. Make it, or name a file in one that is there.`);
	await writer.write(path, new TextEncoder().encode(text)).catch(error => {
		throw new Complaint(`${file} could not be written: ${reasonOf(error)}. Name a file in a folder that you may write to.`);
	});
	stderr.write(`Wrote ${file}.\n`);
}
