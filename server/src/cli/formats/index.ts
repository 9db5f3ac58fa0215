import type { Format } from '../checked';
import { github } from './github';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import { pretty } from './pretty';
import { sarif } from './sarif';

/** The formats of `check`, by the names that `--format` takes. */
export const formats = { pretty, json, sarif, markdown, junit, github } as const satisfies Readonly<Record<string, Format>>;

/** The name of a format. */
export type FormatName = keyof typeof formats;
