import { createTwoFilesPatch } from 'diff';
import type { About } from './about';

/** The file of hashicorp/packer in which plugins were registered. */
export const manifestPath = 'website/data/plugins-manifest.json';

/** Its content from 2024-01-29 until it was deleted. */
export const lastManifest = '[\n]\n';

/** One entry of the manifest, its keys in the order that the entries there had. */
export interface ManifestEntry {
	readonly title: string;
	readonly path: string;
	readonly repo: string;
	readonly version: string;
	readonly pluginTier?: 'community';
	readonly sourceBranch?: string;
	readonly isHcpPackerReady?: true;
}

/** The plugin's entry. HashiCorp set `verified` after the review; its own plugins had no tier. */
export const manifestEntry = ({ title, name, owner, repository, branch, hcp }: About): ManifestEntry => ({
	title,
	path: name,
	repo: `${owner ?? 'OWNER'}/${repository}`,
	version: 'latest',
	...(owner === 'hashicorp' ? {} : { pluginTier: 'community' }),
	// Any other branch that happens to be checked out is not where the documentation is.
	...(branch === 'master' ? { sourceBranch: branch } : {}),
	...(hcp.ready ? { isHcpPackerReady: true } : {}),
});

/** An entry as it stands in the manifest, without the comma after it. */
export const entryText = (entry: ManifestEntry): string => JSON.stringify(entry, undefined, 2).replace(/^/gm, '  ');

/** The manifest with an entry put in by its title; undefined if the text is not a manifest. The rest stays unchanged. */
export function withEntry(manifest: string, entry: ManifestEntry): string | undefined {
	const titles = titlesOf(manifest);
	if (titles === undefined) return undefined;
	const lines = manifest.split('\n');
	const starts = lines.flatMap((line, i) => (line.trimEnd() === '  {' ? [i] : []));
	if (starts.length !== titles.length) return undefined;
	const before = titles.findIndex(title => title.localeCompare(entry.title, 'en', { sensitivity: 'base' }) > 0);
	const text = entryText(entry).split('\n');
	if (before !== -1) return lines.toSpliced(starts[before] as number, 0, ...text.slice(0, -1), '  },').join('\n');
	const end = lines.findLastIndex(line => line.trimEnd() === ']');
	const last = lines.slice(0, end).findLastIndex(line => line.trimEnd() === '  }');
	const comma = last === -1 ? lines : lines.with(last, '  },');
	return comma.toSpliced(end, 0, ...text).join('\n');
}

/** The change to the manifest that registers an entry, as `git apply` takes it; undefined if the text is not a manifest. */
export function manifestPatch(entry: ManifestEntry, manifest = lastManifest): string | undefined {
	const changed = withEntry(manifest, entry);
	if (changed === undefined) return undefined;
	const patch = createTwoFilesPatch(`a/${manifestPath}`, `b/${manifestPath}`, manifest, changed, undefined, undefined, { context: 3 });
	return `diff --git a/${manifestPath} b/${manifestPath}\n${patch.replace(/^=+\n/, '').replace(/^((?:---|\+\+\+) [^\t\n]*)\t?$/gm, '$1')}`;
}

function titlesOf(manifest: string): readonly string[] | undefined {
	try {
		const parsed: unknown = JSON.parse(manifest);
		return Array.isArray(parsed) ? parsed.map(entry => String((entry as { title?: unknown } | null)?.title ?? '')) : undefined;
	} catch {
		return undefined;
	}
}
