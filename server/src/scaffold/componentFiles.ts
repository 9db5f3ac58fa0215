import { acceptance } from './go/acceptance';
import { builder } from './go/builder';
import { datasource } from './go/datasource';
import { postProcessor } from './go/postProcessor';
import { provisioner } from './go/provisioner';
import { unit } from './go/unit';
import type { Part } from './part';

const makers = { builder, provisioner, 'post-processor': postProcessor, datasource };

/** The package of a component with its tests, by path. */
export const componentFiles = (part: Part): Record<string, string> =>
	Object.fromEntries(Object.entries({ ...makers[part.kind](part), ...unit(part), ...acceptance(part) }).map(([path, text]) => [`${part.dir}/${path}`, text]));

/** The file with a component's configuration, from which packer-sdc generates others. */
export const configFile = ({ dir }: Part): string => `${dir}/config.go`;

/** The file to open first. */
export const openFile = (part: Part): string =>
	`${part.dir}/${{ builder: 'builder.go', provisioner: 'provisioner.go', 'post-processor': 'post_processor.go', datasource: 'datasource.go' }[part.kind]}`;
