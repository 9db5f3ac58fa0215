/*
 * Shapes of secrets that are recognizable anywhere, as their issuers document them. Each begins with letters of its own: what has none
 * can only be recognized by the name beside it (assigned.ts).
 */

const clouds = [
	'(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}', // AWS access key
	'(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9/+=]{40,}', // AWS session token
	'AIza[\\w-]{30,}', // Google API key
	'ya29\\.[\\w-]{16,}', // Google OAuth access token
	'1//0[\\w-]{30,}', // Google OAuth refresh token
	'GOCSPX-[\\w-]{20,}', // Google OAuth client secret
	'LTAI[A-Za-z0-9]{12,30}', // Alibaba Cloud
	'AKID[A-Za-z0-9]{13,40}', // Tencent Cloud
	'AQVN[\\w-]{30,}', // Yandex Cloud
	't1\\.[\\w-]+\\.[\\w-]{40,}', // Yandex Cloud IAM token
	'y0_[\\w-]{30,}', // Yandex OAuth
	'fm[12][ar]?_[A-Za-z0-9+/=_-]{20,}', // Fly.io
	'do[opr]_v1_[a-f0-9]{20,}', // DigitalOcean: personal, OAuth and refresh tokens
	'SCW[A-Z0-9]{17}', // Scaleway
	'oxide-token-[\\w-]{20,}', // Oxide
	'dapi[a-f0-9]{32}', // Databricks
	'HRKU-[\\w-]{30,}', // Heroku
	'tskey-[\\w-]{20,}', // Tailscale
	'dt0c01\\.[A-Z0-9]{24}\\.[A-Z0-9]{40,}', // Dynatrace
	'NRAK-[A-Z0-9]{20,}', // New Relic
	'(?:glsa_|glc_)[\\w=-]{20,}', // Grafana
	'sntry[su]_[\\w=+/-]{20,}', // Sentry
	'pul-[a-f0-9]{40}', // Pulumi
	'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9.]{30,}', // Doppler
	'pscale_(?:tkn|pw|oauth)_[\\w.-]{20,}', // PlanetScale
];

const code = [
	'gh[pousr]_[A-Za-z0-9]{20,}', // GitHub
	'github_pat_\\w{20,}',
	'gl(?:pat|dt|rt|ptt|cbt|soat|ft|imt|agent|oas|ffct)-[\\w.-]{16,}', // GitLab
	'GR1348941[\\w-]{16,}', // GitLab runner registration token
	'AT(?:ATT3|CTT3|BB)[\\w=+/-]{20,}', // Atlassian
	'npm_[A-Za-z0-9]{16,}',
	'pypi-AgE[\\w-]{20,}',
	'rubygems_[a-f0-9]{40,}',
	'cio[A-Za-z0-9]{32}(?![A-Za-z0-9])', // crates.io
	'oy2[a-z0-9]{43}(?![a-z0-9])', // NuGet
	'dckr_[po]at_[\\w-]{20,}', // Docker Hub
	'AKCp[A-Za-z0-9]{50,}', // Artifactory
	'cmVmdGtu[A-Za-z0-9]{40,}',
	'bkua_[a-f0-9]{30,}', // Buildkite
	'CCIPAT_\\w{20,}', // CircleCI
	'sgp_\\w{30,}', // Sourcegraph
	'PMAK-[a-f0-9]{20,}-[a-f0-9]{20,}', // Postman
	'[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{20,}', // HCP Terraform
	'hv[sbr]\\.[\\w-]{16,}', // Vault
	's\\.(?=[A-Za-z]{0,23}\\d)[A-Za-z0-9]{24}(?!\\w)', // Vault, before 1.10
	'AGE-SECRET-KEY-1[0-9A-Z]{20,}', // age
	'ops_eyJ[\\w-]{50,}', // 1Password
	'eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*', // JSON web token
];

