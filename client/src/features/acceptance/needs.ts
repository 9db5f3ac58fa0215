import type { AcceptanceNeeds } from '../../../../server/src/protocol';
import type { Run, Runtime } from '../../runtime';

/** Something that the tests need and that is not there, and what to do about it. */
export interface Missing {
	readonly sentence: string;
	/** Without it nothing can run at all. */
	readonly vital: boolean;
	/** The command that brings it, for the clipboard. */
	readonly command?: string;
	/** The page that says how to install it. */
	readonly page?: string;
}

/** A program that does not answer in this time (in milliseconds) tells nothing. */
const patience = 15_000;

/** Looks for what acceptance tests need before they run; what cannot be found out is not reported as missing. */
export async function missingFor(
	{ packer, binary, source }: AcceptanceNeeds,
	runtime: Pick<Runtime, 'run'>,
	folder: string,
	environment: Run['environment'],
): Promise<Missing[]> {
	const ask = (command: string, ...args: string[]) => output(runtime, { command, arguments: args, folder, environment: { ...environment, ...quiet } });
	const [go, version] = await Promise.all([ask('go', 'version'), packer ? ask('packer', 'version') : undefined]);
	const found: Missing[] = [];
	if (go === 'absent') found.push({ sentence: 'Go is not on the PATH of the editor.', vital: true, page: 'https://go.dev/dl' });
	if (version === undefined) return found;
	if (version === 'absent' || (version !== 'unknown' && !version.some(line => /^Packer v/.test(line)))) {
		const sentence = 'Packer is not on the PATH of the editor. The tests run it.';
		return [...found, { sentence, vital: false, page: 'https://developer.hashicorp.com/packer/install' }];
	}
	const installed = await ask('packer', 'plugins', 'installed');
	if (typeof installed !== 'string' && !installed.some(line => line.includes(`${binary}_v`))) {
		const command = source === null ? undefined : `go build -o ${binary} . && packer plugins install --path ${binary} ${source}`;
		found.push({
			sentence: `${binary} is not installed: \`packer plugins installed\` does not list it.`,
			vital: false,
			...(command === undefined ? {} : { command }),
		});
	}
	return found;
}

/** Packer asks nobody for newer versions, and writes no colors. */
const quiet = { CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1' };

/** What a program writes: its lines; `absent` where it cannot be found, `unknown` where it failed or did not answer. */
async function output(runtime: Pick<Runtime, 'run'>, command: Omit<Run, 'line' | 'signal'>): Promise<readonly string[] | 'absent' | 'unknown'> {
	const lines: string[] = [];
	const abort = new AbortController();
	const timer = setTimeout(() => abort.abort(), patience);
	try {
		const code = await runtime.run({ ...command, line: text => lines.push(text), signal: abort.signal });
		return code === 0 ? lines : 'unknown';
	} catch {
		return 'absent';
	} finally {
		clearTimeout(timer);
	}
}
