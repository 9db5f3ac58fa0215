import type { Place } from '../../../text/place';
import { placeInScript } from '../../ci/scriptPlace';
import { commandsOf } from '../../ci/shell';
import { setting } from '../../ci/workflows';
import type { Fact } from '../../core/database';
import { runs } from './runs';

/** The flags of `goreleaser release` that both versions have (cmd/release.go, cmd/root.go). */
const known =
	'auto-snapshot clean config deprecated draft fail-fast help parallelism release-footer release-footer-tmpl release-header release-header-tmpl release-notes release-notes-tmpl skip snapshot timeout verbose version';
/** Those that GoReleaser 1 has besides, and what GoReleaser 2 has in their place. */
const removed: Readonly<Record<string, string>> = {
	'rm-dist': '--clean',
	debug: '--verbose',
	...Object.fromEntries('publish sign validate announce sbom docker ko before'.split(' ').map(step => [`skip-${step}`, `--skip=${step}`])),
};

/** A flag that the GoReleaser of a release does not have, at which it stops; `instead` is what it has in its place. */
export interface UnknownFlag {
	readonly flag: string;
	readonly major: 1 | 2;
	readonly place: Place;
	/** Whether the place is the flag itself, and not all that it stands in. */
	readonly exact: boolean;
	readonly instead?: string;
	/** Where the version of GoReleaser is said. */
	readonly installed: Place;
}

/** The flags that the releases of the plugin pass and their GoReleaser does not have, in the order of the workflows. */
export const unknownFlags: Fact<readonly UnknownFlag[]> = read =>
	read(runs).flatMap(({ release, major, place: installed }) => {
		const args = setting(release.step.with, 'args');
		if (args === undefined || args.text.includes('$')) return [];
		const words = commandsOf(args.text)[0]?.words ?? [];
		return words.flatMap(word => {
			const [, flag = ''] = /^--([\w-]+)(?:=|$)/.exec(word) ?? [];
			if (flag === '' || known.split(' ').includes(flag) || (major === 1 && removed[flag] !== undefined)) return [];
			const from = args.text.indexOf(`--${flag}`);
			const place = placeInScript(read, args.text, args.content, args.place, from, from + flag.length + 2);
			const exact = place.from !== undefined;
			const instead = major === 2 && /^--[\w-]+$/.test(word) ? removed[flag] : undefined;
			return [{ flag: `--${flag}`, major, place, exact, ...(instead ? { instead } : {}), installed }];
		});
	});
