import type { Fact, Read } from '../core/database';
import { filesUnder, text } from '../core/files';
import { dirname } from '../core/paths';
import { isBrokenPackage } from '../go/broken';
import { goFile } from '../go/file';
import { linkedDirectories } from '../go/linked';
import { importPaths, methodsOf } from '../go/packages';
import { goSources } from '../go/sources';
import { named } from '../go/symbols';
import type { TypeRef } from '../go/types';
import { resolveType } from '../go/types';
import { components } from '../plugin/components';
import { isEntryBroken, isSetHandedOut, mainDirectories } from '../plugin/entry';
import { missingMethods, wrongMethods } from '../plugin/interfaces';
import { directoryOf } from '../plugin/module';
import { type Kind, kinds, registrations } from '../plugin/registrations';

/** A type that implements a component, in a package that is not part of the plugin. */
export interface Unregistered {
	readonly type: TypeRef;
	readonly kind: Kind;
}

/** The types that implement components in packages that the plugin does not import, directly or not; none where it is not known what the plugin registers. */
export const unregistered: Fact<readonly Unregistered[]> = read => {
	const registered = read(components);
	if (read(mainDirectories).length !== 1 || registered.length === 0 || registered.length < read(registrations).length) return [];
	if (registered.some(({ implementation }) => implementation === undefined) || read(isEntryBroken) || read(isSetHandedOut)) return [];
	const linked = read(linkedDirectories);
	const found = read(goSources).flatMap(path => (linked.includes(dirname(path)) ? [] : read(implementedIn, path)));
	if (found.length === 0) return [];
	const imported = new Set(read(allImports).flatMap(name => read(directoryOf, name) ?? []));
	return found.filter(({ type }) => !imported.has(type.dir) && !read(isBrokenPackage, type.dir) && !isConditional(read, type));
};

/** What any Go file of the repository imports: another program or module may serve a component, and tests may be what it is for. */
const allImports: Fact<readonly string[]> = read => [
	...new Set(
		read(filesUnder, '')
			.filter(path => path.endsWith('.go'))
			.flatMap(path => read(importPaths, path)),
	),
];

/** Whether a part of a type is built on some conditions only: where these hold it may be registered, or another type. */
function isConditional(read: Read, { path, dir, type }: TypeRef): boolean {
	return [path, ...read(methodsOf, named(dir, type)).map(method => method.path)].some(
		file => read(goFile, file)?.constrained !== false || forSystem.test(file) || read(oldConstraint, file),
	);
}

/** Names of files that are built for a system or a processor only (`go help buildconstraint`). */
const forSystem =
	/_(?:aix|android|darwin|dragonfly|freebsd|illumos|ios|js|linux|netbsd|openbsd|plan9|solaris|wasip1|windows|unix|386|amd64|arm|arm64|loong64|mips|mips64|mips64le|mipsle|ppc64|ppc64le|riscv64|s390x|wasm)\.go$/;

/** Whether a file begins with a build constraint as they were written before Go 1.17. */
const oldConstraint: Fact<boolean, string> = (read, path) => /^\/\/ ?\+build[ \t]/m.test((read(text, path) ?? '').split(/^package\b/m)[0] as string);

/** Directories with examples, and with what only tests and developers use. */
const aside =
	/(?:^|\/)(?:_?examples?|samples?|demos?|templates?|tests?|testing|test-?(?:utils?|helpers?|support|fixtures?|plugins?)|e2e|integration(?:tests?)?|acctest|fixtures?|mocks?|fakes?|stubs?|hack|tools?|scripts?)(?:\/|$)/i;

/** The components that a file has the method `ConfigSpec` of. */
const implementedIn: Fact<readonly Unregistered[], string> = (read, path) => {
	const file = read(goFile, path);
	if (file === undefined || file.generated || file.constrained || file.package === 'main' || aside.test(dirname(path))) return [];
	return file.functions.flatMap(({ name, receiver }) => {
		const type = name === 'ConfigSpec' && receiver ? resolveType(read, path, { kind: 'name', name: receiver.type }) : undefined;
		const kind = type && kindOf(read, type);
		return type && kind ? [{ type, kind }] : [];
	});
};

/** The kind of component whose methods a type has, all of them and with the right signatures. */
function kindOf(read: Read, type: TypeRef): Kind | undefined {
	return kinds.find(kind => {
		const component = { kind, implementation: type } as Parameters<typeof missingMethods>[1];
		return missingMethods(read, component).length === 0 && wrongMethods(read, component).length === 0;
	});
}
