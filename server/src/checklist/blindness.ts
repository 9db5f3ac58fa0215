import type { Report } from '../engine/report';
import type { Read } from '../facts/core/database';
import { registrations } from '../facts/plugin/registrations';
import { archives, builds } from '../facts/release/builds';
import { configPath, hashicorpPipeline } from '../facts/release/config';
import type { ChecklistId } from './item';
import { partOf } from './titles';
import { counted } from './words';

/** Why the state of an item is unknown: what matters to it and could not be read or checked. Undefined where all could. */
export function blindness(read: Read, report: Report, id: ChecklistId): string | undefined {
	const [first, ...others] = [...new Set(obstacles(read, report, id))];
	if (first === undefined) return undefined;
	const more = others.length === 0 ? '' : `, and ${counted(others.length, 'more obstacle')}`;
	return `State unknown: ${first}${more}.`;
}

function obstacles(read: Read, { failures, unreadable, findings }: Report, id: ChecklistId): string[] {
	const isPart = id === 'docs-registration' || id === 'plugin-release';
	return [
		...unreadable.map(({ path }) => `${path} could not be read`),
		// A file that cannot be parsed stays one where the rule that says so is turned off.
		...findings.filter(f => f.rule.startsWith('syntax/')).map(({ path }) => `${path} could not be parsed`),
		...failures.filter(({ rule }) => !isPart || partOf(rule) === id).map(({ rule }) => `rule ${rule} failed`),
		...(id === 'plugin-release' ? ofRelease(read) : []),
		...(id === 'docs-registration' || id === 'develop-and-test' ? ofComponents(read) : []),
	];
}

const ofComponents = (read: Read): string[] =>
	read(registrations)
		.filter(({ name }) => name === undefined)
		.map(({ kind, call }) => `the name of a ${kind} in ${call.path} is known only at run time`);

function ofRelease(read: Read): string[] {
	if (read(hashicorpPipeline)) return ["HashiCorp's own release pipeline is not checked"];
	const path = read(configPath);
	return path !== undefined && (read(builds) === undefined || read(archives) === undefined) ? [`what ${path} builds could not be determined`] : [];
}
