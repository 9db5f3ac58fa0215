import assert from 'node:assert/strict';
import { Database, type Fact } from '../../server/src/facts/core/database';
import { isLinked } from '../../server/src/facts/core/files';
import { links } from '../../server/src/facts/core/inputs';
import { assertProportionalTo } from '../support/proportional';

describe('hostile: links that grow', () => {
	it('whether files are behind links is asked in time in proportion to both', () => {
		const linked = (count: number) => {
			const db = new Database();
			const paths = Array.from({ length: count }, (_, i) => `l/g${i}`);
			db.set(links, paths);
			const behind: Fact<number> = read => paths.filter(path => isLinked(read, `${path}/f.go`) && !isLinked(read, `${path}x/f.go`)).length;
			return db.get(behind);
		};
		assert.equal(linked(10), 10);
		assertProportionalTo(20_000, linked, 'links');
	}).timeout(120_000);
});
