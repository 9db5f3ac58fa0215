import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandsOf } from '../../server/src/facts/ci/shell';

const words = (script: string) => commandsOf(script).map(command => command.words.join(' '));

describe('shell scripts in workflows', () => {
	it('finds the commands of lists, pipelines and conditions', () => {
		assert.deepEqual(words('go test ./... && make docs; if ! make check; then exit 1; fi'), ['go test ./...', 'make docs', 'make check', 'exit 1', 'fi']);
		assert.deepEqual(words('make \\\n  one two | tee log\n# make three\nsudo make four'), ['make one two', 'tee log', 'make four']);
	});

	it('takes strings, substitutions and here-documents for what they are', () => {
		assert.deepEqual(words(`echo "run 'make generate' $(git rev-parse "HEAD")" 'a b'`), [`echo run 'make generate' $(git rev-parse "HEAD") a b`]);
		assert.deepEqual(words('cat <<EOF > file\nmake one\nEOF\nmake two'), ['cat', 'make two']);
	});

	it('knows what is set for one command, and whether the directory changed', () => {
		const [first, second, third] = commandsOf('API_VERSION=x5.0 make a >> "$OUT" 2>&1\ncd tools\nmake b');
		assert.deepEqual([first?.words, first?.env, first?.moved], [['make', 'a'], { API_VERSION: 'x5.0' }, false]);
		assert.deepEqual([second?.moved, third?.moved], [false, true]);
	});

	it('never throws, and stays within the text', () =>
		fc.assert(
			fc.property(fc.array(fc.constantFrom('make', ' ', '\n', '"', "'", '$(', ')', '{', '}', '\\', '<<EOF', 'EOF', '|', '&&', '>', '#', '`', 'A=b')), parts => {
				const script = parts.join('');
				const stray = commandsOf(script).filter(({ start, end }) => start < 0 || start > end || end > script.length);
				assert.deepEqual(stray, []);
			}),
		));

	it('reads what is nested without end', () => {
		for (const nested of [`"$(`.repeat(20_000), `$(echo `.repeat(20_000), `'"\${`.repeat(20_000)])
			assert.equal(commandsOf(`make ${nested}`)[0]?.words[0], 'make');
	});
});
