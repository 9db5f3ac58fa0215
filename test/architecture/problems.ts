import { basename, dirname } from 'node:path/posix';
import { cycles } from './cycles';
import { type Import, importsOf } from './imports';
import { may } from './table';

/** What is wrong with the layout of a repository, given the texts of its files by their paths: one line each. */
export function problems(files: ReadonlyMap<string, string>): string[] {
	const sources = [...files].filter(([file]) => /^(?:server|client)\/src\/.*\.ts$/.test(file));
	const imports = new Map(sources.map(([file, text]) => [file, importsOf(file, text)]));
	const targets = (all: readonly Import[]) => all.flatMap(({ target }) => [target, `${target}.ts`, `${target}/index.ts`].filter(path => imports.has(path)));
	const graph = new Map([...imports].map(([file, all]) => [file, targets(all)]));
	return [
		...[...imports].flatMap(([file, all]) => forbidden(file, all)),
		...cycles(graph).map(cycle => `cycle: ${cycle.join(', ')}`),
		...[...files.keys()].filter(misnamed).map(file => `${file}: the name is not camelCase`),
	];
}

function forbidden(file: string, all: readonly Import[]): string[] {
	if (/^server\/src\/facts\/[^/]+$/.test(file)) return [`${file}: facts/ holds folders only`];
	const layer = layerOf(file);
	if (layer === undefined) return [`${file}: not in the table of test/architecture/table.ts`];
	const own = layer.endsWith('.ts') ? file : file.split('/', layer.split('/').length).join('/');
	const allowed = may[layer] as readonly string[];
	return all
		.filter(({ target, onlyTypes }) => !isUnder(target, own) && !allowed.some(one => isUnder(target, onlyTypes ? one.replace(/^types of /, '') : one)))
		.map(({ target, onlyTypes }) => `${file} imports ${onlyTypes ? 'types of ' : ''}${target}`);
}

/** The row of the table that a file is under: the longest. */
function layerOf(file: string): string | undefined {
	const rows = Object.keys(may).sort((a, b) => b.length - a.length);
	return rows.find(row => file === row || new RegExp(`^${row.replaceAll('*', '[^/]+')}/`).test(file));
}

const isUnder = (target: string, folder: string) => target === folder || target.startsWith(folder.endsWith(':') ? folder : `${folder}/`);

/** Code whose name, or one of whose folders, is not camelCase. Folders of rules are ids; those of test editors are versions. */
function misnamed(file: string): boolean {
	if (!/^(?:server\/src|client\/src|test|scripts)\/.*\.(?:ts|mjs|cjs)$/.test(file)) return false;
	const folders = file.startsWith('server/src/rules/') ? [] : dirname(file).split('/');
	return !/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+$/.test(basename(file)) || folders.some(name => !/^[a-z][A-Za-z0-9]*$/.test(name));
}
