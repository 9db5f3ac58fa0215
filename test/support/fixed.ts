import { format } from '@wasm-fmt/gofmt';
import { outcome } from '../../server/src/cli/changes/apply';
import type { Engine } from '../../server/src/engine/check';
import { type ResolvedEdit, resolveFix } from '../../server/src/engine/edits';
import type { Reported } from '../../server/src/engine/report';
import type { Database } from '../../server/src/facts/core/database';
import { filesUnder, text } from '../../server/src/facts/core/files';
import { settings } from '../../server/src/facts/readiness/settings';
import { comments } from './comments';

/** The edits of a finding's fix, against the files as they are. */
export const editsOf = (db: Database, { fix }: Reported): ResolvedEdit[] => (fix ? resolveFix(db.get, fix) : []);

/** Makes edits; what two fixes have in common is made once. */
export function apply(db: Database, edits: readonly ResolvedEdit[]): void {
	const once = edits.filter((edit, i) => edits.findIndex(other => isSame(edit, other)) === i);
	const made = [...new Set(once.map(edit => edit.path))].map(path => [path, outcome(db, path, once).text] as const);
	for (const [path, text] of made) db.setFile(path, text === undefined ? undefined : { text });
}

export const isSame = (a: ResolvedEdit, b: ResolvedEdit): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two edits, not the same one, touch: of two insertions at one place it is not said which comes first. */
export function touch(a: ResolvedEdit, b: ResolvedEdit): boolean {
	if (a.path !== b.path || isSame(a, b)) return false;
	if (a.kind !== 'text' || b.kind !== 'text') return true;
	return a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
}

/** All that rules say of a plugin; they must not break. */
export function findingsOf(engine: Pick<Engine, 'check'>, db: Database): readonly Reported[] {
	const { findings, failures } = engine.check(db.get, db.get(settings));
	if (failures.length > 0) throw new Error(failures.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
	return findings;
}

/** The texts of all files of a plugin. */
export const textsOf = (db: Database): Map<string, string> => new Map(db.get(filesUnder, '').map(path => [path, db.get(text, path) ?? '']));

/** The comments of all files of a plugin, each with its file. */
export const commentsOf = (db: Database): string[] => [...textsOf(db)].flatMap(([path, text]) => comments(path, text).map(said => `${path}: ${said}`));

/** What is in the first list and not in the second, each as often as it is there. */
export function missingFrom<T>(first: readonly T[], second: readonly T[], nameOf: (one: T) => string): T[] {
	const left = new Map<string, number>();
	for (const one of second) left.set(nameOf(one), (left.get(nameOf(one)) ?? 0) + 1);
	return first.filter(one => {
		const count = left.get(nameOf(one)) ?? 0;
		left.set(nameOf(one), count - 1);
		return count <= 0;
	});
}

/** What makes a finding the same one after an edit, wherever it stands then. */
export const nameOf = ({ rule, key, path, message }: Reported): string => `${rule} ${key} ${path}: ${message}`;

/** Whether edits remove what stands at an offset, and put nothing there; files are written or deleted whole. */
export const isRemoved = (path: string, offset: number, edits: readonly ResolvedEdit[]): boolean =>
	edits.some(edit => edit.path === path && (edit.kind !== 'text' || (edit.text === '' && edit.span.start <= offset && offset < edit.span.end)));

/** The imports that Go files do not use, each with its file: Go refuses to build with them. */
export function unusedImports(db: Database): string[] {
	return [...textsOf(db)].flatMap(([path, text]) => {
		if (!path.endsWith('.go')) return [];
		const code = text.replace(/`[^`]*`|"(?:[^"\\\n]|\\.)*"|\/\/.*|\/\*[\s\S]*?\*\//g, '""');
		const imports = [...text.matchAll(/^(?:import|\t)[ \t]*(\w+ )?"([\w./-]+)"[ \t]*(?:\/\/.*)?$/gm)];
		return imports.flatMap(([, alias, imported = '']) => {
			const last =
				imported
					.replace(/\/v\d+$/, '')
					.split('/')
					.at(-1) ?? '';
			const name = alias?.trim() ?? last.replace(/^go-|\.v\d+$/g, '');
			return name === '_' || new RegExp(`\\b${name}\\.`).test(code) ? [] : [`${path}: ${imported}`];
		});
	});
}

/** What gofmt says of each Go file: whether it can be parsed, and whether it is as gofmt would have it. */
export const gofmtOf = (texts: ReadonlyMap<string, string>): Map<string, 'formatted' | 'unformatted' | 'broken'> =>
	new Map([...texts].filter(([path]) => path.endsWith('.go')).map(([path, text]) => [path, isFormatted(text)]));

function isFormatted(text: string): 'formatted' | 'unformatted' | 'broken' {
	try {
		return format(text) === text ? 'formatted' : 'unformatted';
	} catch {
		return 'broken';
	}
}
