import type { Fact } from '../core/database';
import { filesIn, text } from '../core/files';
import { webDocs } from '../webdocs/paths';

/** Whether GitHub finds a CODEOWNERS file: at the root, in .github/ or in docs/. */
export const hasCodeowners: Fact<boolean> = read => ['', '.github', 'docs'].some(dir => read(filesIn, dir).includes('CODEOWNERS'));

/** Whether a configuration of Dependabot or Renovate is in the repository. */
export const hasUpdates: Fact<boolean> = read =>
	read(filesIn, '.github').some(name => /^(?:dependabot\.ya?ml|renovate\.json5?)$/.test(name)) ||
	read(filesIn, '').some(name => /^(?:renovate\.json5?|\.renovaterc(?:\.json5?)?)$/.test(name)) ||
	read(filesIn, '.gitlab').some(name => /^renovate\.json5?$/.test(name));

/** Whether a page that users read says where they get help; undefined where no such page can be read. */
export const namesContact: Fact<boolean | undefined> = read => {
	const pages = ['', '.github', 'docs', webDocs].flatMap(dir =>
		read(filesIn, dir).flatMap(name => (/^(?:readme|support|contributing)(?:\.\w+)?$/i.test(name) ? [dir === '' ? name : `${dir}/${name}`] : [])),
	);
	const texts = pages.map(path => read(text, path));
	if (texts.length === 0 || texts.some(page => page === undefined)) return undefined;
	return texts.some(page => contact.test(page ?? ''));
};

const contact =
	/\/issues\b|\bissues?\b|mailto:|[\w.+-]{1,64}@[\w-]{1,64}\.\w|\bsupport (?:team|channel|ticket|portal|forum|request|page|center)|\/support\b|\bsupport\.\w|\b(?:get|need|for|contact|customer|technical) support\b|\bget(?:ting)? help\b|\bslack\b|\bdiscord\b|\bforums?\b|\bdiscuss|\bmatrix\b|\bgitter\b|\bcontact\b|\bcommunity\b/i;
