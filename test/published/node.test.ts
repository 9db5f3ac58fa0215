import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, cachePath } from '../../server/src/node/cache';
import { getFrom, get as getOfGitHub, isOfGitHub } from '../../server/src/node/http';

describe('requests over the network', () => {
	const servers: Server[] = [];
	after(() => {
		for (const server of servers) server.close();
	});
	const serve = async (listener: RequestListener) => {
		const server = createServer(listener);
		servers.push(server);
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	};
	const never = new AbortController().signal;
	const get = (address: string, headers: Readonly<Record<string, string>>, signal: AbortSignal) => getFrom(() => true, address, headers, signal);

	it('give the status, the headers and the text', async () => {
		const address = await serve(({ headers }, response) => response.writeHead(201, { ETag: '"x"' }).end(`got ${headers['user-agent']}`));
		const { status, headers, text } = await get(address, { 'user-agent': 'us' }, never);
		assert.deepEqual([status, headers.etag, text], [201, '"x"', 'got us']);
	});

	it('follow redirects, and leave the token behind', async () => {
		const other = await serve(({ headers }, response) => response.end(String(headers.authorization)));
		const address = await serve((_, response) => response.writeHead(302, { location: other }).end());
		assert.equal((await get(address, { authorization: 'Bearer secret' }, never)).text, 'undefined');
	});

	it('keep the token where a redirect stays on the server', async () => {
		const address = await serve(({ headers, url }, response) =>
			url === '/renamed' ? response.end(String(headers.authorization)) : response.writeHead(301, { location: '/renamed' }).end(),
		);
		assert.equal((await get(address, { authorization: 'Bearer secret' }, never)).text, 'Bearer secret');
	});

	it('do not give the token to the first server again once they have left it', async () => {
		const seen: string[] = [];
		const first = await serve(({ headers, url }, response) => {
			seen.push(`first ${headers.authorization}`);
			if (url === '/again') response.end('done');
			else response.writeHead(302, { location: second }).end();
		});
		const second = await serve(({ headers }, response) => {
			seen.push(`second ${headers.authorization}`);
			response.writeHead(302, { location: `${first}/again` }).end();
		});
		assert.equal((await get(first, { authorization: 'Bearer secret' }, never)).text, 'done');
		assert.deepEqual(seen, ['first Bearer secret', 'second undefined', 'first undefined']);
	});

	it('are not sent to a server that is not allowed, and say which', async () => {
		let asked = 0;
		const other = await serve((_, response) => {
			asked++;
			response.end('inside');
		});
		const address = await serve((_, response) => response.writeHead(302, { location: other }).end());
		await assert.rejects(
			getFrom(({ origin }) => origin === address, address, {}, never),
			new Error(`requests to ${other} are not allowed`),
		);
		await assert.rejects(getOfGitHub(other, {}, never), new Error(`requests to ${other} are not allowed`));
		assert.equal(asked, 0);
	});

	it('go to GitHub over HTTPS, and nowhere else', () => {
		const allowed = [
			'https://api.github.com/repos/a/b',
			'https://github.com/a',
			'https://objects.githubusercontent.com/a?b',
			'https://release-assets.githubusercontent.com/',
		];
		const refused = [
			'http://github.com/a',
			'https://github.com:8443/',
			'https://github.com.example.org/',
			'https://github.com@example.org/',
			'https://gist.github.com/',
			'https://169.254.169.254/latest/meta-data/',
			'file:///etc/passwd',
			'data:text/plain,x',
		];
		assert.deepEqual(
			[...allowed, ...refused].filter(address => isOfGitHub(new URL(address))),
			allowed,
		);
	});

	it('end where redirects do not', async () => {
		const address = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
		await assert.rejects(get(address, {}, never), /^Error: there are more than 5 redirects$/);
	});

	it('are refused with the cause where there is no server, and end when they are stopped', async () => {
		const address = await serve(() => {});
		const stop = new AbortController();
		setTimeout(() => stop.abort(), 20);
		await assert.rejects(get(address, {}, stop.signal), /abort/);
		const closed = servers.at(-1) as Server;
		closed.closeAllConnections();
		await new Promise(resolve => closed.close(resolve));
		await assert.rejects(get(address, {}, never), /ECONNREFUSED/);
	});

	it('are refused where the answer has no end', async () => {
		const megabyte = 'x'.repeat(1024 * 1024);
		const address = await serve((_, response) => {
			const more = () => {
				while (!response.destroyed && response.write(megabyte));
			};
			response.on('drain', more);
			more();
		});
		await assert.rejects(get(address, {}, never), /the answer is too long/);
	});
});

describe('the cache of answers', () => {
	let folder: string;
	before(() => {
		folder = mkdtempSync(join(tmpdir(), 'cache-'));
	});
	after(() => rmSync(folder, { recursive: true }));

	it('keeps what it was given, in a folder that it makes', async () => {
		const cache = cacheFolder(join(folder, 'a', 'b'));
		const kept = { etag: '"1"', text: 'é\n', date: '2026-01-01T00:00:00.000Z' };
		await cache.set('https://x/', kept);
		assert.deepEqual(await cache.get('https://x/'), kept);
		await assert.rejects(cache.get('https://y/'));
	});

	it('gives nothing of a file that another program wrote', async () => {
		const cache = cacheFolder(join(folder, 'c'));
		await cache.set('https://x/', { etag: 'a', text: 'b', date: 'c' });
		const [file] = readdirSync(join(folder, 'c'));
		writeFileSync(join(folder, 'c', file ?? ''), '{"address": "https://other/", "etag": "a", "text": "b", "date": "c"}');
		assert.equal(await cache.get('https://x/'), undefined);
	});

	it('is where the system keeps caches', () => {
		assert.equal(cachePath('p', { platform: 'linux', env: { XDG_CACHE_HOME: '/c' } }), join('/c', 'p'));
		assert.match(cachePath('p', { platform: 'linux', env: { XDG_CACHE_HOME: 'relative' } }), /[/\\]\.cache[/\\]p$/);
		assert.match(cachePath('p', { platform: 'darwin', env: {} }), /[/\\]Library[/\\]Caches[/\\]p$/);
		assert.equal(cachePath('p', { platform: 'win32', env: { LOCALAPPDATA: 'L' } }), join('L', 'p', 'Cache'));
	});
});
