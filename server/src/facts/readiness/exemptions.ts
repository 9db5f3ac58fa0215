import type { YamlEntry, YamlValue } from '../../syntax/yaml/file';
import { asText, entries, entryOf, isNull, items, itemsOrOne } from '../../syntax/yaml/lookup';
import type { Node } from '../../text/nodes';
import { kinds } from '../plugin/registrations';
import type { Wrong } from './problems';
import { ruleIds } from './ruleIds';

/** What can be said of an exemption. */
export const exemptionNames = ['rule', 'path', 'component', 'reason', 'owner', 'expires'] as const;

/** A rule whose findings do not count in some files or for a component, until a date. */
export interface Exemption {
	readonly rule: string;
	/** Patterns as in a .gitignore; empty for every file. */
	readonly paths: readonly string[];
	/** A component as `builder/ebs`: its kind and its registered name, which is empty for plugin.DEFAULT_NAME. */
	readonly component?: string;
	readonly reason: string;
	readonly owner?: string;
	/** The last day on which it counts, as 2027-03-31. */
	readonly expires?: string;
	/** The rule's id in the file, and the whole item of the list. */
	readonly node: Node;
	readonly item: Node;
}

/** Reads the list under `exemptions`; one that is not whole is left out, and said to be. */
export function exemptionsOf(value: YamlValue | undefined, wrong: Wrong): readonly Exemption[] {
	if (value !== undefined && value.kind !== 'list' && !isNull(value)) wrong('list', '`exemptions`', value.node);
	return items(value).flatMap(item => exemptionOf(item, wrong));
}

function exemptionOf(item: YamlValue, wrong: Wrong): readonly Exemption[] {
	if (item.kind !== 'map') {
		wrong('shape', 'An exemption', item.node);
		return [];
	}
	for (const { key, keyNode } of entries(item)) if (!(exemptionNames as readonly string[]).includes(key)) wrong('key', key, keyNode, { words: exemptionNames });
	const said = (name: (typeof exemptionNames)[number]) => entryOf(item, name);
	const rule = asText(said('rule')?.value);
	if (rule === undefined) {
		wrong('unnamed', '', item.node);
		return [];
	}
	const { node } = (said('rule') as YamlEntry).value;
	if (!ruleIds.includes(rule)) wrong('rule', rule, node, { words: ruleIds });
	const reason = asText(said('reason')?.value)?.trim();
	if (!reason) wrong('reason', rule, node);
	const expires = dateOf(said('expires'), wrong);
	const paths = itemsOrOne(said('path')?.value).map(asText);
	const component = componentOf(said('component'), wrong);
	if (paths.includes(undefined)) wrong('path', rule, (said('path') as YamlEntry).value.node);
	if (!ruleIds.includes(rule) || !reason || expires === 'wrong' || component === 'wrong' || paths.includes(undefined)) return [];
	const owner = asText(said('owner')?.value);
	return [
		{
			rule,
			paths: paths.filter(path => path !== undefined),
			...(component === undefined ? {} : { component }),
			reason,
			...(owner === undefined ? {} : { owner }),
			...(expires === undefined ? {} : { expires }),
			node,
			item: item.node,
		},
	];
}

/** A day as YYYY-MM-DD; undefined if none is given. */
function dateOf(said: YamlEntry | undefined, wrong: Wrong): string | undefined | 'wrong' {
	if (said === undefined || isNull(said.value)) return undefined;
	const text = asText(said.value) ?? '';
	if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text)) return text;
	wrong('date', text, said.value.node);
	return 'wrong';
}

function isDay(text: string): boolean {
	const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
	return day >= 1 && day <= longest;
}

function componentOf(said: YamlEntry | undefined, wrong: Wrong): string | undefined | 'wrong' {
	if (said === undefined || isNull(said.value)) return undefined;
	const text = asText(said.value) ?? '';
	const kind = text.slice(0, text.indexOf('/'));
	if (text.includes('/') && (kinds as readonly string[]).includes(kind)) return text;
	wrong('component', text, said.value.node, { words: kinds.map(known => `${known}${text.includes('/') ? text.slice(text.indexOf('/')) : ''}`) });
	return 'wrong';
}
