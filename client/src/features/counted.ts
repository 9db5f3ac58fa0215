/** A number and what it counts: `1 file`, `2 files`, `2 fixes`. */
export const counted = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;
