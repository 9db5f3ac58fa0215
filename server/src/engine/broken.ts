import type { Read } from '../facts/core/database';
import { dirname } from '../facts/core/paths';
import { isBroken, isBrokenPackage } from '../facts/go/broken';

/** Whether a path is that of a Go file that is broken, or whose package has one that is. */
export const isInBroken = (read: Read, path: string): boolean => path.endsWith('.go') && (read(isBroken, path) || read(isBrokenPackage, dirname(path)));
