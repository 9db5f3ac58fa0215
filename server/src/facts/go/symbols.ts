/** The key of a declaration: the path of its file, and its key there (`Builder.Run`). Never a node: it stays when what is above it changes. */
export const symbol = (path: string, decl: string): string => `${path}\0${decl}`;

/** The path and the declaration of a key that `symbol` made. */
export function partsOf(key: string): { readonly path: string; readonly decl: string } {
	const [path, decl] = key.split('\0', 2) as [string, string];
	return { path, decl };
}

/** The key of a name in a package: its directory and the name. */
export const named = (dir: string, name: string): string => `${dir}\0${name}`;

/** The nodes of a declaration's body are counted apart from those of its head, under this key. */
export const bodyKey = (decl: string): string => `${decl}{}`;

/** The declaration that a key of `bodyKey` is of; undefined for the key of a declaration itself. */
export const ofBody = (decl: string): string | undefined => (decl.endsWith('{}') ? decl.slice(0, -2) : undefined);
