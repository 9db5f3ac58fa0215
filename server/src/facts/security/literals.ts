import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { filesUnder, text } from '../core/files';
import { isGitIgnored } from '../generated/ignored';

/** A credential that is written in a file of the repository. */
export interface SecretLiteral {
	/** What it is, by its form, with an article: never the value. */
	readonly kind: string;
	readonly place: Place;
}

/** The forms of credentials that nothing else has: their issuers made them so that they are found. */
const forms: ReadonlyArray<readonly [kind: string, form: string]> = [
	['an AWS access key', '(?:AKIA|ASIA)[2-7A-Z]{16}'],
	['a Google API key', 'AIza[\\w-]{35}'],
	['a Google OAuth secret', 'GOCSPX-[\\w-]{28}'],
	['a GitHub token', 'gh[pousr]_[A-Za-z0-9]{36}'],
	['a GitHub token', 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'],
	['a GitLab token', 'glpat-[\\w-]{20}'],
	['a DigitalOcean token', 'do[opr]_v1_[a-f0-9]{64}'],
	['an Alibaba Cloud access key', 'LTAI[A-Za-z0-9]{20}'],
	['a Scaleway access key', 'SCW[A-Z0-9]{17}'],
	['a Vault token', 'hvs\\.(?=[\\w-]*\\d)[\\w-]{24,}(?!\\()'],
	['an npm token', 'npm_[A-Za-z0-9]{36}'],
	['a Docker Hub token', 'dckr_[po]at_[\\w-]{27,}'],
	['a Slack token', 'xox[abpr]-\\d{10,}-[\\w-]{20,}'],
];

const any = new RegExp(`(?<![\\w-])(?:${forms.map(([, form]) => form).join('|')})(?![\\w-])`, 'g');

/** What nobody uses as a credential: examples of the documentation, rows of one character, the alphabet. */
const placeholder =
	/example|sample|placeholder|dummy|fake|redacted|your|change.?me|goes|x{4}|(.)\1{5}|0123|1234|abcd|1a2b3c|a1b2c3|deadbeef|foo|test|mock|demo|secret|token|notreal|invalid/i;

const isPlaceholder = (value: string) => placeholder.test(value.slice(3)) || new Set(value.slice(4)).size < 8;

/** Comments by which authors tell scanners to leave out a credential: those of gitleaks, TruffleHog, detect-secrets and GitGuardian. */
const allowed = /gitleaks:allow|trufflehog:ignore|pragma: allowlist secret|ggignore/i;

const lineAt = (source: string, index: number) => source.slice(source.lastIndexOf('\n', index) + 1).split('\n', 1)[0] as string;

/** The credentials in a file, in its order. */
const literalsIn: Fact<readonly SecretLiteral[], string> = (read, path) => {
	const source = read(text, path) ?? '';
	if (source.search(any) === -1) return [];
	return [...source.matchAll(any)].flatMap(({ 0: value, index }) => {
		const kind = forms.find(([, form]) => new RegExp(`^(?:${form})$`).test(value))?.[0];
		return kind === undefined || isPlaceholder(value) || allowed.test(lineAt(source, index))
			? []
			: [{ kind, place: { path, from: index, to: index + value.length } }];
	});
};

/** The credentials in the files of the repository, by file; what git ignores and what others wrote is left out. */
export const secretLiterals: Fact<ReadonlyArray<readonly SecretLiteral[]>> = read =>
	read(filesUnder, '').flatMap(path => {
		const found = texts.test(path) && !foreign.test(path) ? read(literalsIn, path) : [];
		return found.length === 0 || read(isGitIgnored, path) ? [] : [found];
	});

const texts = /\.(?:go|hcl|json|ya?ml|mdx?|sh|bash|ps1)$/i;
const foreign = /(?:^|\/)(?:vendor|node_modules|\.git|\.terraform)\//;
