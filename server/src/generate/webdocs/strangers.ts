import { tagOf } from '../../facts/config/fields';
import type { Fact } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { onlySubjects } from '../../facts/docs/labeledLines';
import { goFile } from '../../facts/go/file';
import { goSources } from '../../facts/go/sources';
import type { Component } from '../../facts/plugin/components';
import type { Place } from '../../text/place';
import { attributeNames, attributesKey } from './attributes';

/** An option that a page documents and that its component does not have. */
export interface Stranger {
	readonly component: Component;
	readonly name: string;
	readonly place: Place;
}

/** The options that the pages of components document and that these do not have. */
export const strangers: Fact<readonly Stranger[]> = read =>
	read(onlySubjects).flatMap(({ component, page: { path } }) => {
		const known = read(attributeNames, attributesKey(component));
		if (!known?.complete) return [];
		const names = new Set(known.names);
		const others = read(options, path).filter(({ name, heading }) => !names.has(name) && !core.has(name) && !aside.test(heading));
		return others.flatMap(({ name, start }) =>
			read(skipped).includes(name) ? [] : [{ component, name, place: { path, from: start, to: start + name.length } }],
		);
	});

/** An item of a page that documents an option: where its name starts, and the heading that it is under. */
interface Option {
	readonly name: string;
	readonly start: number;
	readonly heading: string;
}

/** The options that a page documents in items as `- `name` (type) - …`, outside of code. */
const options: Fact<readonly Option[], string> = (read, path) => {
	const found: Option[] = [];
	let fence: string | undefined;
	let heading = '';
	let from = 0;
	for (const line of (read(text, path) ?? '').split('\n')) {
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence === undefined && mark !== undefined) fence = mark;
		else if (fence !== undefined && mark?.startsWith(fence)) fence = undefined;
		else if (fence === undefined) {
			heading = /^#{1,6}[ \t]{1,100}(.{0,1000})/.exec(line)?.[1] ?? heading;
			const name = /^[-*][ \t]{1,100}`([a-z][a-z0-9_]{0,100})`[ \t]{0,100}\([^()\n]{1,80}\)[ \t]{0,100}[-–—:]/.exec(line)?.[1];
			if (name !== undefined) found.push({ name, start: from + line.indexOf('`') + 1, heading });
		}
		from += line.length + 1;
	}
	return found;
};

/** The names that structs of the plugin take in JSON only. */
const skipped: Fact<readonly string[]> = read => read(goSources).flatMap(path => read(skippedIn, path));

const skippedIn: Fact<readonly string[], string> = (read, path) =>
	(read(text, path)?.includes('skip"') ? (read(goFile, path)?.types ?? []) : []).flatMap(({ fields = [] }) =>
		fields.flatMap(field => (tagOf(field, 'mapstructure-to-hcl2')?.includes('skip') ? (tagOf(field, 'mapstructure')?.split(',').slice(0, 1) ?? []) : [])),
	);

/** What Packer itself takes in blocks of components. */
const core = new Set('name type only except override pause_before max_retries timeout keep_input_artifact labels'.split(' '));

/** Headings of lists of something else. */
const aside = /output|return|export|environment|variable|artifact|generated|build data|object|metadata/i;
