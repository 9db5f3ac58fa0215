import type { createColors } from 'picocolors';

/** Colors, or none. */
export type Paint = ReturnType<typeof createColors>;
