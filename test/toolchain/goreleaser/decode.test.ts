import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { type Mistake, mistakesIn } from '../../../server/src/facts/release/goreleaser/decode';
import { optionTable } from '../../../server/src/facts/release/goreleaser/optionTable';
import { goType } from '../../../server/src/facts/release/goreleaser/refusal';
import { parseYaml } from '../../../server/src/syntax/yaml/parse';
import { config } from './configs';
import { loader } from './loader';

const count = 2000;

describe('configs of GoReleaser, decoded beside its own loader', function () {
	this.timeout(600_000);
	for (const major of [1, 2] as const)
		it(`GoReleaser ${major} takes and refuses ${count} random configs as we say, each mistake of them`, function () {
			const real = loader(major);
			if ('reason' in real) {
				process.stderr.write(`skipped: ${real.reason}\n`);
				return this.skip();
			}
			const configs = fc.sample(config(major), { numRuns: count, seed: 20261127 }).filter(text => parseYaml(text).file.problems.length === 0);
			const said = real.load(configs).map(text => stripVTControlCharacters(text).replaceAll(/ +/g, ' '));
			const ours = configs.map(text => ourMistakes(text, major));
			const differing = configs.flatMap((text, i) =>
				agrees(ours[i] as readonly Mistake[], said[i] as string) ? [] : [{ text, said: said[i], ours: ours[i] }],
			);
			assert.deepEqual(differing.slice(0, 3), [], `${differing.length} of ${configs.length}`);
			const refused = said.filter(text => text !== '').length;
			assert.ok(configs.length > count * 0.9 && refused > count * 0.2 && refused < count * 0.95, `${configs.length} readable, ${refused} refused`);
		});

	it('the table of options is that of the versions it names', async function () {
		const real = [loader(1), loader(2)].find(one => 'reason' in one);
		if (real !== undefined && 'reason' in real) {
			process.stderr.write(`skipped: ${real.reason}\n`);
			return this.skip();
		}
		const script: string = '../../../../scripts/goreleaser/options.mjs';
		const { mergedOptions } = (await import(script)) as { mergedOptions: () => string };
		assert.equal(mergedOptions(), optionTable.trim());
	});
});

function ourMistakes(text: string, major: 1 | 2): readonly Mistake[] {
	const { root } = parseYaml(text).file;
	return root === undefined ? [] : mistakesIn(root, major);
}

/** Types that the table of options does not tell from others. */
const sameTypes: Readonly<Record<string, string>> = { uint32: 'fs.FileMode', 'config.ReleaseNotesMode': 'string', 'config.t': '[]config.Hook' };

/** Whether GoReleaser says what we say: nothing, that the config is for another version, or the same mistakes. */
function agrees(ours: readonly Mistake[], said: string): boolean {
	if (said.startsWith('only configurations files on version: 1')) return true;
	if (said === '' || said.startsWith('only version: 2')) return ours.length > 0 === (said !== '');
	const theirs = [...said.matchAll(/field (\S+) not found|cannot unmarshal !!(\w+) (?:`[^\n]*` )?into (.+)/g)].map(([, option, found, type]) =>
		option === undefined ? `!!${found} ${sameTypes[type as string] ?? type}` : option,
	);
	const mine = ours.map(mistake => (mistake.kind === 'unknown' ? mistake.option : `!!${mistake.found} ${goType(mistake.wanted, mistake.option)}`));
	return theirs.sort().join() === mine.sort().join();
}
