/** A 64-bit FNV-1a hash in hexadecimal: the same text has the same one on every machine. Not for security. */
export function hash(text: string): string {
	let value = 0xcbf29ce484222325n;
	for (const byte of new TextEncoder().encode(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
	return value.toString(16).padStart(16, '0');
}
