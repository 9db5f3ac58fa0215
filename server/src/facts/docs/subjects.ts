import type { Fact } from '../core/database';
import { text } from '../core/files';

/** What the text of a page names. */
export interface Subject {
	/** The name in its line ``Type: `acme-ebs` ``. */
	readonly type?: string;
	/** Its titles, from its front matter and its first heading, without the group that follows a dash. */
	readonly titles: readonly string[];
	/** The components that its examples use, as `source acme-ebs`, each once. */
	readonly uses: readonly string[];
}

/** What the text of a page names in its `Type:` line, its titles and its examples. */
export const subject: Fact<Subject, string> = (read, path) => {
	const source = read(text, path) ?? '';
	const type = /^(?:[*_]*)Type:?[*_]*:? *`([^`\n]+)`/m.exec(source)?.[1]?.trim();
	const titles = [/^# +(.+?)[ \t#]*\r?$/m, /^(?:page|nav|sidebar)_title: *["']?(.+?)["']?\r?$/m].flatMap(pattern => pattern.exec(source)?.[1] ?? []);
	const uses = [...source.matchAll(/^[ \t]{0,200}(source|provisioner|post-processor|data)[ \t]{1,200}"([^"\s]{1,200})"/gm)].map(
		([, block, name]) => `${block} ${name}`,
	);
	return {
		...(type === undefined ? {} : { type }),
		titles: titles.map(title => title.replace(/ - .*$/, '')),
		uses: [...new Set(uses)],
	};
};
