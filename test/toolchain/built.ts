import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { go } from './sdc';

/** A program that was built, or why it could not be. */
export type Built = { readonly binary: string } | { readonly reason: string };

const cache = resolve(process.env.TOOLCHAIN_CACHE ?? 'test/toolchain/.cache');

/** A module at a version, and the folders and files of it that a program needs. */
export interface Source {
	readonly module: string;
	readonly version: string;
	readonly paths: readonly string[];
}

/** Builds a program inside the source of a module, where it may use what the module keeps internal; once for each text of the program. */
export function built({ module, version, paths }: Source, name: string, text: string): Built {
	const folder = join(cache, `${name}-${version}`);
	const binary = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
	if (spawnSync('go', ['version']).status !== 0) return { reason: 'there is no Go' };
	if (existsSync(binary) && existsSync(`${binary}.go`) && readFileSync(`${binary}.go`, 'utf8') === text) return { binary };
	const source = join(folder, 'source');
	rmSync(source, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	try {
		writeFileSync(join(folder, 'go.mod'), 'module cache\n\ngo 1.21\n');
		const { Dir } = JSON.parse(go(folder, 'mod', 'download', '-json', `${module}@${version}`)) as { Dir: string };
		for (const path of ['go.mod', 'go.sum', ...paths]) cpSync(join(Dir, path), join(source, path), { recursive: true });
		execFileSync('chmod', ['-R', 'u+w', source]);
		mkdirSync(join(source, name));
		writeFileSync(join(source, name, 'main.go'), text);
		go(source, 'build', '-o', binary, `./${name}`);
		writeFileSync(`${binary}.go`, text);
		return { binary };
	} catch (error) {
		const said = String((error as { stderr?: string }).stderr ?? error).trim();
		return { reason: `${name} of ${module} ${version} could not be built: ${said.split('\n').at(-1)}` };
	} finally {
		rmSync(source, { recursive: true, force: true });
	}
}
