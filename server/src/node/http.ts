import type { Answer, Http } from '../published/http';

/** How long an answer may take, in milliseconds, and how many bytes it may have. */
const patience = 30_000;
const most = 32 * 1024 * 1024;

/** Requests addresses over the network, and waits 30 seconds. */
export const http: Http = (address, headers) => get(address, headers, AbortSignal.timeout(patience));

/** Requests an address over the network. The runtime drops the token where a redirect leads to another server. Rejects with a reason where there is no answer. */
export async function get(address: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Answer> {
	try {
		const response = await fetch(address, { headers, redirect: 'follow', signal });
		return { status: response.status, headers: Object.fromEntries(response.headers), text: await bodyOf(response) };
	} catch (error) {
		throw new Error(reasonOf(error));
	}
}

async function bodyOf(response: Response): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength;
		if (size > most) throw new Error('the answer is too long');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

/** What the runtime says, and the cause below it, which has the name that was looked up. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (error.name === 'TimeoutError') return 'there was no answer in 30 seconds';
	return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
