import assert from 'node:assert/strict';
import * as protocol from '../../server/src/protocol';
import { servicesOf } from '../../server/src/services';
import { compiled, metadata } from '../integration/support';
import { grammars } from '../support/grammars';
import { Client, plugin } from './support/client';
import { pages, rules } from './support/rules';

const uri = 'file:///w/p';
const docs = {
	...compiled,
	'docs/README.md': '# Cloud\n',
	'docs/builders/cloud.mdx': '---\ndescription: x\n---\n\n# Cloud\n\nBuilds.\n',
	'.web-docs/metadata.hcl': metadata(),
	'.web-docs/README.md': '# Cloud\n',
	'.web-docs/components/builder/cloud/README.md': 'Builds.\n',
};

describe('the preview of the integration page, over the protocol', () => {
	let client: Client;
	afterEach(() => client.end());
	const ask = (params: object) => client.connection.sendRequest<protocol.IntegrationView>(protocol.integrationPreview, params);
	const start = async (files: Readonly<Record<string, string>> = docs) => {
		client = await Client.start(plugin('/w/p', files), {
			environment: { services: servicesOf({ tool: { name: 'x', version: '1' }, rules, pages, grammars, date: () => '' } as never) },
		});
	};

	it('answers with the README, or the page that is named', async () => {
		await start();
		assert.equal((await ask({ uri })).shown?.key, 'readme');
		const { shown, variant } = await ask({ uri, page: 'builder/cloud', variant: 'generated' });
		assert.deepEqual([shown?.key, shown?.html, variant], ['builder/cloud', '<p>Builds.</p>\n', 'generated']);
	});

	it('answers from what is typed, before it is saved', async () => {
		await start();
		await client.open('/w/p/docs/builders/cloud.mdx');
		await client.type('/w/p/docs/builders/cloud.mdx', 'Builds.', 'Builds <b>all</b>.');
		const { shown, pages: tabs } = await ask({ uri, page: 'builder/cloud', variant: 'generated' });
		assert.match(shown?.html ?? '', /^<div class="added"><span class="said">Added: <\/span><p>Builds <code class="html">&lt;b&gt;<\/code>all/);
		assert.deepEqual(
			tabs.map(({ current }) => current),
			[true, false],
		);
		await client.open('/w/p/.web-docs/metadata.hcl');
		await client.type('/w/p/.web-docs/metadata.hcl', '"packer/acme/cloud"', '"cloud"');
		assert.deepEqual(
			(await ask({ uri })).rejected.map(({ path, line }) => [path, line]),
			[['.web-docs/metadata.hcl', 4]],
		);
	});

	it('takes parameters of the wrong type as if they were not there', async () => {
		await start();
		const { shown, variant } = await ask({ uri, page: 7, variant: ['generated'] });
		assert.deepEqual([shown?.key, variant], ['readme', 'committed']);
	});

	it('is rejected for a folder that is not a plugin, and by a server that does not have it', async () => {
		await start();
		await assert.rejects(ask({ uri: 'file:///elsewhere' }), /not in a Packer plugin/);
		client.end();
		client = await Client.start(plugin('/w/p', docs));
		await assert.rejects(ask({ uri }), /does not support the preview of the integration page/);
	});
});
