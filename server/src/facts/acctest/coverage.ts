import type { Fact, Read } from '../core/database';
import { filesUnder, text } from '../core/files';
import { dirname, isInDirectory } from '../core/paths';
import { type Component, components } from '../plugin/components';
import { isScaffolding } from '../plugin/scaffolding';
import { isTemplate, mayUse, speaksOf, templates, usesIn } from './templates';
import { acceptanceTests } from './tests';

/** The components whose type is known and that nothing runs: no acceptance test, and no `packer build` of a workflow, a Makefile or a script. */
export const untested: Fact<readonly Component[]> = read =>
	read(components).filter(component => component.implementation !== undefined && !isTested(read, component) && !isBuilt(read, component));

function isTested(read: Read, { implementation, fullName }: Component): boolean {
	const dir = implementation?.dir;
	return read(acceptanceTests).some(path => {
		const own = dirname(path);
		const isBeside = dir !== undefined && (isInDirectory(own, dir) || (own !== '' && isInDirectory(dir, own)));
		return names(read, path, own, fullName) || (isBeside && !read(isOfOthers, path));
	});
}

/** Whether a test speaks of a component by its name: itself, or a template that lies below it or is named in it. */
function names(read: Read, path: string, own: string, name: string): boolean {
	if (read(speaksOf, `${path}\0${name}`)) return true;
	const fixtures = own === '' ? read(templates).filter(template => (read(text, path) ?? '').includes(template)) : read(filesUnder, own).filter(isTemplate);
	return fixtures.some(template => mayUse(read, template, name));
}

/** Whether all that the templates beside a test use of this plugin, or of the template that it was made from, is something else than what it stands beside. */
const isOfOthers: Fact<boolean, string> = (read, path) => {
	const own = dirname(path);
	if (own === '') return false;
	const used = read(filesUnder, own)
		.filter(isTemplate)
		.flatMap(template => read(usesIn, template).map(({ type }) => type));
	const ours = new Set(read(components).map(({ fullName }) => fullName));
	return used.some(type => ours.has(type) || (type.startsWith('scaffolding-') && !read(isScaffolding)));
};

/** Whether a template names a component, where anything of the repository runs `packer build`: which templates it builds is not followed. */
const isBuilt = (read: Read, { fullName }: Component): boolean =>
	read(runsPackerBuild) && read(templates).some(template => !template.startsWith('docs') && mayUse(read, template, fullName));

const runsPackerBuild: Fact<boolean> = read =>
	read(filesUnder, '').some(
		path => /(?:^|\/)(?:(?:gnu)?makefile|[^/]*\.(?:sh|mk|ya?ml))$/i.test(path) && /\bpacker["']?[ \t]+build\b/.test(read(text, path) ?? ''),
	);
