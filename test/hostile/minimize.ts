import type { Files } from './holds';

/** How many plugins are tried to make a failing one smaller. */
const most = 400;

/** A smaller plugin that fails too: files as they were before where that is enough, and fewer lines and characters in the others. */
export async function minimized(files: Files, before: Files, fails: (files: Files) => Promise<boolean>): Promise<Files> {
	let left = most;
	let best = files;
	const accepted = async (candidate: Files) => {
		if (left-- <= 0 || !(await fails(candidate))) return false;
		best = candidate;
		return true;
	};
	const changed = () => [...new Set([...best.keys(), ...before.keys()])].filter(path => best.get(path) !== before.get(path));
	for (const path of changed()) await accepted(withFile(best, path, before.get(path)));
	for (const path of changed())
		for (const separator of ['\n', '']) {
			for (let size = Math.ceil((best.get(path)?.split(separator).length ?? 0) / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
				for (let at = 0; at < (best.get(path)?.split(separator).length ?? 0) && left > 0; ) {
					const parts = best.get(path)?.split(separator) ?? [];
					const shorter = [...parts.slice(0, at), ...parts.slice(at + size)].join(separator);
					if (!(await accepted(withFile(best, path, shorter)))) at += size;
				}
			}
		}
	return best;
}

function withFile(files: Files, path: string, text: string | undefined): Files {
	const copy = new Map(files);
	if (text === undefined) copy.delete(path);
	else copy.set(path, text);
	return copy;
}
