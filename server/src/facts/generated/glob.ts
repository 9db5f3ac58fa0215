/** The longest pattern of a .gitignore that is looked at, in UTF-16 code units. */
const longest = 1000;

/**
 * Whether a glob of gitignore(5) matches a path whole, in time in proportion to the product of their lengths: a regular expression of a hostile pattern
 * takes exponential time.
 */
export function matchesGlob(glob: string, path: string): boolean {
	if (glob.length > longest) return false;
	// As git does, the text before the first wildcard is compared first, so that in `b**/a` the asterisks match any number of parts too.
	const wild = glob.search(/[*?[\\]/);
	if (wild < 0) return glob === path;
	if (!path.startsWith(glob.slice(0, wild))) return false;
	const [patterns, parts] = [partsOf(glob.slice(wild)), path.slice(wild).split('/')];
	// Which of the first parts the patterns so far match; `**` matches any number of parts, at least one at the end.
	let reached = parts.map(() => false);
	let none = true;
	for (const [i, pattern] of patterns.entries()) {
		const before = (j: number) => (j === 0 ? none : (reached[j - 1] as boolean));
		if (/^\*\*+$/.test(pattern)) {
			const least = i === patterns.length - 1 ? 1 : 0;
			const from = parts.findIndex((_, j) => before(j));
			const first = from < 0 ? parts.length : from;
			const ends: boolean[] = parts.map((_, j) => (from >= 0 && j >= first) || (least === 0 && (reached[j] as boolean)));
			none = least === 0 && none;
			reached = ends;
		} else {
			reached = parts.map((part, j) => before(j) && matchesPart(pattern, part));
			none = false;
		}
	}
	return reached.at(-1) === true;
}

/** The parts of a glob between separators; one in brackets separates nothing. */
function partsOf(glob: string): string[] {
	const parts: string[] = [];
	let start = 0;
	for (let at = 0; at < glob.length; at++) {
		if (glob[at] === '\\') at++;
		else if (glob[at] === '[') at = Math.max(at, closing(glob, at));
		else if (glob[at] === '/') {
			parts.push(glob.slice(start, at));
			start = at + 1;
		}
	}
	return [...parts, glob.slice(start)];
}

/** Whether a bracket is of the kind that matches what it does not list, and where its list starts. */
function opened(glob: string, at: number): { readonly negated: boolean; readonly start: number } {
	const negated = glob[at + 1] === '!' || glob[at + 1] === '^';
	return { negated, start: at + (negated ? 2 : 1) };
}

/** The offset of the bracket that closes the one at an offset; -1 if none does. */
function closing(glob: string, at: number): number {
	const { start } = opened(glob, at);
	for (let i = start; i < glob.length; i++) {
		if (glob[i] === ']' && i > start) return i;
		if (glob[i] === '\\') i++;
	}
	return -1;
}

/** Whether a glob without separators matches a name: on a mismatch the last `*` takes one more character. */
function matchesPart(glob: string, name: string): boolean {
	let [at, in_, star, from] = [0, 0, -1, 0];
	while (in_ < name.length) {
		if (glob[at] === '*') {
			star = at++;
			from = in_;
			continue;
		}
		const next = at < glob.length ? one(glob, at, name[in_] as string) : undefined;
		if (next !== undefined) {
			at = next;
			in_++;
		} else if (star >= 0) {
			at = star + 1;
			in_ = ++from;
		} else return false;
	}
	while (glob[at] === '*') at++;
	return at === glob.length;
}

/** Where the pattern goes on after the part at an offset has matched a character; undefined if it does not match. */
function one(glob: string, at: number, character: string): number | undefined {
	const first = glob[at] as string;
	if (first === '?') return at + 1;
	if (first === '\\') return glob[at + 1] === character ? at + 2 : undefined;
	if (first !== '[') return first === character ? at + 1 : undefined;
	const { negated, start } = opened(glob, at);
	const end = closing(glob, at);
	let found = false;
	for (let i = start; i < end; i++) {
		if (glob[i] === '\\') i++;
		const low = glob[i] ?? '';
		const range = glob[i + 1] === '-' && i + 2 < end;
		const high = range ? (glob[i + 2] as string) : low;
		if (low <= character && character <= high) found = true;
		if (range) i += 2;
	}
	return end >= 0 && found !== negated ? end + 1 : undefined; // a bracket that nothing closes matches nothing
}
