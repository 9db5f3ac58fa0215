import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { rulePage } from '../engine/addresses';
import type { Rules } from '../engine/check';
import type { Reported } from '../engine/report';
import type { Severity } from '../engine/rule';
import type { Read } from '../facts/core/database';
import type { Span } from '../text/span';
import type { Abilities } from './abilities';
import type { Positions } from './positions';
import type { Target } from './publisher';
import { counting } from './shown';

/** The `source` of all our diagnostics. */
export const source = 'packer-readiness';

/** The identity of a finding, for clients that keep a diagnostic's data. The server itself stores none. */
export interface FindingData {
	readonly rule: string;
	readonly key: string;
	readonly fix: 'safe' | 'offer' | null;
}

/** What converting findings needs. */
export interface Showing {
	readonly positions: Positions;
	readonly rules: Rules;
	readonly can: Abilities;
	/** Where a file of the plugin is for the client. */
	target(path: string): Target;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** A finding as LSP has it, at a place. */
export function diagnosticOf(showing: Showing, finding: Reported, path: string, span: Span): Diagnostic {
	const { positions, rules } = showing;
	const data: FindingData = { rule: finding.rule, key: finding.key, fix: finding.fix?.kind ?? null };
	const tag = rules[finding.rule]?.tag;
	return {
		range: positions.range(path, span),
		severity: severities[finding.severity],
		code: finding.rule,
		codeDescription: { href: rulePage(finding.rule) },
		source,
		message: finding.message,
		...(tag ? { tags: [tags[tag]] } : {}),
		...relatedOf(showing, finding),
		data,
	};
}

function relatedOf({ positions, can, target }: Showing, { related = [] }: Reported): Pick<Diagnostic, 'relatedInformation'> {
	if (!can.related || related.length === 0) return {};
	return {
		relatedInformation: related.map(({ path, span, message }) => ({ location: { uri: target(path).uri, range: positions.range(path, span) }, message })),
	};
}

/** The diagnostics of findings by file, relative to the plugin's root. */
export function diagnosticsOf(read: Read, findings: readonly Reported[], showing: Showing): Map<string, Diagnostic[]> {
	const byPath = new Map<string, Diagnostic[]>();
	for (const { finding, path, span } of counting(read, findings)) {
		const list = byPath.get(path) ?? [];
		byPath.set(path, list);
		list.push(diagnosticOf(showing, finding, path, span));
	}
	return byPath;
}
