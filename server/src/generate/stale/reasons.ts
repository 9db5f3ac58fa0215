import type { Place } from '../../text/place';
import type { Reason } from './generated';

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
