import type { GoFile } from '../../syntax/go/file';
import { basename } from '../core/paths';

/** Go's lists of operating systems and architectures, past and future ones included (go/build syslist.go). */
const systems = new Set('aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(' '));
const architectures = new Set(
	'386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
		' ',
	),
);

/** Whether a file is built on some platforms or conditions only (go help buildconstraint). */
export const constrained = (path: string, file: Pick<GoFile, 'constrained'>): boolean => file.constrained || isOfPlatform(basename(path));

/** Whether a file's name says for which platform it is: up to its first dot, and behind its first `_` (go/build goodOSArchFile). */
function isOfPlatform(name: string): boolean {
	const [stem = ''] = name.split('.', 1);
	const words = stem.split('_').slice(1);
	if (words.at(-1) === 'test') words.pop();
	const last = words.at(-1) ?? '';
	return systems.has(last) || architectures.has(last);
}
