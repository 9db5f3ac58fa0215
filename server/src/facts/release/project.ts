import { asText, entryOf, get } from '../../syntax/yaml/lookup';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { repository } from '../core/inputs';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { root } from './config';

/** What `{{ .ProjectName }}` is, and where the config says so, where it does. */
export interface Project {
	readonly name: string;
	readonly place?: Place;
}

/**
 * The project's name as GoReleaser resolves it (internal/pipe/project/project.go): the name of the repository that it releases to comes before the
 * module's, and it takes that from `origin` (internal/pipe/release/scm.go). Undefined where it cannot be known.
 */
export const project: Fact<Project | undefined> = read => {
	const config = read(root);
	const set = entryOf(config?.value, 'project_name');
	const name = asText(set?.value);
	// It is not a template to GoReleaser.
	if (config && set && name !== undefined && name !== '') return { name, place: at(config.path, set.value.node) };
	const cargo = /^\[package\][^[]*?^name\s*=\s*"([^"]+)"/ms.exec(read(text, 'Cargo.toml') ?? '')?.[1];
	const hosts = ['github', 'gitlab', 'gitea'].map(host => asText(get(config?.value, 'release', host, 'name')));
	const { origin, subdirectory } = read(repository);
	// Without a release GoReleaser does not look for the repository.
	const said = asText(get(config?.value, 'release', 'disable')) ?? 'false';
	const module = read(modulePath)?.split('/').at(-1);
	const found = [cargo, ...hosts, ...(said === 'false' ? [origin?.name, module] : [module, origin?.name])].find(
		candidate => candidate !== undefined && candidate !== '',
	);
	// Of several plugins in one repository, each may be released in a way of its own.
	if (subdirectory !== '' && found === origin?.name) return undefined;
	return found === undefined || found.includes('{{') ? undefined : { name: found };
};

/** `packer-plugin-acme`, which every file of a release must start with; undefined if the repository that it goes to is not named so. */
export const expectedProject: Fact<string | undefined> = read => {
	const target = asText(get(read(root)?.value, 'release', 'github', 'name'));
	return [target, read(identity).repository].find(name => name !== undefined && /^packer-plugin-[^{]/.test(name));
};
