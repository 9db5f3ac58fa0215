import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { name, version } from '../../package.json';
import { lines } from './cli/channels/lines';
import type { Environment, Output } from './cli/environment';
import { run } from './cli/run';
import { cacheFolder, cachePath } from './node/cache';
import { disk, forward, reasonOf } from './node/fileSystem';
import { http } from './node/http';
import { moduleCache } from './node/moduleCache';
import { kindAt, realPath, removeFile, writeWhole } from './node/writer';

const colorless = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb';

let lost = false;

function output(stream: NodeJS.WriteStream): Output {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') return; // the reader has closed the pipe
		lost = true;
		process.exitCode = 2;
		if (stream !== process.stderr) environment.stderr.write(lines(`The output cannot be written: ${reasonOf(error)}.`));
	});
	return { colors: stream.isTTY === true && !colorless, write: ({ text }) => void stream.write(text) };
}

const token = (process.env.GITHUB_TOKEN || process.env.GH_TOKEN)?.trim();

const environment: Environment = {
	arguments: process.argv.slice(2),
	tool: { name, version },
	stdout: output(process.stdout),
	stderr: output(process.stderr),
	files: disk,
	writer: {
		kind: async path => kindAt(path),
		real: async path => realPath(path),
		write: async (path, bytes, options) => writeWhole(path, bytes, options),
		remove: async path => removeFile(path),
	},
	moduleCache: moduleCache(),
	objects: async () => (await import('./node/objects')).objects,
	absolute: path => forward(resolve(path)),
	grammars: async () => (await import('./node/grammars')).loadGrammarsBeside(__dirname),
	pages: async () => JSON.parse(readFileSync(join(__dirname, 'pages.json'), 'utf8')),
	date: () => new Date().toISOString(),
	now: () => performance.now(),
	running: () => performance.now(),
	network: { http, memory: cacheFolder(cachePath(name, process)), ...(token ? { token } : { hint: 'A token in `GITHUB_TOKEN` raises the limit.' }) },
	serve: async () => void (await import('./main.node')), // in a bundle of its own, as are the grammars and the commands: scripts/bundles.mjs
};

// Set the status instead of exiting, so that pending output reaches a pipe.
void run(environment).then(status => {
	process.exitCode = lost ? 2 : status;
});
