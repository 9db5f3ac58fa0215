import type { Answer, Http, Kept, Memory } from './http';

/** GitHub could not be read: why, and what to do. */
export class Unreadable extends Error {
	override readonly name = 'Unreadable';
}

/** What reading needs of the machine. */
export interface Reading {
	readonly http: Http;
	readonly memory: Memory;
	/** Sent to api.github.com and nowhere else. */
	readonly token?: string;
	/** What a person without a token can do where the rate limit is reached, a sentence. */
	readonly hint?: string;
	/** The time now, as ISO 8601. */
	readonly date: () => string;
}

const api = 'https://api.github.com/';
const site = 'https://github.com/';

/** Reads GitHub by its API and its release downloads, and sends nothing but a token to the API. What it cannot reach, it takes from memory. */
export class GitHub {
	readonly #reading: Reading;
	/** Why GitHub is not asked any more. */
	#down: string | undefined;
	#oldest: string | undefined;

	constructor(reading: Reading) {
		// What is not a token must not become part of an error about headers.
		if (reading.token !== undefined && !/^[\x21-\x7e]+$/.test(reading.token)) throw new Unreadable('The token for GitHub has characters that no token has.');
		this.#reading = reading;
	}

	/** Why some of what was read is from memory, and the date of the oldest of it; undefined where all is as GitHub has it now. */
	get stale(): { readonly why: string; readonly date: string } | undefined {
		return this.#down === undefined || this.#oldest === undefined ? undefined : { why: this.#down, date: this.#oldest };
	}

	/** The text at a path of the API, such as `repos/acme/x/releases`; undefined where there is nothing. Rejects with `Unreadable`. */
	api(path: string): Promise<string | undefined> {
		const { token } = this.#reading;
		return this.#get(api + path, {
			accept: 'application/vnd.github+json',
			'x-github-api-version': '2022-11-28',
			...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
		});
	}

	/** The text of a file of a release, as Packer requests it; undefined where there is none. Rejects with `Unreadable`. */
	download(repository: string, tag: string, file: string): Promise<string | undefined> {
		return this.#get(`${site}${repository}/releases/download/${encodeURIComponent(tag)}/${encodeURIComponent(file)}`, { accept: '*/*' });
	}

	async #get(address: string, headers: Readonly<Record<string, string>>): Promise<string | undefined> {
		const { http, memory, date } = this.#reading;
		const kept = await memory.get(address).catch(() => undefined);
		if (this.#down !== undefined) return this.#remembered(kept);
		let answer: Answer;
		try {
			answer = await http(address, { ...headers, 'user-agent': 'packer-plugin-readiness', ...(kept ? { 'if-none-match': kept.etag } : {}) });
		} catch (error) {
			this.#down = `GitHub cannot be reached: ${error instanceof Error ? error.message : String(error)}.`;
			return this.#remembered(kept);
		}
		const { status, text } = answer;
		if (status === 304 && kept) return (await this.#keep(address, { ...kept, date: date() })).text;
		if (status === 404 || status === 410) return undefined;
		if (status === 200) {
			const etag = answer.headers.etag;
			if (etag !== undefined) await this.#keep(address, { etag, text, date: date() });
			return text;
		}
		this.#down = reasonOf(answer, headers.authorization === undefined ? this.#reading.hint : undefined);
		return this.#remembered(kept);
	}

	async #keep(address: string, kept: Kept): Promise<Kept> {
		// A full disk costs a request the next time, and no answer now.
		await this.#reading.memory.set(address, kept).catch(() => undefined);
		return kept;
	}

	#remembered(kept: Kept | undefined): string {
		if (kept === undefined) throw new Unreadable(this.#down);
		if (this.#oldest === undefined || kept.date < this.#oldest) this.#oldest = kept.date;
		return kept.text;
	}
}

/** Why an answer cannot be used, as GitHub documents its statuses and rate limits. */
function reasonOf({ status, headers }: Answer, hint: string | undefined): string {
	if (status === 401) return 'GitHub rejects the token.';
	const limited = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
	if (status === 429 || (status === 403 && limited)) {
		const reset = Number(headers['x-ratelimit-reset']);
		const until = Number.isFinite(reset) && reset > 0 ? ` until ${new Date(reset * 1000).toISOString().slice(11, 16)} UTC` : '';
		return `GitHub's rate limit is reached${until}.${hint === undefined ? '' : ` ${hint}`}`;
	}
	return `GitHub answers with status ${status}.`;
}
