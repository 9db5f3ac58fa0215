import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { homepage, name, version } from '../../package.json';
import type { Environment, Output } from './cli/environment';
import { run } from './cli/run';
import { disk, forward } from './node/fileSystem';
import { loadGrammarsBeside } from './node/grammars';

const output = (stream: NodeJS.WriteStream): Output => ({ colours: stream.isTTY === true, write: text => void stream.write(text) });

const environment: Environment = {
	arguments: process.argv.slice(2),
	tool: { name, version, home: homepage.replace(/#.*/, '') },
	stdout: output(process.stdout),
	stderr: output(process.stderr),
	files: disk,
	writer: {
		kind: async path => {
			const stat = statSync(path, { throwIfNoEntry: false });
			return stat === undefined ? 'missing' : stat.isDirectory() ? 'folder' : 'file';
		},
		real: async path => path,
		write: async () => {},
		remove: async () => {},
	},
	absolute: path => forward(resolve(path)),
	grammars: () => loadGrammarsBeside(__dirname),
	pages: async () => JSON.parse(readFileSync(join(__dirname, 'pages.json'), 'utf8')),
	now: () => performance.now(),
	running: () => performance.now(),
	serve: async () => {},
};

void run(environment).then(status => {
	process.exitCode = status;
});
