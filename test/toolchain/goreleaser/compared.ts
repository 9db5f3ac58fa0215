import { matching } from '../../../server/src/facts/release/plan/glob';
import { type Plan, planOf } from '../../../server/src/facts/release/plan/plan';
import { asText, get } from '../../../server/src/syntax/yaml/lookup';
import { parseYaml } from '../../../server/src/syntax/yaml/parse';
import type { Made } from './releaser';
import { files } from './releases';

const environment: Readonly<Record<string, string>> = { API_VERSION: 'x5.0' };

/** What we say of a release of version 1.2.3 with a config. */
export function ours(text: string, major: 1 | 2): Plan {
	const { root } = parseYaml(text).file;
	if (root === undefined) throw new Error(`not YAML: ${text}`);
	const said = ['project_name', 'release.github.name', 'release.gitlab.name'].map(path => asText(get(root, ...path.split('.'))));
	const project = said[0] ?? said[1] ?? (asText(get(root, 'release', 'disable')) === 'true' ? said[2] : undefined) ?? 'packer-plugin-acme';
	return planOf('.goreleaser.yml', root, {
		major,
		project,
		fields: { ProjectName: project, Version: '1.2.3', Tag: 'v1.2.3', Major: 1, Minor: 2, Patch: 3, Prerelease: '', IsSnapshot: false },
		env: name => environment[name] ?? null,
		main: path => (path in files ? path.endsWith('main.go') : path === '' || path === 'cmd/acme' ? true : path === 'tool' ? false : 'absent'),
		hooks: false,
		glob: pattern => matching(Object.keys(files), pattern),
	});
}

/** How what we say of a release differs from what GoReleaser made of it; undefined where we agree, `unknown` where we do not say. */
export function difference(plan: Plan, made: Made): string | undefined {
	// It may have stopped before, at what we do not know.
	if (plan.stops.length > 0 && plan.gaps.length > 0 && made.Error !== '') return undefined;
	if (plan.stops.length > 0)
		return plan.stops.some(({ said }) => made.Error.includes(said))
			? undefined
			: `stops at ${plan.stops.map(({ said }) => said).join(' or ')}, really: ${made.Error || 'not'}`;
	if (plan.gaps.length > 0) return 'unknown';
	if (made.Error !== '') return `does not stop, really: ${made.Error}`;
	const real = made.Assets ?? [];
	const named = (...types: readonly string[]) => real.filter(({ Type }) => types.includes(Type)).map(({ Name }) => Name);
	const binaries = [...plan.binaries.map(({ name }) => name), ...plan.assets.filter(({ kind }) => kind === 'binary').map(({ name }) => name)];
	const archives = plan.assets.filter(({ kind }) => kind === 'archive');
	const zips = archives
		.filter(({ format }) => format === 'zip')
		.map(({ name, binaries, files }) => `${name}: ${[...binaries.map(({ entry }) => entry), ...(files ?? ['?'])].sort().join(', ')}`);
	return (
		unequal('binaries', binaries, named('Binary')) ??
		unequal(
			'archives',
			archives.map(({ name }) => name),
			named('Archive'),
		) ??
		unequal(
			'sources',
			plan.assets.filter(({ kind }) => kind === 'source').map(({ name }) => name),
			named('Source'),
		) ??
		unequal(
			'entries',
			zips,
			real.flatMap(({ Name, Entries }) => (Entries ? [`${Name}: ${[...Entries].sort().join(', ')}`] : [])),
		) ??
		unequal('sums', new Set(plan.sums.map(({ name, names, split }) => `${name}: ${split ? '' : [...names].sort().join(', ')}`)), sums(made))
	);
}

const sums = ({ Sums }: Made) => Object.entries(Sums ?? {}).map(([name, names]) => `${name}: ${[...names].sort().join(', ')}`);

function unequal(what: string, ours: Iterable<string>, theirs: Iterable<string>): string | undefined {
	const [a, b] = [[...ours].sort(), [...theirs].sort()];
	return a.join('\n') === b.join('\n')
		? undefined
		: `${what}: ${a.filter(name => !b.includes(name)).join(', ')} instead of ${b.filter(name => !a.includes(name)).join(', ')} (${a.length}/${b.length})`;
}
