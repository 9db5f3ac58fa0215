import { valid } from 'semver';
import { expanding } from '../../syntax/makefile/expand';
import { asText, get, items } from '../../syntax/yaml/lookup';
import { type Edit, replace } from '../../text/edit';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { sdkModule, sdkVersion } from '../plugin/module';
import { root } from '../release/config';
import { templateAt } from '../release/plan/option';
import { makeFile, makefilePath } from './make';
import { placesInScript } from './scriptPlace';
import { workflows } from './workflows';

/** A command that installs or runs packer-sdc at another version than that of the SDK in go.mod. */
export interface OtherSdc {
	readonly place: Place;
	/** What stands after `@`: `latest`, a branch or a version. */
	readonly version: string;
	readonly edits?: readonly Edit[];
}

/** The commands of the Makefile, the workflows and GoReleaser's hooks that get packer-sdc at another version than that of the SDK in go.mod. */
export const otherSdcs: Fact<readonly OtherSdc[]> = read => [...inMakefile(read), ...inWorkflows(read), ...inHooks(read)];

const pattern = /\bcmd\/packer-sdc@([^\s"']+)/g;

/** What a text has after `packer-sdc@`, and where. */
const versionsIn = (text: string) => [...text.matchAll(pattern)].map(match => ({ version: match[1] as string, end: match.index + match[0].length }));

/** Whether a version is another than that of go.mod; one that a command or a variable gives is not known. */
const isOther = (read: Read, version: string) => (/^(?:latest|main|master|upgrade)$/.test(version) || valid(version) !== null) && version !== read(sdkVersion);

/** The command that says the version of the SDK in go.mod. */
const asked = (dollar: string) => `${dollar}(go list -m -f '{{.Version}}' ${sdkModule})`;

function inMakefile(read: Read): OtherSdc[] {
	const path = read(makefilePath);
	const file = path === undefined ? undefined : read(makeFile, path);
	if (path === undefined || file === undefined) return [];
	const expanded = expanding(file);
	return file.rules.flatMap(({ recipe }) =>
		recipe.flatMap(({ text, node }) =>
			versionsIn(text).flatMap(({ version, end }) => {
				const shown = expanded(version);
				const place = { ...at(path, node), from: end - version.length, to: end };
				if (!shown.complete || !isOther(read, shown.text)) return [];
				return [{ place, version: shown.text, ...(shown.text === version ? { edits: [replace(place, asked('$$'))] } : {}) }];
			}),
		),
	);
}

function inWorkflows(read: Read): OtherSdc[] {
	const steps = read(workflows).flatMap(({ jobs }) => jobs.flatMap(job => job.steps));
	return steps.flatMap(({ run, shell }) => {
		if (run === undefined) return [];
		const placed = placesInScript(read, run.text, run.content, run.place);
		return versionsIn(run.text).flatMap(({ version, end }) => {
			if (!isOther(read, version)) return [];
			const place = placed(end - version.length, end);
			return [{ place, version, ...(place.from !== undefined && /^(?:bash|sh)?$/.test(shell ?? '') ? { edits: [replace(place, asked('$'))] } : {}) }];
		});
	});
}

function inHooks(read: Read): OtherSdc[] {
	const config = read(root);
	return items(get(config?.value, 'before', 'hooks')).flatMap(hook => {
		const template = config && templateAt(config.path, hook.kind === 'map' ? get(hook, 'cmd') : hook);
		const content = config && template?.scalar && at(config.path, template.scalar.contentNode);
		if (template === undefined || content === undefined || asText(get(hook, 'if')) !== undefined) return [];
		const placed = placesInScript(read, template.text, content, template.place);
		return versionsIn(template.text).flatMap(({ version, end }) => (isOther(read, version) ? [{ place: placed(end - version.length, end), version }] : []));
	});
}
