import type { YamlValue } from '../../../syntax/yaml/file';
import { get, items } from '../../../syntax/yaml/lookup';
import type { Making } from './making';
import { templateAt, textOf } from './option';

/**
 * Signing, as far as it stops a release: GoReleaser evaluates the arguments of the program that signs (internal/pipe/sign), which often name the variable
 * that holds the key. Returns the names of the signatures of a checksum file, which `$artifact` stands for.
 */
export function trySigning(making: Making, config: YamlValue): readonly string[] {
	const signs = items(get(config, 'signs')).filter(item => !/^(?:|none)$/.test(textOf(item, 'artifacts') ?? ''));
	for (const item of signs) {
		const env = Object.fromEntries(
			[...names, ...items(get(item, 'env')).map(variable => (templateAt(making.path, variable)?.text ?? '').split('=')[0])].map(name => [
				name as string,
				undefined,
			]),
		);
		for (const argument of items(get(item, 'args'))) {
			const template = templateAt(making.path, argument);
			// The names of the artifact are put in before the template is evaluated.
			if (template === undefined) continue;
			const before = making.stops.length;
			making.try(template, 'general', {}, env);
			making.stops.push(...making.stops.splice(before).map(stop => ({ ...stop, signing: true as const })));
		}
	}
	const ofChecksums = signs.filter(item => /^(?:checksum|all)$/.test(textOf(item, 'artifacts') ?? ''));
	return ofChecksums.map(item => (textOf(item, 'signature') ?? '$artifact.sig').replace(artifact, '$artifact'));
}

/** The artifact, as a program's arguments name it. */
const artifact = /\$\{artifact\}/;

const names = ['artifact', 'artifactName', 'artifactID', 'digest', 'signature', 'certificate'];
