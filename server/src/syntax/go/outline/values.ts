import { nodes } from '../file';
import { DeclarationReader } from './declarationReader';
import { DeclarationDraft } from './draft';
import { identifier, readWritten } from './types';

/** Reads declarations of variables and constants up to their values, and goes behind those. */
export class ValueReader extends DeclarationReader {
	read(): void {
		const { scanner } = this;
		const kind = scanner.value as 'var' | 'const';
		const { comments } = scanner;
		if (scanner.group(() => this.#value(kind, comments)) === 0) this.draft.emptyGroup = true;
	}

	#value(kind: 'var' | 'const', above: readonly string[]): void {
		const { scanner } = this;
		const { start, comments } = scanner;
		const own = new DeclarationDraft(start);
		own.add(start, start);
		const names: string[] = [];
		for (;;) {
			own.add(scanner.start, scanner.end);
			names.push(identifier(scanner));
			if (scanner.token !== ',') break;
			scanner.next();
		}
		const type = ['=', ';', ')', ''].includes(scanner.token) ? undefined : readWritten(scanner).type;
		this.skipTo(')');
		own.set(nodes.value.whole, start, scanner.behind);
		const decl = this.draft.key(names[0] as string);
		this.draft.place(decl, own.close(kind, scanner.behind));
		const directives = directivesOf(comments.length > 0 ? comments : above);
		this.draft.values.push({ decl, kind, names, ...(type === undefined ? {} : { type }), directives });
	}
}

/** The directives behind which only `//` comments follow. */
function directivesOf(comments: readonly string[]): string[] {
	const block = comments.findLastIndex(comment => comment.startsWith('/*'));
	return comments.slice(block + 1).filter(comment => /^\/\/go:[a-z]/.test(comment));
}
