import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Framing } from '../../server/src/node/framing';

const message = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe('framing of messages', () => {
	/** What of some texts, in chunks of so many bytes, is passed on, and whether a header was broken. */
	async function passed(text: string, size: number) {
		let broken = 0;
		const framing = new Framing(() => broken++);
		const out: Buffer[] = [];
		framing.on('data', chunk => out.push(chunk));
		const bytes = Buffer.from(text);
		for (let at = 0; at < bytes.length; at += size) framing.write(bytes.subarray(at, at + size));
		framing.end();
		await once(framing, 'end');
		return { out: Buffer.concat(out).toString(), broken };
	}

	const whole = `${message('{"a":"ü"}')}${message('')}Content-Type: x\r\ncontent-length:2\r\n\r\n{}${message('x'.repeat(300))}`;
	for (const size of [1, 2, 3, 7, 100, 10_000])
		it(`passes on what is framed as the protocol says, ${size} bytes at a time`, async () =>
			assert.deepEqual(await passed(whole, size), { out: whole, broken: 0 }));

	for (const size of [1, 5, 10_000])
		it(`passes on nothing behind a broken header, ${size} bytes at a time`, async () => {
			const { out, broken } = await passed(`${message('{}')}Content-Length: -5\r\n\r\n${message('{"later":1}')}`, size);
			assert.equal(broken, 1);
			assert.ok(!out.includes('later'), out);
		});

	it('keeps no more of a header than it may be long', async () => {
		const { out, broken } = await passed('a'.repeat(1_000_000), 1000);
		assert.equal(broken, 1);
		assert.ok(out.length < 5000, String(out.length));
	});
});
