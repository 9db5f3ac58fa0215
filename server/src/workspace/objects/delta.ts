/** What a delta makes of its base (gitformat-pack), if `mayMake` admits so many bytes; or why it makes nothing: also where it is not a delta to this base. */
export function applyDelta(base: Uint8Array, delta: Uint8Array, mayMake: (bytes: number) => boolean): Uint8Array | 'large' | 'damaged' {
	let at = 0;
	const size = (): number => {
		let value = 0;
		for (let factor = 1, byte = 0x80; (byte & 0x80) !== 0; factor *= 128) {
			byte = delta[at++] ?? 0;
			value += (byte & 0x7f) * factor;
			if (value > Number.MAX_SAFE_INTEGER / 256) return Number.POSITIVE_INFINITY;
		}
		return value;
	};
	/** A number of which the bits of a flag say which bytes are there. */
	const sparse = (flags: number, bytes: number): number => {
		let value = 0;
		for (let i = 0; i < bytes; i++) if ((flags & (1 << i)) !== 0) value += (delta[at++] ?? 0) * 256 ** i;
		return value;
	};
	if (size() !== base.length) return 'damaged';
	const whole = size();
	if (!mayMake(whole)) return 'large';
	const made = new Uint8Array(whole);
	let end = 0;
	while (at < delta.length) {
		const op = delta[at++] as number;
		let piece: Uint8Array;
		if ((op & 0x80) !== 0) {
			const start = sparse(op, 4);
			const length = sparse(op >> 4, 3) || 0x10000;
			piece = base.subarray(start, start + length);
			if (piece.length < length) return 'damaged';
		} else {
			piece = delta.subarray(at, at + op);
			if (op === 0 || piece.length < op) return 'damaged';
			at += op;
		}
		if (end + piece.length > whole) return 'damaged';
		made.set(piece, end);
		end += piece.length;
	}
	return end === whole && at === delta.length ? made : 'damaged';
}
