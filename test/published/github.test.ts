import assert from 'node:assert/strict';
import { Unreadable } from '../../server/src/published/github';
import { type Http, inMemory } from '../../server/src/published/http';
import { publishedReport } from '../../server/src/published/report';
import { FakeGitHub, good, type Repository } from './fake';

const two: Repository = { tags: ['v1.0.0', 'v1.1.0'], releases: [good('acme', '1.1.0'), good('acme', '1.0.0')] };
let time = 0;
const date = () => `2026-01-01T00:00:0${time++ % 10}.000Z`;
const report = (http: Http, memory = inMemory(), token?: string) =>
	publishedReport({ http, memory, date, hint: 'Get a token.', ...(token === undefined ? {} : { token }) }, 'acme', 'acme');

describe('reading GitHub', () => {
	it('asks for the tags, the releases and the checksum files, as Packer names them', async () => {
		const github = new FakeGitHub(two);
		const { newest, missing, stale, releases } = await report(github.http);
		assert.deepEqual([newest, missing, stale, releases.length], ['v1.1.0', [], null, 2]);
		assert.deepEqual(github.asked.map(({ address }) => address).sort(), [
			'https://api.github.com/repos/acme/packer-plugin-acme/git/matching-refs/tags',
			'https://api.github.com/repos/acme/packer-plugin-acme/releases?per_page=100&page=1',
			'https://github.com/acme/packer-plugin-acme/releases/download/v1.0.0/packer-plugin-acme_v1.0.0_SHA256SUMS',
			'https://github.com/acme/packer-plugin-acme/releases/download/v1.1.0/packer-plugin-acme_v1.1.0_SHA256SUMS',
		]);
	});

	it('sends the token to the API and nowhere else', async () => {
		const github = new FakeGitHub(two);
		await report(github.http, inMemory(), 'secret');
		const with_ = github.asked.filter(({ headers }) => headers.authorization === 'Bearer secret').map(({ address }) => new URL(address).host);
		assert.deepEqual(new Set(with_), new Set(['api.github.com']));
		assert.equal(github.asked.filter(({ headers }) => JSON.stringify(headers).includes('secret')).length, 2);
	});

	it('sends nothing, and shows nothing, of a token that cannot be one', async () => {
		const github = new FakeGitHub(two);
		await assert.rejects(report(github.http, inMemory(), 'a\nb: c'), new Unreadable('The token for GitHub has characters that no token has.'));
		assert.deepEqual(github.asked, []);
	});

	it('reads all pages, and the checksum files of the newest 30', async () => {
		const versions = Array.from({ length: 130 }, (_, i) => `1.${i}.0`);
		const github = new FakeGitHub({ tags: versions.map(version => `v${version}`), releases: versions.map(version => good('acme', version, ['linux_amd64'])) });
		const { releases, notes } = await report(github.http);
		assert.deepEqual([releases.length, releases.filter(({ installs }) => installs).length, releases[0]?.tag], [130, 30, 'v1.129.0']);
		assert.equal(github.asked.length, 1 + 2 + 30);
		assert.ok(notes.includes('Checksum files of the newest 30 releases were read.'));
	});

	it('asks whether what it has is still true, and believes that', async () => {
		const github = new FakeGitHub(two);
		const memory = inMemory();
		const first = await report(github.http, memory);
		github.asked.length = 0;
		const second = await report(github.http, memory);
		assert.deepEqual(second.releases, first.releases);
		assert.ok(github.asked.length === 4 && github.asked.every(({ headers }) => headers['if-none-match'] !== undefined));
		github.repository = { ...two, tags: [...two.tags, 'v1.2.0'] };
		assert.equal((await report(github.http, memory)).releases[0]?.tag, 'v1.2.0');
	});

	it('takes from memory what it cannot reach, says so, and asks no more', async () => {
		const memory = inMemory();
		const { releases } = await report(new FakeGitHub(two).http, memory);
		let asked = 0;
		const offline: Http = async () => {
			asked++;
			throw new Error('getaddrinfo ENOTFOUND api.github.com');
		};
		const again = await report(offline, memory);
		assert.deepEqual([again.releases, asked], [releases, 1]);
		assert.equal(again.stale?.why, 'GitHub cannot be reached: getaddrinfo ENOTFOUND api.github.com.');
		assert.match(again.stale?.date ?? '', /^2026-01-01T/);
		await assert.rejects(report(offline), new Unreadable('GitHub cannot be reached: getaddrinfo ENOTFOUND api.github.com.'));
	});

	it('says when the rate limit ends, and how to raise it', async () => {
		const github = new FakeGitHub(two);
		github.instead = () => ({
			status: 403,
			headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.UTC(2026, 0, 1, 14, 5) / 1000) },
			text: '',
		});
		await assert.rejects(report(github.http), new Unreadable("GitHub's rate limit is reached until 14:05 UTC. Get a token."));
		await assert.rejects(report(github.http, inMemory(), 'x'), new Unreadable("GitHub's rate limit is reached until 14:05 UTC."));
		github.instead = () => ({ status: 429, headers: { 'retry-after': '60' }, text: '' });
		await assert.rejects(report(github.http, inMemory(), 'x'), new Unreadable("GitHub's rate limit is reached."));
	});

	it('says what else went wrong', async () => {
		const answered = async (status: number, text = '') => {
			const github = new FakeGitHub(two);
			github.instead = () => ({ status, headers: {}, text });
			return report(github.http).catch((error: Error) => error.message);
		};
		assert.equal(await answered(404), 'GitHub has no public repository `acme/packer-plugin-acme`, where `packer init` looks for releases.');
		assert.equal(await answered(401), 'GitHub rejects the token.');
		assert.equal(await answered(403), 'GitHub answers with status 403.');
		assert.equal(await answered(500), 'GitHub answers with status 500.');
		assert.equal(await answered(200, '<html>'), 'GitHub answers with something else than a list of tags.');
		assert.equal(await answered(200, '{"message":"x"}'), 'GitHub answers with something else than a list of tags.');
	});

	it('goes on where nothing can be kept', async () => {
		const memory = {
			get: async () => {
				throw new Error('broken');
			},
			set: async () => {
				throw new Error('disk full');
			},
		};
		assert.equal((await report(new FakeGitHub(two).http, memory)).newest, 'v1.1.0');
	});

	it('takes answers of odd shapes for what they are', async () => {
		const github = new FakeGitHub(two);
		github.instead = address => ({
			status: 200,
			headers: {},
			text: address.includes('matching-refs')
				? '[null, 1, {"ref": 5}, {"ref": "refs/heads/x"}, {"ref": "refs/tags/v1.0.0"}]'
				: '[{"tag_name": 1}, {"tag_name": "v1.0.0", "assets": [null, {"name": 2}, {"name": "a", "state": "starter"}]}]',
		});
		assert.deepEqual((await report(github.http)).releases, [{ tag: 'v1.0.0', installs: false, platforms: [], why: 'Release has no files.', remarks: [] }]);
	});
});
