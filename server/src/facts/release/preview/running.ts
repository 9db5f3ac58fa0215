import { releasing } from '../../ci/releasing';
import { runsOnTag } from '../../ci/tagPattern';
import { setting, workflow } from '../../ci/workflows';
import type { Fact, Read } from '../../core/database';
import { notifications } from '../../webdocs/notify';

/** Whether a release runs GoReleaser Pro, which knows more options. */
export const usesPro: Fact<boolean> = read => read(releasing).steps.some(({ step }) => /pro/i.test(setting(step.with, 'distribution')?.text ?? ''));

/** Whether all steps that release with GoReleaser leave out that it signs. */
export const skipsSigning: Fact<boolean> = read => {
	const steps = read(releasing).steps.filter(({ how }) => how === 'goreleaser');
	const skips = /--skip[=\s]\S*\bsign\b|--skip-sign\b/;
	return steps.length > 0 && steps.every(({ step }) => skips.test(setting(step.with, 'args')?.text ?? step.run?.text ?? ''));
};

/** Whether a workflow tells the integrations portal of the release of a tag. */
export const isTold = (read: Read, tag: string): boolean =>
	read(notifications).some(({ byRelease, path }) => {
		const found = read(workflow, path);
		return byRelease && (found === undefined || runsOnTag(found, tag) !== false || found.triggers.some(({ event }) => event !== 'push'));
	});
