import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Kept, Memory } from '../published/http';
import { disk } from './fileSystem';
import { writeWhole } from './writer';

const most = 64 * 1024 * 1024;

/** Keeps answers in the cache folder of the user, a file for each address. */
export function cacheFolder(folder: string): Memory {
	const file = (address: string) => join(folder, `${createHash('sha256').update(address).digest('hex')}.json`);
	return {
		async get(address) {
			const text = Buffer.from(await disk.read(file(address), most)).toString('utf8');
			const kept = JSON.parse(text) as Partial<Kept> & { address?: unknown };
			const { etag, text: body, date } = kept;
			return kept.address === address && typeof etag === 'string' && typeof body === 'string' && typeof date === 'string'
				? { etag, text: body, date }
				: undefined;
		},
		set: async (address, kept) => writeWhole(file(address), Buffer.from(JSON.stringify({ address, ...kept })), { folders: true }),
	};
}

/** The folder for caches of a program on this machine. */
export function cachePath(program: string, { platform, env }: Pick<typeof globalThis.process, 'platform' | 'env'>): string {
	if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), program, 'Cache');
	if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', program);
	const xdg = env.XDG_CACHE_HOME ?? '';
	return join(xdg.startsWith('/') ? xdg : join(homedir(), '.cache'), program);
}
