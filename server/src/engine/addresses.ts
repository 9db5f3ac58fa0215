/** Where the project lives. */
export const repositoryAddress = 'https://github.com/packer-plugin-readiness/packer-plugin-readiness';

/** Where defects of the project are reported. */
export const issues = `${repositoryAddress}/issues`;

/** Where the page of a rule can be read. */
export const rulePage = (rule: string): string => `${repositoryAddress}/blob/main/server/src/rules/${rule}/README.md`;

/** The program's fixed addresses, as its document and Packer's documentation have them (https://developer.hashicorp.com/packer/docs/partnerships). */
export const program = {
	document: 'https://developer.hashicorp.com/packer/docs/partnerships',
	reviewEmail: 'packer-integration-dev@hashicorp.com',
	webform: 'https://docs.google.com/forms/d/e/1FAIpQLSfgq3HJ9Rfsi7LgPLFln28ZrmarATGlD_6A47-Io-bPUftKUw/viewform',
	partnerDirectory: 'https://www.hashicorp.com/partners/find-a-partner',
	creationGuide: 'https://developer.hashicorp.com/packer/docs/plugins/creation',
	packerRepository: 'https://github.com/hashicorp/packer',
	integrationRequest: 'https://github.com/hashicorp/packer/issues/new?template=plugin_integration.md',
	/** How releases are made that `packer init` can install. */
	releases: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	/** How plugins are registered as integrations. */
	registration: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	/** The label that the template sets; links in the documentation still pass `new-plugin-contribution`. */
	integrationLabel: 'integration-request',
	cla: 'https://cla.hashicorp.com/hashicorp/packer',
} as const;
