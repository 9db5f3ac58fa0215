import { spelling, Token } from './token';

/** How many characters an operator or a mark takes, by its token; what is not a token of Go takes one. */
export const widths: readonly number[] = spelling.map(written => Math.max(written.length, 1));

/** The operator or mark that starts here with a character, the longest that there is (Go specification, "Operators and punctuation"). */
export function operatorAt(text: string, start: number, code: number): Token {
	switch (code) {
		case 40:
			return Token.OpenParen;
		case 41:
			return Token.CloseParen;
		case 44:
			return Token.Comma;
		case 46: // ...
			return text.charCodeAt(start + 1) === 46 && text.charCodeAt(start + 2) === 46 ? Token.Ellipsis : Token.Dot;
		case 58:
			return assigns(text, start + 1, Token.Define, Token.Colon);
		case 59:
			return Token.Semicolon;
		case 91:
			return Token.OpenBracket;
		case 93:
			return Token.CloseBracket;
		case 123:
			return Token.OpenBrace;
		case 125:
			return Token.CloseBrace;
		case 126:
			return Token.Tilde;
		case 33:
			return assigns(text, start + 1, Token.NotEqual, Token.Not);
		case 61:
			return assigns(text, start + 1, Token.Equal, Token.Assign);
		case 42:
			return assigns(text, start + 1, Token.StarAssign, Token.Star);
		case 47:
			return assigns(text, start + 1, Token.SlashAssign, Token.Slash);
		case 37:
			return assigns(text, start + 1, Token.PercentAssign, Token.Percent);
		case 94:
			return assigns(text, start + 1, Token.CaretAssign, Token.Caret);
		default:
			return doubled(text, start, code);
	}
}

/** Those that may be doubled: + - & | < >. */
function doubled(text: string, start: number, code: number): Token {
	const second = text.charCodeAt(start + 1);
	switch (code) {
		case 43:
			return second === 43 ? Token.Increment : assigns(text, start + 1, Token.PlusAssign, Token.Plus);
		case 45:
			return second === 45 ? Token.Decrement : assigns(text, start + 1, Token.MinusAssign, Token.Minus);
		case 124:
			return second === 124 ? Token.Or : assigns(text, start + 1, Token.PipeAssign, Token.Pipe);
		case 38:
			if (second === 94) return assigns(text, start + 2, Token.AndNotAssign, Token.AndNot);
			return second === 38 ? Token.And : assigns(text, start + 1, Token.AmpersandAssign, Token.Ampersand);
		case 60:
			if (second === 45) return Token.Arrow;
			return second === 60 ? assigns(text, start + 2, Token.ShiftLeftAssign, Token.ShiftLeft) : assigns(text, start + 1, Token.LessEqual, Token.Less);
		case 62:
			return second === 62 ? assigns(text, start + 2, Token.ShiftRightAssign, Token.ShiftRight) : assigns(text, start + 1, Token.GreaterEqual, Token.Greater);
		default:
			return Token.Bad;
	}
}

/** One token where `=` is here, the other where not. */
const assigns = (text: string, at: number, yes: Token, no: Token): Token => (text.charCodeAt(at) === 61 ? yes : no);
