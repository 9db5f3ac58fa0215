import type { Answer, Http } from '../published/http';

/** How long an answer may take, in milliseconds, and how many bytes it may have. */
const patience = 30_000;
const most = 32 * 1024 * 1024;

/** Requests addresses over the network, and waits 30 seconds. */
export const http: Http = (address, headers) => get(address, headers, AbortSignal.timeout(patience));

/** The hosts of GitHub that are requested: its API, its site, and those that the site redirects downloads of release assets to. */
const hosts = new Set(['api.github.com', 'github.com', 'objects.githubusercontent.com', 'release-assets.githubusercontent.com']);

/** How many redirects are followed: GitHub uses one for a renamed repository, and one for a download. */
const mostRedirects = 5;

/** Whether an address is one of GitHub, over HTTPS. */
export const isOfGitHub = ({ protocol, hostname, port }: URL): boolean => protocol === 'https:' && port === '' && hosts.has(hostname);

/** Requests an address of GitHub over the network. Rejects with a reason where there is no answer, or where a redirect leads elsewhere. */
export const get = (address: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Answer> =>
	getFrom(isOfGitHub, address, headers, signal);

/** Requests an address over the network, and follows redirects to allowed addresses only. A token is sent to the first server and to no other. */
export async function getFrom(
	isAllowed: (url: URL) => boolean,
	address: string,
	headers: Readonly<Record<string, string>>,
	signal: AbortSignal,
): Promise<Answer> {
	try {
		const { origin } = new URL(address);
		const { authorization, ...others } = headers;
		let url = new URL(address);
		let sent = headers;
		for (let redirects = 0; redirects <= mostRedirects; redirects++) {
			if (!isAllowed(url)) throw new Error(`requests to ${url.protocol}//${url.host.slice(0, 100)} are not allowed`);
			if (url.origin !== origin) sent = others;
			const response = await fetch(url, { headers: sent, redirect: 'manual', signal });
			const location = redirect.has(response.status) ? response.headers.get('location') : null;
			if (location === null) return { status: response.status, headers: Object.fromEntries(response.headers), text: await bodyOf(response) };
			await response.body?.cancel();
			url = new URL(location, url);
		}
		throw new Error(`there are more than ${mostRedirects} redirects`);
	} catch (error) {
		throw new Error(reasonOf(error));
	}
}

const redirect = new Set([301, 302, 303, 307, 308]);

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
