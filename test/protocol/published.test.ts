import assert from 'node:assert/strict';
import * as protocol from '../../server/src/protocol';
import { inMemory } from '../../server/src/published/http';
import { publishedReport } from '../../server/src/published/report';
import { FakeGitHub, good } from '../published/fake';
import { Client, plugin } from './support/client';

describe('published releases', () => {
	let client: Client;
	afterEach(() => client.end());

	const start = async () => {
		client = await Client.start(plugin('/w/p'), {
			environment: {
				services: { published: (_, http) => publishedReport({ http, memory: inMemory(), date: () => '2026-01-01T00:00:00.000Z' }, 'acme', 'acme') },
			},
		});
	};
	const ask = () => client.connection.sendRequest<protocol.PublishedReleasesView>(protocol.publishedReleases, { uri: 'file:///w/p' });

	it('are read over the network of the client', async () => {
		await start();
		const github = new FakeGitHub({ tags: ['v1.0.0'], releases: [good('acme', '1.0.0')] });
		client.connection.onRequest(protocol.httpGet, ({ address, headers }: protocol.HttpGet) => github.http(address, headers));
		const { newest, missing } = await ask();
		assert.deepEqual([newest, missing, github.asked.length], ['v1.0.0', [], 3]);
	});

	it('are refused with a sentence where the client has no network', async () => {
		await start();
		client.connection.onRequest(protocol.httpGet, () => Promise.reject(new Error('nobody waits for it')));
		await assert.rejects(ask(), /GitHub cannot be reached: .*nobody waits for it/);
	});

	it('are refused with a sentence where the client does not know the request', async () => {
		await start();
		await assert.rejects(ask(), /GitHub cannot be reached: /);
	});
});
