import { json as written } from '../channels/data';
import type { Format } from '../checked';

/** The report as `schemas/report.schema.json` describes it. */
export const json: Format = { write: ({ report }) => written(report) };
