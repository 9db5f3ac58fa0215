import type { Report } from '../engine/report';
import type { Read } from '../facts/core/database';
import { registrations } from '../facts/plugin/registrations';
import { archives, builds } from '../facts/release/builds';
import { configPath, hashicorpPipeline } from '../facts/release/config';
import type { ChecklistId } from './item';
import { partOf } from './titles';

/** Why nothing can be said of an item: what could matter to it and could not be looked at. Undefined where all could. */
export function blindness(read: Read, report: Report, id: ChecklistId): string | undefined {
	const [first, ...others] = [...new Set(obstacles(read, report, id))];
	if (first === undefined) return undefined;
	const more = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'thing' : 'things'} could not be looked at`;
	return `${first}${more}, so this cannot be told.`;
}

function obstacles(read: Read, { failures, unreadable, findings }: Report, id: ChecklistId): string[] {
	const isPart = id === 'docs-registration' || id === 'plugin-release';
	return [
		...unreadable.map(({ path }) => `${path} could not be read`),
		// A file that cannot be parsed stays one where the rule that says so is turned off.
		...findings.filter(f => f.rule.startsWith('syntax/')).map(({ path }) => `${path} could not be parsed`),
		...failures.filter(({ rule }) => !isPart || partOf(rule) === id).map(({ rule }) => `The rule ${rule} broke`),
		...(id === 'plugin-release' ? ofRelease(read) : []),
		...(id === 'docs-registration' || id === 'develop-and-test' ? ofComponents(read) : []),
	];
}

const ofComponents = (read: Read): string[] =>
	read(registrations)
		.filter(({ name }) => name === undefined)
		.map(({ kind, call }) => `The name of a ${kind} in ${call.path} is only known when the plugin runs`);

function ofRelease(read: Read): string[] {
	if (read(hashicorpPipeline)) return ["The plugin is released by HashiCorp's own pipeline, which is not looked into"];
	const path = read(configPath);
	return path !== undefined && (read(builds) === undefined || read(archives) === undefined) ? [`What ${path} makes could not be worked out`] : [];
}
