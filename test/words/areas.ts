/** Who looks after which part of the project. */
export type Area = 'release' | 'core' | 'config' | 'docs' | 'acctest' | 'tree' | 'editor' | 'speed' | 'words';

/**
 * The areas whose words are still to be converted: what stands in their files is not looked at. REMOVE YOUR AREA from this list when its
 * words are right. What is left to do in an area is printed by
 *
 *     node esbuild.mjs test word && WORDS=release npx mocha --no-config --timeout 60000 out/test/word*.test.js
 *
 * A new area is never added, and the list goes when it is empty.
 */
export const later: readonly Area[] = ['speed'];

/** The areas by the beginnings of paths; the first that fits counts, and `words` has what fits none. */
const paths: ReadonlyArray<readonly [area: Area, path: RegExp]> = [
	[
		'speed',
		/^server\/src\/(?:facts\/core|syntax\/go|lsp\/(?:ahead|host|plugin)\.ts)|^test\/(?:bench|facts\/(?:database|incremental)|syntax\/(?:body|outline))/,
	],
	['release', /^server\/src\/(?:rules|facts)\/(?:release|ci)\/|^test\/release\//],
	[
		'config',
		/^server\/src\/(?:rules\/config|generate|facts\/(?:config|generated))\/|^test\/(?:generate|toolchain)\/|^scripts\/(?:corpusGenerated|sdkTables)\.ts/,
	],
	['docs', /^server\/src\/(?:rules|facts)\/(?:docs|webdocs|repo)\/|^test\/docs\//],
	['acctest', /^server\/src\/(?:rules|facts)\/(?:acctest|security)\//],
	[
		'core',
		/^server\/src\/(?:rules\/(?:main|module|component|license|support|syntax|readiness)|facts\/(?:plugin|license|support|readiness))\/|^test\/facts\/(?:components|licenses|settings|suppressions|version)/,
	],
	['tree', /^server\/src\/checklist\/|^client\/src\/features\/(?:checklist|drafts|snippets|status)|^test\/checklist\//],
	[
		'editor',
		/^client\/src\/features\/(?:acceptance|fixes|generate|pages|scaffold|report)|^snippets\/|^schemas\/|^test\/(?:client|editor)\/|^test\/scaffold\/snippet/,
	],
];

/** The area of a file. */
export const areaOf = (path: string): Area => paths.find(([, pattern]) => pattern.test(path))?.[0] ?? 'words';

/** Whether the words of a file are looked at: those of the area that the environment variable WORDS names, or of all that are not for later. */
export function isLookedAt(path: string): boolean {
	const area = areaOf(path);
	return process.env.WORDS === undefined ? !later.includes(area) : process.env.WORDS === area;
}
