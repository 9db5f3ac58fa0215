import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** By bundle, the end of the name of the file with the code that V8 made of it; scripts/bundles.mjs puts it in. */
declare const CODE: Readonly<Record<string, string>>;

const require = createRequire(__filename);
const loaded = new Map<string, { exports: unknown }>();

/**
 * Loads a bundle of the command line, with the code that V8 made of it when it was built where that is there: compiling takes a quarter of a short run.
 * V8 refuses code that another version of it made, and then compiles as ever.
 */
function load(name: string): unknown {
	const known = loaded.get(name);
	if (known) return known.exports;
	const file = join(__dirname, `${name}.cjs`);
	const code = join(__dirname, `${name}.${CODE[name]}.v8`);
	if (CODE[name] === undefined || !existsSync(code)) return require(file);
	const made = { exports: {} };
	loaded.set(name, made);
	const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData: readFileSync(code) });
	const requireBeside = (id: string) => (/^\.\/\w+\.cjs$/.test(id) ? load(id.slice(2, -4)) : require(id));
	script.runInThisContext()(made.exports, requireBeside, made, file, __dirname);
	return made.exports;
}

load('program');
