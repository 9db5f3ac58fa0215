import type { Rule } from '../engine/rule';

/** What stands at the addresses that rules name as their source, by how these begin. */
const places: ReadonlyArray<readonly [prefix: string, what: string]> = [
	['https://developer.hashicorp.com/packer/docs/partnerships', 'Packer Integration Program'],
	['https://developer.hashicorp.com/packer/', "Packer's documentation"],
	['https://github.com/hashicorp/packer/blob/main/.github/', "Packer's template for integration requests"],
	['https://github.com/hashicorp/packer/', "Packer's code"],
	['https://github.com/hashicorp/packer-plugin-sdk/', 'The SDK'],
	['https://github.com/hashicorp/packer-plugin-scaffolding', "HashiCorp's template for plugins"],
	['https://github.com/hashicorp/integration-template', "HashiCorp's template for integrations"],
	['https://github.com/hashicorp/web-platform-packages/', "The integrations portal's code"],
	['https://goreleaser.com/', "GoReleaser's documentation"],
	['https://docs.github.com/', "GitHub's documentation"],
	['https://go.dev/', "Go's documentation"],
];

/** Who asks for what a rule checks, in Markdown: where the requirement is written, and threads of reviewers and users. */
export function askedBy({ source, threads = [] }: Pick<Rule, 'source' | 'threads'>): string {
	const all = [...new Set([...(isThread(source) ? [source] : []), ...threads])].sort();
	return [
		...(isThread(source) ? [] : [`- [${whatIs(source)}](${source})`]),
		...(all.length === 0 ? [] : [`- Reviewers and users: ${all.map(address => `[${nameOf(address)}](${address})`).join(', ')}`]),
	].join('\n');
}

const thread = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:pull|issues)\/(\d+)/;

const isThread = (address: string): boolean => thread.test(address);

const nameOf = (address: string): string => address.replace(thread, '$1#$2').replace(/[#?](?!\d).*$/, '');

/** What stands at an address, with the file where it is one of a repository: `the SDK (packer/ui.go)`. */
function whatIs(address: string): string {
	const found =
		places.find(([prefix]) => address.startsWith(prefix))?.[1] ??
		address.replace(/^https:\/\/(?:github\.com\/)?|[#?].*$/g, '').replace(/\/(?:blob|tree)\/.*$/, '');
	const path = /^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:blob|tree)\/[^/]+\/([^#?]+)/.exec(address)?.[1];
	return path === undefined || path.startsWith('.github/ISSUE_TEMPLATE') ? found : `${found} (\`${path}\`)`;
}
