/** Whether two plain values (no classes, no cycles) hold the same things. A function, and what keeps its things to itself, such as a Map, is only the same as itself. */
export function same(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
	const keys = Object.keys(a);
	if (keys.length === 0 && (isOpaque(a) || isOpaque(b))) return false;
	return !Array.isArray(b) && keys.length === Object.keys(b).length && keys.every(key => key in b && same(a[key as never], b[key as never]));
}

/** Whether an object without properties may hold something all the same. */
const isOpaque = (value: object) => ![Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(value));
