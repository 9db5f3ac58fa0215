/** Whether a name is exported (Go specification, "Exported identifiers"). */
export const isExported = (name: string): boolean => /^[A-Z]/.test(name) || (name >= '\u0080' && /^\p{Lu}/u.test(name));

/** The name of an embedded field: that of its type, without its package (Go specification, "Struct types"). */
export const embeddedName = (type: string): string =>
	type
		.replace(/^\*\s*/, '')
		.replace(/\[.*$/s, '')
		.split('.')
		.at(-1) as string;

/** An attribute's name where no tag gives it (SDK ToSnakeCase). */
export const snakeCase = (name: string): string =>
	name
		.replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.toLowerCase();
