import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Resolves as a promise does; rejects as soon as the client cancels the request. */
export async function unlessCanceled<T>(token: CancellationToken, promise: Promise<T>): Promise<T> {
	let listening: { dispose(): void } | undefined;
	const canceled = new Promise<never>((_, reject) => {
		listening = token.onCancellationRequested(() => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was canceled.')));
	});
	try {
		return await Promise.race([promise, canceled]);
	} finally {
		listening?.dispose();
	}
}

/** Requests that ask about positions in files, and wait: an edit of such a file rejects them at once, because its positions have changed. */
export class Waiting {
	readonly #requests = new Set<{ readonly path: string; readonly refuse: () => void }>();

	/** Resolves as a promise does; rejects as soon as the file is edited. */
	async unlessEdited<T>(path: string, promise: Promise<T>): Promise<T> {
		let refuse = () => {};
		const edited = new Promise<never>((_, reject) => {
			refuse = () => reject(new ResponseError(LSPErrorCodes.ContentModified, 'The document was edited after the request.'));
		});
		const request = { path, refuse };
		this.#requests.add(request);
		try {
			return await Promise.race([promise, edited]);
		} finally {
			this.#requests.delete(request);
		}
	}

	/** A file was edited. */
	edited(path: string): void {
		for (const request of this.#requests) if (request.path === path) request.refuse();
	}
}
