import { newPlugin } from '../../scaffold/plugin';
import { joinBelow } from '../../workspace/fileSystem';
import { writeChange } from '../changes/write';
import { Complaint } from '../complaint';
import type { Environment } from '../environment';
import { count } from '../words';

/** Makes a new plugin in a folder of its own; gives the exit status. */
export async function newCommand(environment: Environment, given: string, owner: string | undefined): Promise<number> {
	const { stdout, stderr, tool, writer, absolute } = environment;
	const name = given.replace(/^packer-plugin-/, '');
	const made = newPlugin({ name, owner: owner ?? name }, await environment.grammars());
	if ('refused' in made) throw new Complaint(made.refused);
	const folder = `packer-plugin-${name}`;
	const root = absolute(folder);
	if ((await writer.kind(root).catch(() => 'file')) !== 'missing')
		throw new Complaint(`There is ${folder} here already. Go to another folder, or choose another name.`);
	for (const { path, text, executable } of made.files) {
		const why = await writeChange(environment, root, { path, before: undefined, after: text, executable });
		if (why !== undefined) throw new Complaint(`${joinBelow(folder, path)} could not be written: ${why}. Mend that, remove ${folder}, and try again.`);
	}
	stdout.write(`${folder}: ${count(made.files.length, 'file')}; begin with ${joinBelow(folder, made.open)}\n`);
	if (owner === undefined) stderr.write(`The repository is taken to be github.com/${name}/${folder}: --owner names another owner.\n`);
	stderr.write(`Next: ${[`cd ${folder}`, ...made.next, `${tool.name} check`].join('; ')}\n`);
	return 0;
}
