/** A word that we do not write, and what we write instead. */
export interface Term {
	readonly pattern: RegExp;
	readonly instead: string;
}

const term = (pattern: RegExp, instead: string): Term => ({ pattern, instead });

/** British spellings; the same stems are found in identifiers. */
const spelling: readonly Term[] = [
	term(/licence/i, 'license'),
	term(/colour/i, 'color'),
	term(/(?:behavi|favo|hono|neighb|flav|lab|endeav|rum)our(?!n)/i, '-or'),
	term(
		/(?:organ|recogn|serial|initial|normal|minim|maxim|categor|summar|prior|custom|optim|util|final|general|synchron|author|capital|item|local|emphas|apolog|central|memo|real|symbol|sanit|neutral|stabil|visual)(?:is(?:e[drs]?|ing|ation)|isable)(?![a-z])/i,
		'-ize',
	),
	term(/\banalys(?:e[dr]?|ing)\b/i, 'analyze'),
	term(/catalogue/i, 'catalog'),
	term(/\bprogrammes?\b/i, 'program'),
	term(/\b(?:cent|met|fib|theat)re(?:s|d)?\b/i, '-er'),
	term(/\bgrey/i, 'gray'),
	term(/\b(?:de|of)fence|pretence/i, '-ense'),
	term(/(?:cancel|travel|label|model|signal|level|fuel|marshal)l(?:ed|ing)\b/i, 'one l'),
	term(/\b(?:learnt|spelt|burnt|dreamt)\b/i, '-ed'),
	term(/\b(?:whilst|amongst|judgement|fulfil|enrol|skilful|wilful|artefacts?|cheque|sceptic\w*|practise[ds]?)\b/i, 'American spelling'),
	term(/\be-mail/i, 'email'),
	term(/\bpre-release/i, 'prerelease'),
];

/** Phrases that readers have to read twice. */
const phrases: readonly Term[] = [
	term(/\bmend(?:s|ed|ing)?\b/i, 'fix'),
	term(/\bleft[ -]?overs?\b/i, 'still of the template, unused'),
	term(/\bobey(?:s|ed|ing)?\b/i, 'apply, respect'),
	term(/\b(?:came|comes?|coming) out\b/i, 'result, output, is'),
	term(/\bwho(?:m?)ever\b/i, 'users, people who'),
	term(/\bof (?:before|old)\b(?![.[(])/i, 'earlier, old'),
	term(/\bin the place of\b/i, 'instead of'),
	term(/(?<!\bstand(?:s|ing)? )\bin the way of\b/i, 'like, as'),
	term(/\bha(?:s|ve|d) (?:not )?got\b/i, 'has, does not have'),
	term(/(?<!\bthere )\b(?:is|are|was|were|be) no(?= [^\s`])(?! (?:longer|more|less|different|matter|other)\b)/i, 'is not a'),
	term(/(?<!\bthere )\b(?:is|are|was|were) none\b/i, 'is not one'),
	term(/\bso that (?:it|they|he|one|\w+) (?:is|are) told\b/i, 'to tell'),
	term(/\b(?:can(?:not)?|could not) be told\b/i, 'is unknown, cannot be determined'),
	term(/\bout of use\b/i, 'deprecated'),
	term(/\bpass(?:es|ed)? over\b/i, 'skips'),
	term(/\bhears? (?:of|nothing)\b/i, 'is not notified'),
	term(/\bto be had\b/i, 'available'),
	term(/\bnot obtain(?:s|ed)\b/i, 'missing'),
	term(/\bof (?:ours|theirs|one's own)\b/i, 'our, their'),
	term(/\bgood (?:deal|many)\b/i, 'much, many'),
];

/** What we write nowhere. */
export const everywhere: readonly Term[] = [...spelling, ...phrases];

/** What we do not write where a person who uses the product reads it, besides. */
export const toPeople: readonly Term[] = [
	term(/[“”’‘]/, 'backticks around code, straight quotes'),
	term(/!(?=\s|$)/, 'no exclamation mark'),
	term(/\brefus(?:e[sd]?|ing|al)\b(?<!connection refused)/i, 'reject'),
	term(/\btakes? (?:it|them|that) out\b/i, 'remove'),
	term(/\bas it stands\b/i, 'unchanged'),
	term(/\blike (?:this|that) one\b/i, 'say which'),
	term(/\b(?:sorry|oops|please)\b/i, 'no apologies'),
];

/** Where a word is somebody else's: the name of an interface, of a file, or what texts that are read may say. */
const theirs: ReadonlyArray<readonly [path: RegExp, words: RegExp]> = [
	[/./, /\b(?:Request|Server|State)Cancelled\b|\bcancelled\(\)/],
	[/component\/sdkKeys\.ts$/, /'cancelled'/],
	[/^/, /\b(?:repo\/)?scaffolding-leftover\b|\bwebdocs\\?\/leftover\b|\b(?:repoScaffolding|webdocs)Leftover\b|BurntSushi|\|leftover\|/], // ids of rules, a module
	[/^server\/src\/(?:facts|rules)\/license\/|^test\/facts\/licenses|^test\/fixes|metadata-unknown-key/, /\blicence\b|\bLICENCE\b|\/licence\/g/],
];

/** The terms that a line of a file must not have, as `"what it says" → what to write`. */
export function unwanted(path: string, line: string, terms: readonly Term[]): string[] {
	let said = line;
	for (const [where, words] of theirs) if (where.test(path)) said = said.replace(new RegExp(words, 'g'), '');
	const apart = said.replace(/([a-z\d])([A-Z])/g, '$1 $2');
	return terms.flatMap(({ pattern, instead }) => {
		const [found] = pattern.exec(said) ?? pattern.exec(apart) ?? [];
		return found === undefined ? [] : [`"${found}" → ${instead}`];
	});
}
