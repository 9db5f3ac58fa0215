import type { Severity } from '../engine/rule';
import type { FindingReport } from './model';

/** From which severity on a finding makes `check` fail. */
export type FailOn = Severity | 'never';

/** The values of `--fail-on`. */
export const failOns: readonly FailOn[] = ['error', 'warning', 'info', 'never'];

/** Whether a finding counts, and is grave enough to fail. */
export const fails = ({ severity, suppressed }: FindingReport, failOn: FailOn): boolean =>
	suppressed === null && failOns.indexOf(severity) <= failOns.indexOf(failOn) && failOn !== 'never';
