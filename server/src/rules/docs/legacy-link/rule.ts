import { defineRule, type Finding } from '../../../engine/rule';
import { isPublished } from '../../../facts/docs/published';
import { isScaffolding } from '../../../facts/plugin/scaffolding';
import { type BadLink, badLinks, linkingPages } from '../../../generate/webdocs/deadLinks';
import { replace } from '../../../text/edit';

type Message = BadLink['why'] | 'several' | 'changed';

export default defineRule({
	summary: 'Links in the documentation work in the integrations portal',
	title: 'Link dead in portal',
	titles: { several: 'Links dead in portal', rewritten: 'Text changed by script', changed: 'Texts changed by script' },
	severity: 'warning',
	severities: { rewritten: 'info', changed: 'info' },
	item: 'address-feedback',
	source: 'https://github.com/hetznercloud/packer-plugin-hcloud/pull/57',
	threads: [
		'https://github.com/hashicorp/packer-plugin-amazon/issues/48',
		'https://github.com/hashicorp/packer-plugin-openstack/pull/111',
		'https://github.com/nutanix-cloud-native/packer-plugin-nutanix/pull/57',
		'https://github.com/veertuinc/packer-plugin-veertu-anka/issues/182',
		'https://github.com/vmware/packer-plugin-vmware/pull/104',
	],
	messages: {
		old: '`{said}` is an address of the earlier Packer site, which the portal does not have. {advice}',
		relative: '`{said}` leads to a file of the repository, which the portal does not have. {advice}',
		template: "`{said}` leads to the template's page. {advice}",
		type: '`{said}` has a component type that the portal does not have. {advice}',
		unlisted: '`{said}` leads to a component that `metadata.hcl` does not list. {advice}',
		rewritten: '`compile-to-webdocs.sh` changes `{folder}` in `{said}`, which is not the address of a component.',
		several: '{count} links do not work in the portal. The first is `{said}`.',
		changed: '`compile-to-webdocs.sh` changes {count} texts that are not addresses of components. The first is `{said}`.',
	},

	*check(read) {
		if (!read(isPublished) || read(isScaffolding)) return;
		for (const path of read(linkingPages)) {
			const all = read(badLinks, path);
			const dead = all.filter(({ why }) => why !== 'rewritten');
			yield* finding(dead.filter(({ to }) => to !== undefined));
			yield* finding(dead.filter(({ to }) => to === undefined));
			yield* finding(all.filter(({ why }) => why === 'rewritten'));
		}
	},
});

/** What to do where the right address is not known. */
const otherwise: Readonly<Record<BadLink['why'], string>> = {
	old: 'Use an address below `/packer`.',
	relative: 'Use an absolute address.',
	template: 'Link to a page of the plugin.',
	type: 'Its types are `builder`, `provisioner`, `post-processor` and `data-source`.',
	unlisted: 'List the component, or link to another.',
	rewritten: '',
};

/** One finding about links that are wrong alike. */
function finding(links: readonly BadLink[]): Finding<Message>[] {
	const [first, ...others] = links;
	if (first === undefined) return [];
	const isChanged = first.why === 'rewritten';
	const message = others.length === 0 ? first.why : isChanged ? 'changed' : 'several';
	const to = first.to ?? '';
	const advice = first.to === undefined ? otherwise[first.why] : `Use \`${shortened(to)}\`.`;
	const edits = links.flatMap(({ place, to }) => (to === undefined ? [] : [replace(place, to)]));
	const title = others.length === 0 ? `Replace with ${shortened(to)}` : `Replace ${links.length} links`;
	return [
		{
			at: first.place,
			message,
			data: { said: shortened(first.said), advice, count: String(links.length), folder: folder.exec(first.said)?.[0] ?? '' },
			related: others.map(({ place, said, to }) => ({
				at: place,
				message: to === undefined ? `\`${shortened(said)}\` does not work` : isChanged ? `Published as \`${shortened(to)}\`` : `Use \`${shortened(to)}\``,
			})),
			...(isChanged || first.to === undefined ? {} : { fix: { title, kind: 'safe', edits } }),
		},
	];
}

/** What compile-to-webdocs.sh takes for the folder of a kind of component. */
const folder = /\/(?:builders|datasources|post-processors|provisioners)\//;

/** An address that is too long for a sentence, without its middle. */
const shortened = (address: string): string => (address.length > 45 ? `${address.slice(0, 15)}…${address.slice(-29)}` : address).replaceAll('`', "'");
