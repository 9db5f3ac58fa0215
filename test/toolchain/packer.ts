import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const version = 'v1.16.0';
const cache = resolve(process.env.TOOLCHAIN_CACHE ?? 'test/toolchain/.cache', `packer-${version}`);

/** The real packer, or the reason why it is not available. */
export type Packer = { readonly program: string } | { readonly reason: string };

/**
 * The packer on the path, or one built before. To build one takes minutes and downloads several hundred megabytes, so that is done
 * where TOOLCHAIN_PACKER=build asks for it only. Its go.mod has a `replace`, which `go install …@version` refuses: it is built in a copy of its own source.
 */
export function packer(): Packer {
	const found = spawnSync('packer', ['version'], { encoding: 'utf8', env: { ...process.env, CHECKPOINT_DISABLE: '1' } });
	if (found.status === 0 && found.stdout.startsWith('Packer v')) return { program: 'packer' };
	const program = join(cache, process.platform === 'win32' ? 'packer.exe' : 'packer');
	if (existsSync(program)) return { program };
	if (process.env.TOOLCHAIN_PACKER !== 'build') return { reason: 'there is no packer on the path; TOOLCHAIN_PACKER=build builds one, in some minutes' };
	const source = join(cache, 'source');
	const go = (cwd: string, ...args: string[]) => execFileSync('go', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	try {
		mkdirSync(cache, { recursive: true });
		writeFileSync(join(cache, 'go.mod'), 'module cache\n\ngo 1.21\n');
		const { Dir } = JSON.parse(go(cache, 'mod', 'download', '-json', `github.com/hashicorp/packer@${version}`)) as { Dir: string };
		rmSync(source, { recursive: true, force: true });
		cpSync(Dir, source, { recursive: true });
		execFileSync('chmod', ['-R', 'u+w', source]);
		go(source, 'build', '-o', program, '.');
		return { program };
	} catch (error) {
		return {
			reason: `packer ${version} could not be built: ${String((error as { stderr?: string }).stderr ?? error)
				.trim()
				.split('\n')
				.at(-1)}`,
		};
	} finally {
		rmSync(source, { recursive: true, force: true });
	}
}
