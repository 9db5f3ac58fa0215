/** What a template computes with. `unknown` is something that only a release would tell: a commit, a date. */
export type Value = string | number | boolean | null | readonly Value[] | typeof unknown;

/** A value that is not known before the release. */
export const unknown = Symbol('unknown');

const text = (value: Value | undefined) => (typeof value === 'string' ? value : undefined);

/** What Go's templates take for true. */
export const isTrue = (value: Value): boolean =>
	value !== null && value !== false && value !== 0 && value !== '' && !(Array.isArray(value) && value.length === 0);

const onText =
	(f: (...args: string[]) => Value) =>
	(...args: readonly Value[]): Value | undefined => {
		const texts = args.map(text);
		return texts.length === f.length && texts.every(t => t !== undefined) ? f(...(texts as string[])) : undefined;
	};

const compare =
	(passes: (a: number | string, b: number | string) => boolean) =>
	(...[a, b]: readonly Value[]): Value | undefined =>
		(typeof a === 'string' && typeof b === 'string') || (typeof a === 'number' && typeof b === 'number') ? passes(a, b) : undefined;

const bump = (part: number) =>
	onText(version => {
		const [, v, ...numbers] = /^(v?)(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
		return numbers.length === 0 ? unknown : v + numbers.map((n, i) => (i < part ? n : i === part ? String(Number(n) + 1) : '0')).join('.');
	});

/**
 * The functions of Go's templates and of GoReleaser (internal/tmpl/tmpl.go) that need nothing but their arguments.
 * Undefined is for arguments that they do not take.
 */
export const functions: Readonly<Record<string, (...args: readonly Value[]) => Value | undefined>> = {
	eq: (first, ...others) => first !== undefined && others.length > 0 && others.some(other => other === first),
	ne: (a, b) => a !== b,
	lt: compare((a, b) => a < b),
	le: compare((a, b) => a <= b),
	gt: compare((a, b) => a > b),
	ge: compare((a, b) => a >= b),
	and: (...args) => args.find(arg => !isTrue(arg)) ?? args.at(-1),
	or: (...args) => args.find(isTrue) ?? args.at(-1),
	not: arg => (arg === undefined ? undefined : !isTrue(arg)),
	len: arg => (typeof arg === 'string' || Array.isArray(arg) ? arg.length : undefined),
	index: (list, at) => (Array.isArray(list) && typeof at === 'number' ? list[at] : undefined),
	print: (...args) => (args.every(arg => typeof arg === 'string') ? args.join('') : undefined),
	printf: (format, ...args) => {
		if (typeof format !== 'string' || /%(?![svd%])/.test(format)) return undefined;
		let next = 0;
		const printed = format.replace(/%[svd%]/g, verb => (verb === '%%' ? '%' : String(args[next++] ?? '')));
		return next === args.length && args.every(arg => typeof arg === 'string' || typeof arg === 'number') ? printed : undefined;
	},
	replace: onText((s, from, to) => s.replaceAll(from, () => to)),
	split: onText((s, by) => s.split(by)),
	contains: onText((s, part) => s.includes(part)),
	tolower: onText(s => s.toLowerCase()),
	toupper: onText(s => s.toUpperCase()),
	trim: onText(s => s.trim()),
	trimprefix: onText((s, prefix) => (s.startsWith(prefix) ? s.slice(prefix.length) : s)),
	trimsuffix: onText((s, suffix) => (suffix !== '' && s.endsWith(suffix) ? s.slice(0, -suffix.length) : s)),
	title: onText(s => s.toLowerCase().replace(/(^|[^\p{L}\p{N}_'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())),
	base: onText(s => s.replace(/\/+$/, '').split('/').at(-1) as string),
	urlPathEscape: onText(s => encodeURIComponent(s)),
	incmajor: bump(0),
	incminor: bump(1),
	incpatch: bump(2),
	list: (...args) => args,
};

/** The functions that need more than their arguments, or that we do not compute. */
const others =
	'index isEnvSet envOrDefault time abs dir join filter reverseFilter mdv2escape map indexOrDefault blake2b blake2s blake3 crc32 md5 sha224 sha384 sha256 sha1 sha512 sha3_224 sha3_384 sha3_256 sha3_512 readFile mustReadFile englishJoin call html js println slice urlquery';

/** Whether GoReleaser's templates have a function of a name: GoReleaser's own, and Go's. */
export const isFunction = (name: string): boolean => Object.hasOwn(functions, name) || others.split(' ').includes(name);
