import { metadataProblems, pageProblems, readmeProblems, scriptProblems, syncProblems } from '../checklist/registration';
import type { Read } from '../facts/core/database';
import { isInDirectory } from '../facts/core/paths';
import { webDocs } from '../facts/webdocs/paths';
import type { Material } from './material';
import { type Remaining, remaining, somePlaces } from './remaining';

/** One box of the integration request's checklist. */
export interface Box {
	/** The template's text, its misspelled link included. */
	readonly text: string;
	readonly subject: string;
	/** Why it is not ticked, each a sentence; none if it is. */
	readonly reasons: readonly string[];
}

interface Plan {
	readonly text: string;
	readonly subject: string;
	/** The rules that must find nothing. */
	readonly rules: RegExp;
	/** Those of them that must have run. */
	readonly needed: readonly string[];
	/** What the facts say against it. */
	readonly problems: (read: Read) => readonly string[];
}

const plans: readonly Plan[] = [
	{
		text: 'Has valid [`metadata.hcl`](https://github.com/hashicorp/integration-template) file in plugin repository.',
		subject: 'valid `metadata.hcl`',
		rules:
			/^webdocs\/(?:metadata-\w|docs-|readme-location|license-url|identifier|flags|flag-archived|leftover|component-type|component-slug)|^license\/metadata-mismatch/,
		needed: ['webdocs/metadata-syntax', 'webdocs/metadata-schema', 'webdocs/identifier', 'webdocs/leftover'],
		problems: metadataProblems,
	},
	{
		text: 'Has added integration scripts [packer-plugin-scaffolding](https://github.com/hashicorp/packer-plugin-scoffolding) to plugin repository.',
		subject: 'integration scripts',
		rules: /^webdocs\/(?:script-|org-argument)|^ci\/(?:make-generate|notify-)/,
		needed: ['ci/notify-missing', 'ci/notify-identifier'],
		problems: scriptProblems,
	},
	{
		text: 'Has added top-level integration README.md file to plugin `docs` directory.',
		subject: 'README.md in `docs`',
		rules: /^docs\/readme-/,
		needed: ['docs/readme-missing', 'docs/readme-source'],
		problems: readmeProblems,
	},
	{
		text: 'All plugins components have one README.md describing their usage.',
		subject: 'one README.md per component',
		rules: /^docs\/component-page-missing|^webdocs\/component-(?:readme-missing|unlisted|count)/,
		needed: ['docs/component-page-missing', 'webdocs/component-readme-missing'],
		problems: pageProblems,
	},
	{
		text: 'Has a fully synced `.web-docs` directory ready for publishing to the integrations portal.',
		subject: '`.web-docs` in sync',
		rules: /^webdocs\/(?:missing|drift|stale-output)|^docs\/(?:partials-drift|front-matter-missing)/,
		needed: [],
		problems: syncProblems,
	},
];

/** The boxes, each ticked only where the facts are known and confirm it, the rules about it ran, and they found nothing. */
export function boxes(read: Read, material: Material): Box[] {
	const found = remaining(read, material.report);
	return plans.map(({ text, subject, rules, needed, problems }) => {
		const findings = found.filter(({ rule }) => rules.test(rule)).map(sentence);
		// Where rules object, they say it better than the facts.
		const against = findings.length > 0 ? findings : problems(read);
		return { text, subject, reasons: [...new Set([...against, ...unknowns(material, rules, needed)])] };
	});
}

const sentence = ({ rule, message, places }: Remaining) => `${message} (\`${rule}\`, ${somePlaces(places)})`;

/** Folders whose files boxes are about. */
const documentation = [webDocs, 'docs', 'docs-partials', '.github'];

/** What could matter and is not known: files that could not be read, rules that failed, did not run or are suppressed. */
function unknowns({ report, rules: ran }: Material, rules: RegExp, needed: readonly string[]): string[] {
	const off = report.findings.filter(f => f.suppressed !== undefined && f.severity !== 'info' && rules.test(f.rule));
	return [
		...report.unreadable
			.filter(({ path }) => documentation.some(folder => isInDirectory(path, folder)) || /makefile$/i.test(path))
			.map(({ path }) => `\`${path}\` could not be read.`),
		...report.failures.filter(({ rule }) => rules.test(rule)).map(({ rule }) => `Rule \`${rule}\` failed.`),
		...needed.filter(rule => !ran.includes(rule)).map(rule => `Rule \`${rule}\` did not run.`),
		...off.map(({ rule, suppressed }) => `A finding of \`${rule}\` is suppressed: ${suppressed?.reason ?? ''}.`),
	];
}
