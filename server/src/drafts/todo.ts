/** A mark for what only a person can fill in; protocol.ts has the pattern that finds it. What it says has no parentheses. */
export const todo = (what: string): string => `TODO(${what})`;

/** How many such marks a text has. */
export const countTodos = (text: string): number => text.match(/TODO\([^()]*\)/g)?.length ?? 0;
