import type { About } from '../about';
import type { Testing } from '../testing';
import { section, wrap } from './paragraphs';

/** More names than these are not listed. */
const mostNames = 24;

/** How to build, install and test the plugin, from a clone. */
export function testSection({ home, repository, subdirectory }: About, { install, acceptance, tests, plugin }: Testing): string {
	const folder = home === undefined ? repository : (home.split('/').at(-1) ?? repository);
	const commands = [
		...(home === undefined ? [] : [`git clone ${home}`]),
		`cd ${[folder, subdirectory].filter(part => part !== '').join('/')}`,
		...install,
		acceptance ?? 'go test ./...',
	];
	const variables = [
		...(acceptance === undefined ? ['The plugin has no acceptance tests yet.'] : []),
		...(tests.length === 0 ? [] : [wrap(`Environment variables of the acceptance tests: ${names(tests)}.`)]),
		...(plugin.length === 0 ? [] : [wrap(`Environment variables of the plugin: ${names(plugin)}.`)]),
	];
	return section('How to test it', ...commands.map(command => `    ${command}`), ...(variables.length === 0 ? [] : ['', ...variables]));
}

const names = (all: readonly string[]) =>
	all.length <= mostNames ? all.join(', ') : `${all.slice(0, mostNames).join(', ')} and ${all.length - mostNames} more`;
