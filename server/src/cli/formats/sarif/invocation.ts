import type { Invocation, Notification } from 'sarif';
import type { Checked, Run } from '../../checked';
import { location } from './base';

/** How the run went. It says what could not be checked, so that an empty result does not look like a clean plugin. */
export function invocationOf({ checked }: Run, base: string): Invocation {
	const notifications = checked.flatMap(one => notificationsOf(one, base));
	return { executionSuccessful: notifications.length === 0, ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }) };
}

function notificationsOf(checked: Checked, base: string): Notification[] {
	return [
		...checked.report.unreadable.map(
			({ path, reason }): Notification => ({
				level: 'error',
				message: { text: `\`${path}\` could not be read: ${reason}.` },
				locations: [{ physicalLocation: { artifactLocation: location(checked, base, path) } }],
			}),
		),
		...checked.report.failures.map(
			({ rule, message }): Notification => ({ level: 'error', message: { text: `Rule \`${rule}\` failed: ${message}.` }, associatedRule: { id: rule } }),
		),
	];
}
