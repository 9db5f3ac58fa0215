import type { GoOutline } from '../../syntax/go/outline/outline';

const platforms =
	/_(?:aix|android|darwin|dragonfly|freebsd|illumos|ios|js|linux|netbsd|openbsd|plan9|solaris|wasip1|windows|386|amd64|arm|arm64|loong64|mips64|mips64le|mips|mipsle|ppc64|ppc64le|riscv64|s390x|wasm)\.go$/;

/** Whether a file is built on some platforms or conditions only (go help buildconstraint). */
export const constrained = (path: string, outline: GoOutline): boolean => platforms.test(path) || outline.constrained;
