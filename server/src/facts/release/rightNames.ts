import { apiVersion, textOfKnown } from '../ci/environment';
import type { Read } from '../core/database';
import { variable } from './environment';
import { expectedProject, project } from './project';

/** The name template that gives what Packer looks for, in the terms of this config. */
export function rightTemplate(read: Read): string {
	const kind = read(variable, 'API_VERSION').known;
	const version = textOfKnown(kind) === apiVersion ? '{{ .Env.API_VERSION }}' : apiVersion;
	return `${prefixTemplate(read)}_v{{ .Version }}_${version}_{{ .Os }}_{{ .Arch }}`;
}

/** The template of the checksum file's name that Packer looks for. */
export const rightChecksum = (read: Read): string => `${prefixTemplate(read)}_v{{ .Version }}_SHA256SUMS`;

const prefixTemplate = (read: Read) => {
	const expected = read(expectedProject) as string;
	return read(project)?.name === expected ? '{{ .ProjectName }}' : expected;
};
