import type { YamlScalar, YamlValue } from '../../syntax/yaml/file';
import { asScalar, asText, entries, entryOf, get, items, itemsOrOne } from '../../syntax/yaml/lookup';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { filesIn } from '../core/files';
import type { Dimension, Job, Permissions, Setting, Step, Text, Trigger, Workflow } from './workflow';
import { yamlFile } from './yaml';

export type * from './workflow';

const directory = '.github/workflows';

/** The paths of the workflows, sorted. */
export const workflowPaths: Fact<readonly string[]> = read =>
	read(filesIn, directory)
		.filter(name => /\.ya?ml$/.test(name))
		.map(name => `${directory}/${name}`);

/** One workflow by its path; undefined if there is none, or it is not a mapping. */
export const workflow: Fact<Workflow | undefined, string> = (read, path) => {
	const file = read(yamlFile, path);
	const root = file?.root;
	if (file === undefined || root?.kind !== 'map') return undefined;
	const on = entryOf(root, 'on') ?? entryOf(root, 'true');
	const name = asText(get(root, 'name'));
	const jobs = entryOf(root, 'jobs');
	return {
		path,
		...(name === undefined ? {} : { name }),
		...(on ? { on: at(path, on.node) } : {}),
		triggers: triggersOf(path, on?.value),
		env: settings(path, get(root, 'env')),
		...permissionsOf(path, root),
		...(jobs ? { jobsKey: at(path, jobs.keyNode) } : {}),
		jobs: entries(get(root, 'jobs')).map(({ key, keyNode, value }) => job(path, key, at(path, keyNode), value)),
		broken: file.problems.length > 0,
	};
};

/** Every workflow, in the order of their paths. */
export const workflows: Fact<readonly Workflow[]> = read => read(workflowPaths).flatMap(path => read(workflow, path) ?? []);

/** The value of a setting by its key. */
export const setting = (all: readonly Setting[], key: string): Setting | undefined => all.find(s => s.key === key);

function triggersOf(path: string, value: YamlValue | undefined): Trigger[] {
	if (value?.kind === 'map')
		return value.entries.map(({ key, keyNode, value }) => ({
			event: key,
			place: at(path, keyNode),
			...(entryOf(value, 'tags') ? { tags: textsOf(path, get(value, 'tags')) } : {}),
			...(entryOf(value, 'tags-ignore') ? { tagsIgnore: textsOf(path, get(value, 'tags-ignore')) } : {}),
			...(entryOf(value, 'types') ? { types: textsOf(path, get(value, 'types')).map(({ text }) => text) } : {}),
			...(entryOf(value, 'branches') ? { branches: textsOf(path, get(value, 'branches')) } : {}),
		}));
	return itemsOrOne(value).flatMap(item => (item.kind === 'scalar' ? [{ event: item.text, place: at(path, item.node) }] : []));
}

function job(path: string, id: string, place: Place, value: YamlValue): Job {
	const uses = textOf(path, get(value, 'uses'));
	const workingDirectory = asText(get(value, 'defaults', 'run', 'working-directory'));
	return {
		id,
		place,
		...(uses ? { uses } : {}),
		with: settings(path, get(value, 'with')),
		runsOn: textsOf(path, get(value, 'runs-on', 'labels') ?? get(value, 'runs-on')),
		matrix: matrixOf(path, get(value, 'strategy', 'matrix')),
		...permissionsOf(path, value),
		// A container has variables of its own, which its steps see as well.
		env: [...settings(path, get(value, 'env')), ...settings(path, get(value, 'container', 'env'))],
		outputs: settings(path, get(value, 'outputs')),
		steps: items(get(value, 'steps')).map(item => step(path, item)),
		...(workingDirectory === undefined ? {} : { workingDirectory }),
	};
}

function matrixOf(path: string, matrix: YamlValue | undefined): Dimension[] {
	const found = new Map<string, { values: Text[]; complete: boolean }>();
	const add = (name: string, value: YamlValue, items: readonly YamlValue[]) => {
		const dimension = found.get(name) ?? { values: [], complete: true };
		const texts = items.flatMap(item => textOf(path, item) ?? []);
		dimension.values.push(...texts);
		dimension.complete &&= value.kind !== 'map' && texts.length === items.length && texts.every(({ text }) => !text.includes('${{'));
		found.set(name, dimension);
	};
	for (const { key, value } of entries(matrix)) if (key !== 'include' && key !== 'exclude') add(key, value, itemsOrOne(value));
	for (const item of items(get(matrix, 'include'))) for (const { key, value } of entries(item)) add(key, value, [value]);
	const open = matrix?.kind === 'scalar' || get(matrix, 'include')?.kind === 'scalar';
	return [...found].map(([name, { values, complete }]) => ({ name, values, complete: complete && !open }));
}

/** The permissions that a workflow or a job sets: what it does not name is then `none` (docs.github.com, "Workflow syntax"). */
function permissionsOf(path: string, value: YamlValue): { permissions?: Permissions } {
	const entry = entryOf(value, 'permissions');
	if (entry === undefined) return {};
	const base = { place: at(path, entry.keyNode), node: entry.value };
	const all = asText(entry.value);
	if (all !== undefined) return { permissions: { ...base, contents: all === 'write-all' ? 'write' : all === 'read-all' ? 'read' : 'unknown' } };
	const contents = entryOf(entry.value, 'contents');
	const said = asText(contents?.value) ?? 'none';
	const known = said === 'write' || said === 'read' || said === 'none' ? said : 'unknown';
	return { permissions: { ...base, contents: known, ...(contents ? { entry: at(path, contents.value.node) } : {}) } };
}

function step(path: string, value: YamlValue): Step {
	const id = asText(get(value, 'id'));
	const name = asText(get(value, 'name'));
	const uses = textOf(path, get(value, 'uses'));
	const run = textOf(path, get(value, 'run'));
	const workingDirectory = asText(get(value, 'working-directory'));
	const shell = asText(get(value, 'shell'));
	return {
		place: at(path, value.node),
		...(id === undefined ? {} : { id }),
		...(name === undefined ? {} : { name }),
		...(uses ? { uses } : {}),
		...(run ? { run } : {}),
		with: settings(path, get(value, 'with')),
		env: settings(path, get(value, 'env')),
		...(workingDirectory === undefined ? {} : { workingDirectory }),
		...(shell === undefined ? {} : { shell }),
		node: value,
	};
}

const settings = (path: string, value: YamlValue | undefined): Setting[] =>
	entries(value).flatMap(({ key, node, value }) => (value.kind === 'scalar' ? [{ key, entry: at(path, node), ...textAt(path, value) }] : []));

const textsOf = (path: string, value: YamlValue | undefined) => itemsOrOne(value).flatMap(item => textOf(path, item) ?? []);

const textOf = (path: string, value: YamlValue | undefined): Text | undefined => {
	const scalar = asScalar(value);
	return scalar && textAt(path, scalar);
};

const textAt = (path: string, { text, node, contentNode }: YamlScalar): Text => ({ text, place: at(path, node), content: at(path, contentNode) });
