/**
 * The kinds of tokens in a body (Go specification, "Lexical elements"). Numbers, as a body has thousands of tokens and each is compared many
 * times. The order is used: first those after which a line end ends a statement, then the binary operators from the weakest on.
 */
export enum Token {
	/** What is not a token of Go, such as a string that is not closed. */
	Bad,
	Name,
	Number,
	Rune,
	String,
	Break,
	Continue,
	Fallthrough,
	Return,
	Increment,
	Decrement,
	CloseParen,
	CloseBracket,
	CloseBrace,

	Or,
	And,
	Equal,
	NotEqual,
	Less,
	LessEqual,
	Greater,
	GreaterEqual,
	Plus,
	Minus,
	Pipe,
	Caret,
	Star,
	Slash,
	Percent,
	ShiftLeft,
	ShiftRight,
	Ampersand,
	AndNot,

	Not,
	Arrow,
	Tilde,

	Assign,
	Define,
	PlusAssign,
	MinusAssign,
	PipeAssign,
	CaretAssign,
	StarAssign,
	SlashAssign,
	PercentAssign,
	ShiftLeftAssign,
	ShiftRightAssign,
	AmpersandAssign,
	AndNotAssign,

	OpenParen,
	OpenBracket,
	OpenBrace,
	Comma,
	Semicolon,
	Dot,
	Colon,
	Ellipsis,

	Case,
	Chan,
	Const,
	Default,
	Defer,
	Else,
	For,
	Func,
	Go,
	Goto,
	If,
	Import,
	Interface,
	Map,
	Package,
	Range,
	Select,
	Struct,
	Switch,
	Type,
	Var,

	End,
}

const marks = '|| && == != < <= > >= + - | ^ * / % << >> & &^ ! <- ~ = := += -= |= ^= *= /= %= <<= >>= &= &^= ( [ { , ; . : ...'.split(' ');

/** How operators and punctuation are written, by their tokens; empty for every other token. */
export const spelling: readonly string[] = Array.from({ length: Token.End + 1 }, (_, token) => {
	if (token >= Token.Or && token <= Token.Ellipsis) return marks[token - Token.Or] as string;
	return token >= Token.Increment && token <= Token.CloseBrace ? (['++', '--', ')', ']', '}'][token - Token.Increment] as string) : '';
});

/** How strongly a binary operator binds (Go specification, "Operator precedence"); 0 for every other token. */
export const precedence: readonly number[] = Array.from({ length: Token.End + 1 }, (_, token) => {
	if (token < Token.Or || token > Token.AndNot) return 0;
	if (token < Token.Equal) return token === Token.Or ? 1 : 2;
	if (token < Token.Plus) return 3;
	return token < Token.Star ? 4 : 5;
});

/** The keywords (Go specification, "Keywords"). */
export const keywords: ReadonlyMap<string, Token> = new Map([
	['break', Token.Break],
	['case', Token.Case],
	['chan', Token.Chan],
	['const', Token.Const],
	['continue', Token.Continue],
	['default', Token.Default],
	['defer', Token.Defer],
	['else', Token.Else],
	['fallthrough', Token.Fallthrough],
	['for', Token.For],
	['func', Token.Func],
	['go', Token.Go],
	['goto', Token.Goto],
	['if', Token.If],
	['import', Token.Import],
	['interface', Token.Interface],
	['map', Token.Map],
	['package', Token.Package],
	['range', Token.Range],
	['return', Token.Return],
	['select', Token.Select],
	['struct', Token.Struct],
	['switch', Token.Switch],
	['type', Token.Type],
	['var', Token.Var],
]);
