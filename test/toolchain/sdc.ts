import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Where the real packer-sdc is kept between runs, a folder a version; CI may set TOOLCHAIN_CACHE to keep it longer. */
const cache = resolve(process.env.TOOLCHAIN_CACHE ?? 'test/toolchain/.cache');

/**
 * From golang.org/x/tools v0.31 on, packages compiled by today's Go can be read. A packer-sdc that was released with an older one is built with this one
 * in its place, and with Go's aliases as in its day: all that is its own stays.
 */
const readableTools = 'golang.org/x/tools@v0.31.0';

/** The real packer-sdc of a version, or the reason why it is not available. */
export type Sdc = { readonly folder: string } | { readonly reason: string };

/** Builds packer-sdc at a version of the SDK from the Go module cache, once. */
export function packerSdc(version: string): Sdc {
	const folder = join(cache, version);
	const program = join(folder, process.platform === 'win32' ? 'packer-sdc.exe' : 'packer-sdc');
	if (existsSync(program)) return { folder };
	if (spawnSync('go', ['version']).status !== 0) return { reason: 'there is no Go' };
	const source = join(folder, 'source');
	rmSync(source, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	try {
		writeFileSync(join(folder, 'go.mod'), 'module cache\n\ngo 1.21\n');
		const { Dir } = JSON.parse(go(folder, 'mod', 'download', '-json', `github.com/hashicorp/packer-plugin-sdk@${version}`)) as { Dir: string };
		cpSync(Dir, source, { recursive: true });
		execFileSync('chmod', ['-R', 'u+w', source]);
		if (isOld(version)) {
			go(source, 'get', readableTools);
			go(source, 'mod', 'edit', '-godebug=gotypesalias=0');
		}
		go(source, 'build', '-mod=mod', '-o', program, './cmd/packer-sdc');
		return { folder };
	} catch (error) {
		return {
			reason: `packer-sdc ${version} could not be built: ${String((error as { stderr?: string }).stderr ?? error)
				.trim()
				.split('\n')
				.at(-1)}`,
		};
	} finally {
		rmSync(source, { recursive: true, force: true });
	}
}

const isOld = (version: string) => /^v0\.[0-5]\.|^v0\.6\.0$/.test(version);

/** Runs the go command; what it prints is returned, and what it complains of is in the error. */
export const go = (cwd: string, ...args: string[]): string =>
	execFileSync('go', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, GOFLAGS: '-mod=mod' } });

/** Runs `go generate ./...` in a plugin with a packer-sdc; a directive that fails does not stop the others. */
export function generate(cwd: string, { folder }: { readonly folder: string }): string {
	const env = { ...process.env, GOFLAGS: '-mod=mod', PATH: `${folder}${delimiter}${process.env.PATH}` };
	const packages = go(cwd, 'list', './...').trim().split('\n');
	return packages.map(name => spawnSync('go', ['generate', name], { cwd, encoding: 'utf8', env }).stderr).join('');
}
