import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isTemplateLine } from '../../server/src/facts/docs/templatePages';

// With PACKER_PLUGIN_SCAFFOLDING set to a clone of hashicorp/packer-plugin-scaffolding: scripts/templateLines.mjs is run again where this fails.
describe('the digests of the lines of the template', () => {
	const clone = process.env.PACKER_PLUGIN_SCAFFOLDING ?? '';

	it('hold every line of its pages', async function () {
		if (!existsSync(clone)) return this.skip();
		const pages = execFileSync('git', ['-C', clone, 'ls-files', 'docs'], { encoding: 'utf8' })
			.split('\n')
			.filter(path => /\.mdx?$/.test(path));
		const lines = pages.flatMap(path =>
			execFileSync('git', ['-C', clone, 'show', `HEAD:${path}`], { encoding: 'utf8' })
				.split('\n')
				.filter(line => line.trim() !== ''),
		);
		assert.ok(lines.length > 0);
		assert.deepEqual(
			lines.filter(line => !isTemplateLine(line, '')),
			[],
		);
	});
});
