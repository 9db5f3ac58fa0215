import { type GoField, nodes } from '../file';
import { fold } from '../fold';
import { DeclarationReader } from './declarationReader';
import { DeclarationDraft } from './draft';
import { type FieldComments, readFields } from './fields';
import { identifier, readWritten } from './types';

/** What stands in the brackets behind a type's name is its parameters, and not the length of an array: a name, and something other than an operator. */
const parameters = /^\[ *[\p{L}_][\p{L}\p{N}_]*(?: *,| +[\p{L}_~*[(<])/u;

/** Reads declarations of types. */
export class TypeDeclarationReader extends DeclarationReader {
	read(): void {
		const { scanner } = this;
		const { lead, start } = scanner;
		const made: DeclarationDraft[] = [];
		if (scanner.group(index => made.push(this.#type(index, lead))) === 0) this.draft.emptyGroup = true;
		for (const draft of made) draft.set(nodes.type.declaration, start, scanner.behind);
	}

	#type(index: number, declaration: readonly string[] | undefined): DeclarationDraft {
		const { scanner } = this;
		const { start, end } = scanner;
		const name = identifier(scanner);
		const own = new DeclarationDraft(start);
		for (let node = 0; node < 4; node++) own.add(start, end); // those of `nodes.type`, most of which are not known yet
		const generic = scanner.token === '[' && parameters.test(fold(scanner.text.slice(scanner.start, scanner.start + 4096)));
		if (generic) scanner.skip();
		const alias = scanner.token === '=';
		if (alias) scanner.next();
		const from = scanner.start;
		const docs: FieldComments = { fields: [], trailing: {} };
		const fields = scanner.is('struct') ? this.#struct(docs, own) : undefined;
		const { type } = fields ? { type: 'struct' } : readWritten(scanner);
		own.set(nodes.type.type, from, scanner.behind);
		own.set(nodes.type.whole, start, scanner.behind);
		const decl = this.draft.key(name);
		this.draft.place(decl, own.close('type', scanner.behind));
		this.draft.types.push({ decl, name, alias, generic, type, index, ...(fields ? { fields } : {}) });
		this.draft.docs.push({ ...docs, ...(declaration ? { declaration } : {}) });
		return own;
	}

	#struct(docs: FieldComments, own: DeclarationDraft): readonly GoField[] {
		this.scanner.next();
		return readFields(this.scanner, docs, own);
	}
}
