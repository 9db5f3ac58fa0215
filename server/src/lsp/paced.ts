import type { FileSystem } from '../workspace/fileSystem';
import type { Pace } from './environment';

/** How long the server works before it lets messages through, in milliseconds. */
const slice = 8;

/** Cuts long work into slices, between which messages are handled. */
export class Slices {
	readonly #pace: Pace;
	#since: number;

	constructor(pace: Pace) {
		this.#pace = pace;
		this.#since = pace.now();
	}

	/** Whether the slice is used up. */
	get due(): boolean {
		return this.#pace.now() - this.#since >= slice;
	}

	/** Lets waiting messages be handled. */
	async pause(): Promise<void> {
		await this.#pace.breathe();
		this.#since = this.#pace.now();
	}
}

/** A file system whose caller pauses between files, so that reading a large plugin never keeps a message waiting. */
export function paced(fs: FileSystem, pace: Pace): FileSystem {
	const slices = new Slices(pace);
	return {
		foldsCase: fs.foldsCase,
		async list(directory, root) {
			if (slices.due) await slices.pause();
			return fs.list(directory, root);
		},
		async read(path, limit) {
			if (slices.due) await slices.pause();
			return fs.read(path, limit);
		},
		real: path => fs.real(path),
	};
}
