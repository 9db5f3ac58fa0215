import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { Codec } from '../workspace/objects/object';

/** Unpacks and names git's objects with Node's own zlib and digests. */
export const objects: Codec = {
	inflate(bytes, limit) {
		try {
			return inflateSync(bytes, { maxOutputLength: limit });
		} catch (error) {
			return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'damaged';
		}
	},
	digest(algorithm, ...parts) {
		const hash = createHash(algorithm);
		for (const part of parts) hash.update(part);
		return hash.digest('hex');
	},
};
