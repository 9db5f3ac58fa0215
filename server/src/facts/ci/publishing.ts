import type { Command } from './shell';

/** How a step puts files on the release page: with GoReleaser, or by hand. */
export interface Publishes {
	readonly how: 'goreleaser' | 'upload';
	/** The GoReleaser config that it names; null where we cannot follow which one it reads. */
	readonly config?: string | null;
	/** Whether GoReleaser's own action runs it; else a script, whose environment is more than the step's. */
	readonly action: boolean;
	/** Whether it only publishes what another job has built (GoReleaser Pro). */
	readonly merges?: boolean;
}

/** What a command does for a release. */
export interface Found {
	readonly publishes: readonly Publishes[];
	readonly rehearses: boolean;
	readonly unknown: boolean;
}

/** Nothing for a release. */
export const nothing: Found = { publishes: [], rehearses: false, unknown: false };
/** Something that we cannot look into. */
export const cannotTell: Found = { ...nothing, unknown: true };
/** A release that is only checked, built or rehearsed. */
export const rehearsal: Found = { ...nothing, rehearses: true };
/** An upload of files by hand. */
export const uploads: Found = { ...nothing, publishes: [{ how: 'upload', action: false }] };

/** What a command does, run in a directory. */
export function ofCommand({ words, moved }: Command, dir?: string): Found {
	const [name = '', ...args] = words;
	const program = name.split('/').at(-1) as string;
	if (/^(?:goreleaser|\$[({]?goreleaser[)}]?)$/i.test(program)) return goreleaser(args, false, moved ? '?' : dir);
	const image = words.findIndex(word => /(?:^|\/)goreleaser\/goreleaser(?:-pro)?(?:\/v\d+)?(?:[@:].*)?$/.test(word));
	if (image !== -1 && (args[0] === 'run' || program === 'docker')) return goreleaser(words.slice(image + 1), false, dir);
	if (program === 'go' && args[0] === 'run' && /^github\.com\/goreleaser\/goreleaser(?:\/v\d+)?(?:@.*)?$/.test(args[1] ?? ''))
		return goreleaser(args.slice(2), false, dir);
	if (program === 'gh' && args[0] === 'release' && /^(?:create|upload)$/.test(args[1] ?? '')) return uploads;
	if (program === 'ghr' || program === 'github-release' || (program === 'hub' && args[0] === 'release')) return uploads;
	if (words.some(word => word.includes('uploads.github.com'))) return uploads;
	// What a variable holds is not known where no part of the Makefile sets it plainly.
	if (/^\$[({]/.test(name) && args[0] === 'release') return cannotTell;
	return words.some(word => /^semantic-release$|\breleas\w*\.(?:py|js|mjs|ts|rb|pl|go)$/.test(word)) ? cannotTell : nothing;
}

/** Flags whose value is the next word. */
const valued = /^(?:-f|--config|--timeout|-p|--parallelism|--release-notes|--release-header|--release-footer|--skip|-o|--output|--id)$/;

/** What `goreleaser args` does in a directory: it publishes unless it only checks, builds or rehearses. */
export function goreleaser(args: readonly string[], action: boolean, dir = ''): Found {
	const command = args.find((arg, i) => !arg.startsWith('-') && !valued.test(args[i - 1] ?? '')) ?? 'release';
	// The last two are GoReleaser Pro's, for what `--split` built and `--prepare` left.
	if (!/^(?:release|continue|publish)$/.test(command) && !command.includes('$')) return rehearsal;
	if (
		args.some(
			(arg, i) => /^--(?:snapshot|skip-publish|split|prepare)(?:=true)?$/.test(arg) || (/^--skip/.test(arg) && /publish/.test(`${arg} ${args[i + 1] ?? ''}`)),
		)
	)
		return rehearsal;
	const at = args.findIndex(arg => /^(?:--config|-f)(?:=|$)/.test(arg));
	const named = at === -1 ? undefined : ((args[at] as string).split('=')[1] ?? args[at + 1]);
	const here = /^(?:\.\/?)?$/.test(dir);
	const config = named === undefined ? (here ? undefined : null) : here && !named.includes('$') ? named : null;
	const merges = /^(?:continue|publish)$/.test(command);
	return { ...nothing, publishes: [{ how: 'goreleaser', action, ...(config === undefined ? {} : { config }), ...(merges ? { merges } : {}) }] };
}

/** Several as one. */
export const all = (found: readonly Found[]): Found => ({
	publishes: found.flatMap(f => f.publishes),
	rehearses: found.some(f => f.rehearses),
	unknown: found.some(f => f.unknown),
});
