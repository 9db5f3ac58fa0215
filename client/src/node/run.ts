import { spawn } from 'node:child_process';
import { platform } from 'node:process';
import type { Run } from '../runtime';

/** Runs a command without a shell; returns its exit code (null if it was stopped). Rejects if it cannot be started. */
export function run({ command, arguments: args, folder, environment, line, signal }: Run): Promise<number | null> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: platform !== 'win32' });
		const stop = () => {
			if (child.pid === undefined) return;
			try {
				if (platform === 'win32') child.kill();
				else process.kill(-child.pid, 'SIGINT'); // the tests get the chance to remove what they made
			} catch {
				child.kill(); // its group is gone already
			}
		};
		signal.addEventListener('abort', stop, { once: true });
		for (const stream of [child.stdout, child.stderr]) {
			let rest = '';
			stream.setEncoding('utf8');
			stream.on('data', (text: string) => {
				const lines = (rest + text).split(/\r?\n/);
				rest = lines.pop() ?? '';
				for (const whole of lines) line(whole);
			});
			stream.on('end', () => rest !== '' && line(rest));
		}
		child.on('error', error => {
			signal.removeEventListener('abort', stop);
			reject((error as NodeJS.ErrnoException).code === 'ENOENT' ? new Error(`${command} is not on the PATH of the editor.`) : error);
		});
		child.on('close', code => {
			signal.removeEventListener('abort', stop);
			resolve(code);
		});
	});
}
