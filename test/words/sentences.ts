import { everywhere, toPeople, unwanted } from './terms';

/** Names with a capital inside that are written without backticks. */
const proper = /\b(?:GitHub|GitLab|GoReleaser|HashiCorp|JavaScript|TypeScript|CircleCI|OpenTofu|VMware|macOS|PowerShell|CloudBees|DigitalOcean)\b/g;
const platform = /\b(?:linux|darwin|windows|freebsd|openbsd|netbsd|solaris|dragonfly|plan9|js|wasip1)\/\w+/g;

/** What has to stand in backticks in a sentence. */
const code: readonly RegExp[] = [
	/(?<![\w.])\.?[\w.-]+\/[\w./-]*\w/, // a path or a module
	/\b[\w-]+\.(?:go|mod|sum|mdx?|hcl|ya?ml|json|sh|txt|zip)\b/,
	/\b[A-Za-z]\w*\.[A-Za-z]\w*/,
	/\b\w+\(\)/,
	/\b[A-Za-z]\w*_\w+/,
	/\b[a-z]+\d*[A-Z]\w*/,
	/\b[A-Z]+[a-z\d]+[A-Z]\w*/,
	/(?<=\s)--?[a-z][\w-]*/,
	/\bpacker (?:init|build|validate|plugins)\b|\bgo (?:build|generate|install|mod|run|test|vet)\b|\bmake (?:build|dev|generate|plugin-check|test|testacc)\b|\bpacker-\w+/,
];

/** Code taken out of a sentence, where it stands in backticks. */
const prose = (text: string): string =>
	text
		.replace(/`[^`]*`/g, 'x')
		.replace(proper, 'Name')
		.replace(platform, 'platform');

const terms = [...everywhere, ...toPeople];

/** Words in prose that we do not write for people. */
export const wordsIn = (text: string): string[] => unwanted('', prose(text), terms);

/** Code in a text that is not in backticks. */
export function bareCode(text: string): string[] {
	const without = prose(text);
	return code.flatMap(pattern => pattern.exec(without)?.[0] ?? []).map(found => `${found} is not in backticks`);
}

/** What is wrong with the message of a finding, as it is read. */
export function faultsOfMessage(message: string): string[] {
	const without = prose(message);
	return [
		...wordsIn(message),
		...bareCode(message),
		...(message.length > 160 ? [`${message.length} characters`] : []),
		...(without.split(/[.?](?=\s|$)/).length - 1 > 2 ? ['more than two sentences'] : []),
		...(/^[A-Z`"\d]/.test(message) ? [] : ['begins small']),
		...(/[^.]\.$|Did you mean `[^`]+`\?$/.test(message) ? [] : ['does not end with a period']),
		...(/^(?:This|It|Nothing|There|These|That) /.test(message) ? [`begins with "${message.split(' ')[0]}", not with what the author wrote`] : []),
	];
}

/** Words that have capitals wherever they stand. */
const names = /^(?:Make|Makefile|Go|Packer|Jenkinsfile|ConfigSpec|[A-Z\d][A-Z\d.-]+|[A-Z][a-z]+[A-Z]\w*)$/;

/** What is wrong with the title of a finding. */
export function faultsOfTitle(title: string): string[] {
	const [first = '', ...others] = title.split(' ');
	return [
		...wordsIn(title),
		...(others.length > 4 ? ['more than five words'] : []),
		...(!/^(?:[A-Z]|\S+[.-])/.test(first) || others.some(word => /^[A-Z]/.test(word) && !names.test(word)) ? ['not in sentence case'] : []),
		...(/[.:;`]/.test(title.replace(/\w?\.\w/g, '')) ? ['punctuation'] : []),
	];
}

const verbs =
	/^(?:Add|Append|Apply|Break|Bump|Call|Change|Close|Commit|Complete|Convert|Copy|Correct|Create|Declare|Delete|Disable|Embed|Enable|Escape|Exclude|Export|Extend|Format|Generate|Ignore|Import|Include|Indent|Insert|Install|Keep|Mark|Merge|Move|Pass|Pin|Point|Publish|Quote|Read|Regenerate|Register|Remove|Rename|Replace|Require|Resolve|Return|Run|Set|Sort|Split|Suppress|Switch|Trigger|Update|Upgrade|Upload|Use|Wrap)$/;

/** What is wrong with the title of a fix. */
export function faultsOfFix(title: string): string[] {
	const [first = ''] = title.split(' ');
	return [
		...wordsIn(title),
		...(verbs.test(first) ? [] : [`"${first}" is not a verb of the list in test/words/sentences.ts`]),
		...(title.length > 80 ? [`${title.length} characters`] : []),
		...(title.endsWith('.') ? ['ends with a period'] : []),
		...(/ (?:it|them)\b/.test(title) ? ['says "it" instead of what'] : []),
	];
}

/** What is wrong with the summary of a rule. */
export const faultsOfSummary = (summary: string): string[] => [
	...wordsIn(summary),
	...(/\b(?:should|must|shall|ought|may)\b/i.test(summary) ? ['not in the indicative'] : []),
	...(summary.length > 100 ? [`${summary.length} characters`] : []),
	...(/^[A-Z]|^[\w.-]+\.\w+ |^go\.mod/.test(summary) ? [] : ['begins small']),
	...(/\.$/.test(summary) ? ['ends with a period'] : []),
];