const services = [
	'xox[abeoprs]-[\\w.-]{10,}', // Slack
	'xoxe\\.xox[bp]-[\\w.-]{10,}',
	'xapp-[\\w-]{16,}',
	'sk-(?:proj-|svcacct-|ant-)[\\w-]{16,}', // OpenAI, Anthropic
	'sk-[A-Za-z0-9]{20,}',
	'SG\\.[\\w-]{16,}\\.[\\w-]{16,}', // SendGrid
	'(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,}', // Stripe
	'whsec_[A-Za-z0-9+/=]{20,}',
	'hf_[A-Za-z0-9]{20,}', // Hugging Face
	'api_org_[A-Za-z0-9]{20,}',
	'r8_[A-Za-z0-9]{30,}', // Replicate
	'key-[a-f0-9]{32}', // Mailgun
	'SK[a-f0-9]{32}', // Twilio
	'\\d{8,10}:AA[\\w-]{30,}', // Telegram
	'shp(?:at|ca|pa|ss)_[a-f0-9]{32}', // Shopify
	'sq0[a-z]{3}-[\\w-]{20,}', // Square
	'lin_api_[A-Za-z0-9]{30,}', // Linear
	'(?:secret|ntn)_[A-Za-z0-9]{40,}', // Notion
	'figd_[\\w-]{30,}', // Figma
	'nfp_[A-Za-z0-9]{30,}', // Netlify
	'sbp_[a-f0-9]{40}', // Supabase
	'PRIVATE-[\\w-]{30,}',
	'EZ[AT]K[A-Za-z0-9]{54,}', // EasyPost
];

/** Tokens with a beginning of their own. */
const token = new RegExp(`(?<![A-Za-z0-9])(?:${[...clouds, ...code, ...services].join('|')})`, 'g');

/** Shapes of which a part is the secret: what stands before it is kept. */
const parts: readonly RegExp[] = [
	/(?<=\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/-]{16,}/g,
	/(?<=\/\/(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks\/)[\w/-]{16,}/g,
	/(?<=\.webhook\.office\.com\/webhookb2\/)[\w@/-]{16,}/g,
	/(?<=[?&;]sig=)[\w%+/=-]{16,}/g, // Azure SAS
	/(?<=[?&]X-(?:Amz|Goog)-(?:Signature|Credential|Security-Token)=)[^\s&"'<>]+/gi, // presigned addresses
	/(?<=[?&](?:Signature|AWSAccessKeyId)=)[^\s&"'<>]{8,}/g,
	/[\w~.-]{3}\dQ~[\w~.-]{31,34}/g, // Azure client secret
	/(?<![\w+/])[A-Za-z0-9+/]{86}==/g, // Azure storage key
	/(?<![\w$])\$(?:1|2[abxy]?|5|6|7|y|gy|argon2(?:i|d|id)|pbkdf2-sha\d+)\$[\w./+=,$-]{16,}/g, // crypt
	/\{S?SHA(?:256|512)?\}[A-Za-z0-9+/=]{16,}/g, // LDAP
	/(?<![\w+/-])(?:MII[A-Za-z0-9+/]{37,}|b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]{8,})={0,2}/g, // keys without their header
	// A secret access key of AWS on its own: exactly forty characters of base64, of all sorts.
	/(?<![\w/+=.-])(?=[A-Za-z0-9/+]{0,39}[A-Z])(?=[A-Za-z0-9/+]{0,39}[a-z])(?=[A-Za-z0-9/+]{0,39}\d)[A-Za-z0-9/+]{40}(?![\w/+=-])/g,
];

/** A part of a text: from `start` up to, and without, `end`. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

const all: readonly RegExp[] = [token, ...parts];

/** The parts of a line that have the shape of a secret. */
export const shapesIn = (line: string): Stretch[] =>
	matching(all, line).flatMap(pattern => [...line.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length })));

/** The patterns that a line has a match of: `matchAll` copies each, which takes longer than to look for what is nearly never there. */
export const matching = (patterns: readonly RegExp[], line: string): readonly RegExp[] => patterns.filter(pattern => line.search(pattern) >= 0);
