// `node scripts/record.mjs DIST ARGUMENT…`: runs the command line, and keeps beside each bundle that it loads the code that V8 made of it,
// functions that were called included. server/src/main.launch.ts loads it, which wraps bundles as is done here.
import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { codeName } from './bundles.mjs';

const [dist, ...given] = process.argv.slice(2);
process.argv = [...process.argv.slice(0, 1), join(dist, 'cli.cjs'), ...given];
const require = createRequire(join(dist, 'cli.cjs'));
const loaded = new Map();

function load(name) {
	if (loaded.has(name)) return loaded.get(name).module.exports;
	const file = join(dist, `${name}.cjs`);
	const source = readFileSync(file, 'utf8');
	const script = new Script(Module.wrap(source), { filename: file });
	const module = { exports: {} };
	loaded.set(name, { module, script, source });
	script.runInThisContext()(module.exports, id => (/^\.\/\w+\.cjs$/.test(id) ? load(id.slice(2, -4)) : require(id)), module, file, dist);
	return module.exports;
}

process.on('exit', () => {
	for (const [name, { script, source }] of loaded) writeFileSync(join(dist, codeName(name, source)), script.createCachedData());
});
load('program');
