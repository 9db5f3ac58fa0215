import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { isBrokenPackage } from '../go/broken';
import { goFile } from '../go/file';
import { linkedDirectories } from '../go/linked';
import { importPaths } from '../go/packages';
import { goSources } from '../go/sources';
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
	// Another program of the module may serve it.
	const imported = new Set(read(goSources).flatMap(path => read(importPaths, path).flatMap(name => read(directoryOf, name) ?? [])));
	return found.filter(({ type }) => !imported.has(type.dir) && !read(isBrokenPackage, type.dir));
};

/** The components that a file has the method `ConfigSpec` of. */
const implementedIn: Fact<readonly Unregistered[], string> = (read, path) => {
	const file = read(goFile, path);
	if (file === undefined || file.generated || file.constrained || file.package === 'main') return [];
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
