/** The commit of a release of each action that our workflows use, by the tag that moves. */
const commits: Readonly<Record<string, readonly [commit: string, release: string]>> = {
	'actions/checkout@v6': ['de0fac2e4500dabe0009e67214ff5f5447ce83dd', 'v6.0.2'],
	'actions/setup-go@v6': ['4a3601121dd01d1626a1e23e37211e3254c1c06c', 'v6.4.0'],
	'goreleaser/goreleaser-action@v7': ['f06c13b6b1a9625abc9e6e439d9c05a8f2190e94', 'v7.2.3'],
	'crazy-max/ghaction-import-gpg@v7': ['2dc316deee8e90f13e1a351ab510b4d5bc0c82cd', 'v7.0.0'],
	'hashicorp/setup-packer@v3': ['ce93c3c08a6c2ff2275bf4b54ff0d9a75f6c9789', 'v3.4.0'],
};

/** A workflow with actions pinned to commits, so that nobody can replace their code. */
export const pinned = (workflow: string): string =>
	workflow.replace(/uses: (\S+)@(v\d+)$/gm, (whole, action: string, tag: string) => {
		const [commit, release] = commits[`${action}@${tag}`] ?? [];
		return commit === undefined ? whole : `uses: ${action}@${commit} # ${release}`;
	});
