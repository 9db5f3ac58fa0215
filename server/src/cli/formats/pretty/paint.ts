import type { createColors } from 'picocolors';

/** Colors, or no colors. */
export type Paint = ReturnType<typeof createColors>;
