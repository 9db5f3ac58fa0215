import { Broken } from '../outline/lexer';
import type { TypeExpression } from '../type';
import { type Body, type BodySpans, statementNode } from './body';
import { StatementReader } from './statements';

/** A body, and where its nodes stand. */
export interface BodyParse {
	readonly body: Body;
	readonly spans: BodySpans;
}

/**
 * Reads one declaration: a function with its signature, `func …`, or one specification of variables or constants, `name = value`.
 * Never throws: what cannot be read is missing, and `body.problems` says so.
 */
export function readBody(text: string, kind: 'func' | 'var' | 'const'): BodyParse {
	const reader = new Reader(text);
	try {
		reader.declaration(kind);
	} catch (error) {
		if (!(error instanceof Broken)) throw error;
		reader.fail();
	}
	return reader.draft.finish();
}

class Reader extends StatementReader {
	declaration(kind: 'func' | 'var' | 'const'): void {
		this.next();
		if (kind === 'func') this.#function();
		else this.values(kind);
		if (this.at(';')) this.next();
		if (!this.at('eof')) throw new Broken();
	}

	/** Notes that what follows could not be read. */
	fail(): void {
		const { draft } = this;
		draft.backTo(0);
		draft.problems.push(statementNode(draft.state({ kind: 'bad', block: draft.block }, this.start, Math.max(this.start, this.end))));
	}

	#function(): void {
		const { draft } = this;
		this.next();
		draft.open('function');
		const receiver = this.at('(') ? this.parameters() : [];
		for (const { type } of receiver) this.#receiverTypes(type);
		if (!this.at('name')) throw new Broken();
		this.next();
		if (this.at('[')) this.typeParameters();
		const { parameters, results } = this.signature();
		this.declareParameters(receiver, 'receiver');
		this.declareParameters(parameters, 'parameter');
		this.declareParameters(results, 'result');
		draft.close(this.at('{') ? this.body() : 'falls');
	}

	/** The type parameters that a receiver names, `(s *Set[T])`. */
	#receiverTypes(type: TypeExpression): void {
		if (type.kind === 'pointer') this.#receiverTypes(type.element);
		else if (type.kind === 'name')
			for (const { name } of (type.arguments ?? []).filter(argument => argument.kind === 'name'))
				this.draft.declare(this.draft.add({ op: 'ref', name }, 0, 0), { kind: 'type' });
	}
}
