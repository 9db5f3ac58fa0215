import type { Severity } from '../engine/rule';
import type { FindingReport } from './model';

/** The lowest severity that makes `check` fail. */
export type FailOn = Severity | 'never';

/** The values of `--fail-on`. */
export const failOns: readonly FailOn[] = ['error', 'warning', 'info', 'never'];

/** Whether a finding is not suppressed and severe enough to fail. */
export const fails = ({ severity, suppressed }: FindingReport, failOn: FailOn): boolean =>
	suppressed === null && failOns.indexOf(severity) <= failOns.indexOf(failOn) && failOn !== 'never';
