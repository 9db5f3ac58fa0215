import type { Read } from '../facts/core/database';
import { linesOf } from '../facts/core/lines';
import { locate } from '../facts/places/locate';
import { suppressions, suppressionsByLine } from '../facts/readiness/suppressions';
import { withoutQuotedSecrets, withoutTokens } from '../secrets/redact';
import { bounded } from '../text/bounded';
import { visible } from '../text/visible';
import type { Reported } from './report';
import type { Finding, Rule, Severity } from './rule';
import type { Settings } from './settings';

/** A finding of a rule as it is shown: in words, at offsets, with the severity that it has under these settings. */
export function reported(read: Read, id: string, rule: Rule, finding: Finding, settings: Settings): Reported {
	const { at, message: key, data, related, fix } = finding;
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
		...(related && related.length > 0
			? { related: related.map(other => ({ path: other.at.path, span: locate(read, other.at), message: told(other.message) })) }
			: {}),
		...(fix ? { fix: { ...fix, title: told(fix.title) } } : {}),
	};
	if (set?.severity === 'off') return { ...base, suppressed: { how: 'config', reason: set.reason ?? 'turned off in .packer-readiness.yml' } };
	const reason = inlineReason(read, id, at.path, span.start);
	return reason === undefined ? base : { ...base, suppressed: { how: 'inline', reason } };
}

/** A message with its values, in which nothing can end the line or control what shows it. */
const worded = (message: string, data: Finding['data']) =>
	message.replace(/\{(\w+)\}/g, (whole, name: string) => (data?.[name] === undefined ? whole : withoutTokens(visible(data[name]))));

/** A text of a rule that may quote files. */
const told = (text: string) => bounded(withoutQuotedSecrets(visible(text)));

function severityOf(rule: Rule, key: string, { target }: Settings): Severity {
	const severity = rule.severities?.[key] ?? rule.severity;
	return target === 'community' && rule.community !== undefined && rank(rule.community) > rank(severity) ? rule.community : severity;
}

const rank = (severity: Severity) => ({ error: 0, warning: 1, info: 2 })[severity];

function inlineReason(read: Read, id: string, path: string, offset: number): string | undefined {
	if (read(suppressions, path).length === 0) return undefined;
	const { line } = read(linesOf, path).positionAt(offset);
	return read(suppressionsByLine, path)[line]?.find(s => s.rule === id && s.reason !== undefined)?.reason;
}
