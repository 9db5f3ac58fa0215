import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disk, forward } from '../../server/src/node/fileSystem';
import { decode, readState } from '../../server/src/workspace/decode';
import { remembered } from '../../server/src/workspace/remembered';

describe('the disk', () => {
	let folder = '';
	before(() => {
		folder = forward(mkdtempSync(join(tmpdir(), 'packer-readiness-')));
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	const texts: Record<string, string | Buffer> = {
		'plain text': 'package a // é, 世界, 😀\r\n',
		'an empty file': '',
		'a byte order mark': '\ufeffpackage a\n',
		'a replacement character that was typed': 'package a // \ufffd\n',
		'a NUL': 'package a\0\n',
		'UTF-16': Buffer.from('\ufeffpackage a\n', 'utf16le'),
		'Latin-1': Buffer.from('package a // é\n', 'latin1'),
		'half a character': Buffer.from([0x61, 0xe4, 0xb8]),
	};
	for (const [what, content] of Object.entries(texts))
		it(`gives of ${what} what its bytes say`, async () => {
			const path = `${folder}/a.go`;
			writeFileSync(path, content);
			assert.deepEqual(await readState(disk, path), decode(Buffer.from(content)));
		});

	it('reads nothing that is too large, and says why it cannot read', async () => {
		writeFileSync(`${folder}/large.go`, 'x'.repeat(20));
		await assert.rejects(disk.plainText?.(`${folder}/large.go`, 19) ?? Promise.resolve(), /it has 20 bytes/);
		assert.deepEqual(await readState(disk, `${folder}/gone.go`), { unreadable: 'there is no such file' });
	});

	it('gives parts of files, as many bytes as there are', async () => {
		const path = `${folder}/part.bin`;
		writeFileSync(path, '0123456789');
		const fs = remembered(disk);
		const part = async (start: number, length: number) => Buffer.from((await fs.part?.(path, start, length)) ?? 'none').toString();
		assert.deepEqual(
			[await part(0, 3), await part(4, 2), await part(8, 5), await part(10, 1), await part(99, 1), await part(0, 0)],
			['012', '45', '89', '', '', ''],
		);
		await assert.rejects(fs.part?.(folder, 0, 1) ?? Promise.resolve(), /it is a folder/);
	});

	it('is listed once where it is remembered', async () => {
		mkdirSync(`${folder}/sub`);
		const fs = remembered(disk);
		const before = await fs.list(`${folder}/sub`, folder);
		writeFileSync(`${folder}/sub/new.go`, '');
		assert.deepEqual(await fs.list(`${folder}/sub`, folder), before);
		assert.deepEqual(await disk.list(`${folder}/sub`, folder), [{ name: 'new.go', kind: 'file' }]);
		assert.deepEqual(await readState(fs, `${folder}/sub/new.go`), { text: '' });
	});
});
