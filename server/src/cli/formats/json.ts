import type { Format } from '../checked';

/** The report as `schemas/report.schema.json` describes it. */
export const json: Format = { write: ({ report }) => `${JSON.stringify(report, null, 2)}\n` };
