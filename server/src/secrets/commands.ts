import { matching, type Stretch } from './shapes';

/*
 * Secrets that stand where an address or a command has them. Each pattern has one group: the secret.
 */

const value = `"(?:[^"\\\\]|\\\\.)*"?|'[^']*'?|[^\\s"']+`;
const scheme = /\b(?:Bearer|Basic)[ \t]+([\w.~+/=-]{8,})/dgi;
const patterns: readonly RegExp[] = [
	// Addresses: `https://user:password@host`, `https://token@host`, `user:password@tcp(host)`.
	/:\/\/[^\s/:@"'<>]{0,256}:([^\s/"'<>]+)(?=@)/dg,
	/:\/\/([^\s/:@"'<>]{20,256})(?=@)/dg,
	/(?<![\w:/.-])[\w.-]{1,64}:([^\s:/@"'<>()]{1,128})(?=@(?:tcp|udp|unix|cloudsql)?\()/dg,
	scheme,
	new RegExp(`\\bConvertTo-SecureString[ \\t]+(?:-String[ \\t]+)?(?!-)(${value})`, 'dgi'),
	/\bcurl\b[^\n]{0,512}?[ \t](?:-u|--user|--proxy-user|-U)[ \t=]*["']?[^\s:"']{0,128}:([^\s"']+)/dg,
	new RegExp(`\\b(?:docker|podman|nerdctl|buildah|skopeo|helm|oras)\\b[^\\n]{0,256}?\\blogin\\b[^\\n]{0,256}?[ \\t](?:-p|--password)[ \\t=]+(${value})`, 'dg'),
	new RegExp(`\\bsshpass[ \\t]+-p[ \\t]*(${value})`, 'dg'),
	new RegExp(`\\b(?:mysql|mysqldump|mysqladmin|mariadb)\\b[^\\n]{0,256}?[ \\t]-p(${value})`, 'dg'),
	new RegExp(`\\bnet[ \\t]+user[ \\t]+(?:"[^"]*"|\\S+)[ \\t]+(?!/)(${value})`, 'dgi'),
	/\b(?:redis-cli|mongosh?)\b[^\n]{0,256}?[ \t](?:-a|-p)[ \t]+(\S+)/dg,
	/\becho[ \t]+["']?([^\s"'|]+)["']?[ \t]*\|[ \t]*(?:sudo[ \t]+-S|passwd|docker[ \t]+login|chpasswd)/dg,
	/\b(?:machine|login)\b[^\n]{0,256}?[ \t]password[ \t]+(\S+)/dg, // .netrc
	// Markup: `<AdministratorPassword><Value>…</Value>`, `<password>…</password>`.
	/<[\w:.-]{0,64}(?:password|passphrase|secret|token|credential)[\w:.-]{0,64}(?:[ \t][^<>]{0,256})?>[ \t]*(?:<value>[ \t]*)?([^<>\s][^<>]*)(?=<)/dgi,
];

const words = /^[a-z]{1,19}$/i;

/** The parts of a line that are secrets where commands, addresses and markup have them. */
export const commandSecretsIn = (line: string): Stretch[] =>
	matching(patterns, line).flatMap(pattern =>
		[...line.matchAll(pattern)].flatMap(match => {
			const [start, end] = match.indices?.[1] ?? [0, 0];
			const text = match[1] ?? '';
			if (pattern === scheme && words.test(text)) return []; // "Bearer authentication"
			const quoted = /^["']/.test(text);
			return [{ start: quoted ? start + 1 : start, end: quoted && text.length > 1 && text.endsWith(text[0] as string) ? end - 1 : end }];
		}),
	);
