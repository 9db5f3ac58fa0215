import type { Read } from '../../facts/core/database';
import type { Place } from '../../text/place';
import { partialReasons, webPageReasons } from './documentReasons';
import type { Generated } from './generated';
import { hcl2SpecReasons } from './hcl2specReasons';
import type { Reason } from './reason';

/** In what a generated file that is missing or stale differs from what it is to be; nothing of one that is the same. Apart from whether it is stale, as only rules ask. */
export function reasonsOf(read: Read, file: Generated): readonly Reason[] {
	if (file.state === 'same') return [];
	if (file.kind === 'hcl2spec') return hcl2SpecReasons(read, file);
	return file.kind === 'partial' ? partialReasons(read, file) : webPageReasons(file);
}

/** Reasons of one kind about one struct at one place, put together. */
export interface Reasons {
	readonly kind: Reason['kind'];
	readonly struct: string;
	/** The fields as a sentence names them: up to three by name, then how many more. */
	readonly fields: string;
	readonly place: Place;
}

/** Reasons put together by place: a struct of the SDK that is squashed may bring dozens of fields that all come from one line. */
export function byField(reasons: readonly Reason[]): readonly Reasons[] {
	const groups = new Map<string, Reason[]>();
	for (const reason of reasons) {
		const key = JSON.stringify([reason.kind, reason.struct, reason.place]);
		groups.set(key, [...(groups.get(key) ?? []), reason]);
	}
	return [...groups.values()].map(group => {
		const [first] = group as [Reason, ...Reason[]];
		return { kind: first.kind, struct: first.struct ?? '', fields: spoken(group.flatMap(({ fields }) => fields ?? [])), place: first.place };
	});
}

function spoken(fields: readonly string[]): string {
	const names = fields.slice(0, 3).map(name => `“${name}”`);
	return fields.length > 3 ? `${names.join(', ')} and ${fields.length - 3} more` : names.join(', ');
}
