import { asText, entryOf, get } from '../../syntax/yaml/lookup';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { root } from './config';

/** What `{{ .ProjectName }}` is, and where the config says so, where it does. */
export interface Project {
	readonly name: string;
	readonly place?: Place;
}

/** The project's name as GoReleaser resolves it (internal/pipe/project/project.go); undefined where it cannot be known. */
export const project: Fact<Project | undefined> = read => {
	const config = read(root);
	const set = entryOf(config?.value, 'project_name');
	const name = asText(set?.value);
	if (config && set && name !== undefined && name !== '') return name.includes('{{') ? undefined : { name, place: at(config.path, set.value.node) };
	const cargo = /^\[package\][^[]*?^name\s*=\s*"([^"]+)"/ms.exec(read(text, 'Cargo.toml') ?? '')?.[1];
	const released = ['github', 'gitlab', 'gitea'].map(host => asText(get(config?.value, 'release', host, 'name')));
	const module = read(modulePath)?.split('/').at(-1);
	const remote = read(identity).from === 'git' ? read(identity).repository : undefined;
	const found = [cargo, ...released, module, remote].find(candidate => candidate !== undefined && candidate !== '');
	return found === undefined || found.includes('{{') ? undefined : { name: found };
};

/** `packer-plugin-acme`, which every file of a release must start with; undefined where the repository is not named so. */
export const expectedProject: Fact<string | undefined> = read => {
	const { repository } = read(identity);
	return /^packer-plugin-./.test(repository) ? repository : undefined;
};
