import type { Parameter } from './body/parameters';
import { StatementReader } from './body/statements';
import type { GoFunction } from './file';
import { Broken } from './outline/lexer';
import type { TypeExpression } from './type';

/** A parameter or result of a function: its name, where it has one, and its type. */
export interface GoParameter {
	readonly name?: string;
	readonly type: TypeExpression;
}

/** What a function takes and gives. */
export interface GoSignature {
	readonly parameters: readonly GoParameter[];
	readonly results: readonly GoParameter[];
}

/** The parameters and results of a function; undefined where they cannot be read. */
export function signatureOf({ signature }: Pick<GoFunction, 'signature'>): GoSignature | undefined {
	const reader = new StatementReader(signature);
	try {
		reader.next();
		const { parameters, results } = reader.signature();
		return { parameters: parameters.map(plain), results: results.map(plain) };
	} catch (error) {
		if (!(error instanceof Broken)) throw error;
		return undefined;
	}
}

const plain = ({ name, type }: Parameter): GoParameter => ({ ...(name ? { name: name.name } : {}), type });
