import { visible } from '../../text/visible';
import { lines } from './lines';
import { Written } from './written';

/** A workflow command of GitHub Actions. */
export interface WorkflowCommand {
	readonly name: 'error' | 'warning' | 'notice';
	readonly properties: Readonly<Record<string, string | number>>;
	/** The lines of its message. */
	readonly message: readonly string[];
}

/** Workflow commands, and lines for the log. https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export const workflowCommands = (all: readonly (WorkflowCommand | string)[]): Written =>
	new Written(all.map(one => (typeof one === 'string' ? lines(one).text : `${commandLine(one)}\n`)).join(''));

function commandLine({ name, properties, message }: WorkflowCommand): string {
	const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
	return `::${name} ${written.join(',')}::${message.map(escapeData).join('%0A')}`;
}

const escapeData = (text: string) => visible(text).replaceAll('%', '%25');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
