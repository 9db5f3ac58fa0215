import type { Random } from './random';

/** Texts that have broken readers of Go, YAML, HCL, Markdown, Makefiles and logs. */
const tokens = [
	...[
		'{',
		'}',
		'(',
		')',
		'[',
		']',
		'"',
		"'",
		'`',
		'/*',
		'*/',
		'//',
		'#',
		'<!--',
		'-->',
		'---',
		'```',
		'~~~',
		'|',
		'>',
		'&a',
		'*a',
		'<<: *a',
		'${',
		'}}',
		'{{',
		'%{',
	],
	...[
		'\n::error::x',
		'##[error]x',
		'\u001b[2J',
		'\u0000',
		'\u202e',
		'\ud800',
		'\ufeff',
		'\r',
		'\r\n',
		'\u2028',
		'\t',
		'\u0301',
		'😀',
		'../../etc/passwd',
		'/etc/passwd',
	],
	...[
		'__proto__',
		'constructor',
		'toString',
		'1e999',
		'-0',
		'0x',
		'@include "../../x"',
		'// packer-readiness:ignore ',
		':ignore x/y -- z',
		'go:generate ',
		'package ',
		'func ',
	],
	...[
		'mapstructure:",squash"',
		'<<EOF\n',
		'$(shell x)',
		'include x',
		'!!binary',
		'? ',
		': ',
		'- ',
		'a: b: c',
		'\\',
		'\\u{110000}',
		'type X struct { X }',
		'replace x => ../..',
	],
] as const;

/** The ways of changing a text. */
const ways: ReadonlyArray<(text: string, random: Random) => string> = [
	(text, random) => insertedAt(text, random.below(text.length + 1), random.of(tokens)),
	(text, random) => insertedAt(text, random.below(text.length + 1), random.of(tokens).repeat(1 + random.below(50))),
	(text, random) => {
		const [from, to] = part(text, random);
		return text.slice(0, from) + text.slice(to);
	},
	(text, random) => {
		const [from, to] = part(text, random);
		return insertedAt(text, random.below(text.length + 1), text.slice(from, to));
	},
	(text, random) => {
		const lines = text.split('\n');
		const [a, b] = [random.below(lines.length), random.below(lines.length)];
		[lines[a], lines[b]] = [lines[b] as string, lines[a] as string];
		return lines.join('\n');
	},
	(text, random) => text.slice(0, random.below(text.length + 1)),
	text => text.replaceAll('\n', '\r\n'),
	text => `\ufeff${text}`,
	(text, random) => text.replaceAll(random.of(['"', '\n', ' ', '\t', '(', 'e', '.']), random.of(tokens)),
	(text, random) => {
		const words = [...new Set(text.match(/[\w.-]+/g) ?? ['x'])];
		return text.replaceAll(random.of(words), random.of([...words, ...tokens]));
	},
	() => '',
];

/** A text after one to four changes. */
export function mutated(text: string, random: Random): string {
	let result = text;
	for (let left = 1 + random.below(4); left > 0; left--) result = random.of(ways)(result, random).slice(0, 200_000);
	return result;
}

const insertedAt = (text: string, at: number, what: string) => text.slice(0, at) + what + text.slice(at);

function part(text: string, random: Random): [from: number, to: number] {
	const from = random.below(text.length + 1);
	return [from, Math.min(text.length, from + random.below(random.of([3, 40, 400])))];
}
