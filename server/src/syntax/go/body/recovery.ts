import { Broken } from '../outline/lexer';
import { statementNode } from './body';
import { ExpressionReader } from './expressions';
import { Token } from './token';
import { TooDeep } from './types';

/** A statement that `break` may leave, and whether one does. */
export interface Breakable {
	readonly label: string | undefined;
	readonly outer: Breakable | undefined;
	broken: boolean;
}

/** Where something starts that may turn out to be broken, to go on from there behind it. */
export interface Place {
	readonly blocks: number;
	readonly braces: number;
	readonly depth: number;
	readonly head: boolean;
	readonly breakable: Breakable | undefined;
}

/** What is thrown where a problem is noted already. */
export const noted = new Broken();

/** Goes on behind what is broken: what is above and below can still be read. */
export abstract class RecoveringReader extends ExpressionReader {
	protected breakable: Breakable | undefined;

	/** The place before the current token. */
	protected place(): Place {
		const { braces, depth, head, breakable, draft } = this;
		return { blocks: draft.scope.depth, braces: this.token === Token.OpenBrace ? braces - 1 : braces, depth, head, breakable };
	}

	/** Notes that the syntax is broken at the current token. */
	protected problem(): void {
		const { draft } = this;
		this.blame(draft.state({ kind: 'bad', block: draft.block }, this.start, this.end));
	}

	/** Notes that a statement is broken as a whole. */
	protected blame(statement: number): void {
		this.draft.problems.push(statementNode(statement));
	}

	/** Goes back to the blocks of a place after a mistake, of which the token stays. */
	protected recover(error: unknown, place: Place): void {
		if (!(error instanceof Broken) || error instanceof TooDeep) throw error;
		if (error !== noted) this.problem();
		this.draft.closeTo(place.blocks);
		this.depth = place.depth;
		this.head = place.head;
		this.breakable = place.breakable;
	}

	/** Goes to the end of the line, or to another token before that, and out of the braces that were opened since a place. */
	protected skip({ braces }: Place, stop = Token.Semicolon): void {
		for (let { token } = this; token !== Token.End; token = this.next()) {
			if (this.braces < braces) return;
			if (token === Token.OpenBrace ? token === stop && this.braces === braces + 1 : this.braces === braces && (token === Token.Semicolon || token === stop))
				return;
		}
	}
}
