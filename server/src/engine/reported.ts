import type { Read } from '../facts/core/database';
import { locate } from '../facts/places/locate';
import { withoutQuotedSecrets, withoutTokens } from '../secrets/redact';
import { bounded } from '../text/bounded';
import { visible } from '../text/visible';
import type { Reported } from './report';
import type { Finding, Rule, Severity } from './rule';
import type { Settings } from './settings';
import type { Suppressing } from './suppressing';

/** A finding of a rule as it is shown: in words, at offsets, with the severity that it has under these settings. */
export function reported(read: Read, id: string, rule: Rule, finding: Finding, settings: Settings, suppressing: Suppressing): Reported {
	const { at, message: key, data, fix } = finding;
	const related = [...(finding.related ?? []), ...suppressing.expired(id, finding)];
	const span = locate(read, at);
	const set = settings.rules[id];
	const base: Reported = {
		rule: id,
		key,
		severity: set?.severity === undefined || set.severity === 'off' ? severityOf(rule, key, settings) : set.severity,
		title: rule.titles?.[key] ?? rule.title,
		message: bounded(withoutQuotedSecrets(worded(rule.messages[key] ?? key, data))),
		path: at.path,
		span,
		item: rule.item,
		...(related.length > 0 ? { related: related.map(other => ({ path: other.at.path, span: locate(read, other.at), message: told(other.message) })) } : {}),
		...(fix ? { fix: { ...fix, title: told(fix.title) } } : {}),
	};
	const suppressed = suppressing.of(id, finding, base);
	if (suppressed === undefined) return base;
	const { owner, ...rest } = suppressed;
	return { ...base, suppressed: { ...rest, reason: unsecret(rest.reason), ...(owner === undefined ? {} : { owner: unsecret(owner) }) } };
}

/** A message with its values, in which nothing can end the line or control what shows it. */
const worded = (message: string, data: Finding['data']) =>
	message.replace(/\{(\w+)\}/g, (whole, name: string) => (data?.[name] === undefined ? whole : withoutTokens(visible(data[name]))));

/** A text of a rule that may quote files. */
const told = (text: string) => bounded(unsecret(visible(text)));

/** A text without what may be a credential in it. What a person wrote who suppressed a finding is otherwise left as it is: those who show it escape it. */
const unsecret = (text: string) => withoutQuotedSecrets(withoutTokens(text));

function severityOf(rule: Rule, key: string, { target }: Settings): Severity {
	const severity = rule.severities?.[key] ?? rule.severity;
	return target === 'community' && rule.community !== undefined && rank(rule.community) > rank(severity) ? rule.community : severity;
}

const rank = (severity: Severity) => ({ error: 0, warning: 1, info: 2 })[severity];
