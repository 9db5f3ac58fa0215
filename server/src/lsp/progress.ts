import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Loading } from './sessionHost';

/** Shows that plugins are being read, once the first is found. Does not wait for the client's answer. */
export function showLoading(connection: Connection, able: boolean): Loading {
	if (!able) return { found() {}, end() {} };
	let shown: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
	let ended = false;
	return {
		found(root, done, all) {
			const name = root.slice(root.lastIndexOf('/') + 1);
			if (shown !== undefined) return void shown.then(reporter => ended || reporter?.report(percentage(done, all), name));
			shown = connection.window.createWorkDoneProgress().catch(() => undefined);
			void shown.then(reporter => reporter?.begin('Reading Packer plugins', percentage(done, all), name, false));
		},
		end() {
			ended = true;
			void shown?.then(reporter => reporter?.done());
		},
	};
}

const percentage = (done: number, all: number) => (100 * done) / Math.max(1, all);
