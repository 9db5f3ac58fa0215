import { newPlugin } from '../../scaffold/plugin';
import { joinBelow } from '../../workspace/fileSystem';
import { writeChange } from '../changes/write';
import { lines } from '../channels/lines';
import { Complaint } from '../complaint';
import type { Environment } from '../environment';
import { count } from '../words';

/** Creates a plugin in a new folder. Returns the exit status. */
export async function newCommand(environment: Environment, given: string, owner: string | undefined): Promise<number> {
	const { stdout, stderr, tool, writer, absolute } = environment;
	const name = given.replace(/^packer-plugin-/, '');
	const made = newPlugin({ name, owner: owner ?? name }, await environment.grammars());
	if ('refused' in made) throw new Complaint(made.refused);
	const folder = `packer-plugin-${name}`;
	const root = absolute(folder);
	if ((await writer.kind(root).catch(() => 'file')) !== 'missing')
		throw new Complaint(`${folder} already exists. Choose another name, or run this in another folder.`);
	for (const { path, text, executable } of made.files) {
		const why = await writeChange(environment, root, { path, before: undefined, after: text, executable });
		if (why !== undefined) throw new Complaint(`${joinBelow(folder, path)} could not be written: ${why}. Remove ${folder} and try again.`);
	}
	stdout.write(lines(`${folder}: ${count(made.files.length, 'file')}; start with ${joinBelow(folder, made.open)}`));
	if (owner === undefined) stderr.write(lines(`Repository: github.com/${name}/${folder}. For another owner, use --owner.`));
	stderr.write(lines(`Next: ${[`cd ${folder}`, ...made.next, `${tool.name} check`].join('; ')}`));
	return 0;
}
