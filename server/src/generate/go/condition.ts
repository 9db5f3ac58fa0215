import type { GoFile } from '../../syntax/go/file';

/** Whether a file's syntax is broken elsewhere than in the body of a function, where it says nothing of types. */
export function isBroken(file: GoFile | undefined): boolean {
	if (file === undefined) return true;
	const functions = new Map(file.functions.map(({ declaration, body }) => [declaration, body]));
	const starts = [...functions.keys(), ...file.types.map(type => type.declaration)].sort((a, b) => a - b);
	return file.problems.some(({ node }) => {
		const start = starts.findLast(first => first < node);
		const body = start === undefined ? undefined : functions.get(start);
		return body === undefined || node < body;
	});
}

const platforms =
	/_(?:aix|android|darwin|dragonfly|freebsd|illumos|ios|js|linux|netbsd|openbsd|plan9|solaris|wasip1|windows|386|amd64|arm|arm64|loong64|mips64|mips64le|mips|mipsle|ppc64|ppc64le|riscv64|s390x|wasm)\.go$/;

/** Whether a file is built on some platforms only (go help buildconstraint). */
export const constrained = (path: string, file: GoFile): boolean => platforms.test(path) || file.directives.some(({ text }) => text.startsWith('//go:build'));
