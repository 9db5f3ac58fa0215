import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, secret } from './holds';

const example = 'examples/packer-plugin-parcel';

/** The plugin that the attack changes: the example, with defects of all areas, and a secret where one may be. */
export function original(): Files {
	const files = new Map<string, string>();
	for (const entry of readdirSync(example, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		files.set(path.slice(example.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
	}
	files.set('repository', `origin: parcelworks/packer-plugin-parcel\ntags: v1.0.0,v1.2.0\nbranch: main\ncommit: ${'0123456789'.repeat(4)}\n`);
	files.set('README.md', `${files.get('README.md')}\nexport GITHUB_TOKEN=${secret}\n`);
	files.set('.packer-readiness.yml', 'target: community\nrules:\n  license/not-mpl:\n    severity: info\n    reason: no\n  support/issue-templates: off\n');
	return files;
}
