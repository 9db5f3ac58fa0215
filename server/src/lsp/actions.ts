import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { Reported } from '../engine/report';
import type { ChosenFix, PluginNamed } from '../protocol';
import type { Span } from '../text/span';
import { chosenFinding, chosenFix, editOrPreview } from './chosen';
import { diagnosticOf, source } from './diagnostics';
import type { Facing } from './facing';
import { editOfFix, editOfSafeFixes, safelyFixable } from './fixes';
import { editOfRegeneration, staleFiles } from './regenerate';
import { counting } from './shown';
import { editOfSuppression, suppressionAbove } from './suppress';
import { suppressionInSettings } from './suppressInSettings';
import { uriOf } from './uris';

/** The kind of the action that makes all safe fixes of a document. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.packerReadiness`;

/** The server's own command that has the client open the page of a rule, for clients without one. */
export const openPageCommand = 'packerReadiness.openPage';

/** How the ids of the rules about settings and suppressions themselves begin. */
const ofSettings = 'readiness/';

/** Which edit an action stands for: the server remembers no action, and finds the finding again when one is chosen. */
export type ActionData = ChosenFix | { readonly kind: 'fixAll'; readonly uri: string } | { readonly kind: 'regenerate'; readonly uri: string };

interface Here {
	readonly finding: Reported;
	readonly path: string;
	readonly span: Span;
	readonly diagnostic: Diagnostic;
}

/** What can be done about the findings in a part of a document. */
export function codeActions(facing: Facing, path: string, { textDocument: { uri }, range, context }: CodeActionParams): CodeAction[] {
	const { state, positions } = facing;
	const wanted = (kind: string) => context.only === undefined || context.only.some(only => only === '' || kind === only || kind.startsWith(`${only}.`));
	const [from, to] = [positions.offset(path, range.start), positions.offset(path, range.end)];
	const inFile = counting(state.read, state.report.findings).filter(item => item.path === path);
	const here = inFile.flatMap((item): Here[] => {
		const diagnostic = diagnosticOf(facing, item.finding, path, item.span);
		const shown = context.diagnostics.find(
			d =>
				d.source === source &&
				d.code === diagnostic.code &&
				d.range.start.line === diagnostic.range.start.line &&
				d.range.start.character === diagnostic.range.start.character,
		);
		return shown !== undefined || (item.span.start <= to && from <= item.span.end) ? [{ ...item, diagnostic: shown ?? diagnostic }] : [];
	});
	const actions: CodeAction[] = [];
	if (wanted(CodeActionKind.QuickFix)) {
		actions.push(...here.flatMap(item => fixOf(facing, uri, item)), ...regenerationOf(facing, uri, here));
		const once = here.filter(
			(a, i) => here.findIndex(b => a.finding.rule === b.finding.rule && a.diagnostic.range.start.line === b.diagnostic.range.start.line) === i,
		);
		actions.push(...once.flatMap(item => suppressionOf(facing, item)), ...once.flatMap(item => explanationOf(facing, item)));
	}
	const safe = safelyFixable(inFile.map(({ finding }) => finding));
	if (safe.length > 0 && wanted(fixAllKind)) actions.push(...fixAllOf(facing, uri, safe));
	return actions;
}

/** The same action with its edit, or the command that shows what it would do, computed from the facts as they are now; undefined if what it was about is gone. */
export function resolveAction(facing: Facing, path: string, action: CodeAction, data: ActionData): CodeAction | undefined {
	if (data.kind === 'fix') {
		const found = chosenFinding(facing, path, data);
		const edit = found && editOfFix(facing, found);
		return edit && editOrPreview(facing, action, edit, data);
	}
	const inFile = counting(facing.state.read, facing.state.report.findings).flatMap(item => (item.path === path ? [item.finding] : []));
	const edit = data.kind === 'fixAll' ? editOfSafeFixes(facing, safelyFixable(inFile)) : editOfRegeneration(facing);
	return edit && { ...action, edit };
}

function fixOf(facing: Facing, uri: string, { finding, path, diagnostic }: Here): CodeAction[] {
	const { fix } = finding;
	if (fix === undefined) return [];
	const action: CodeAction = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: fix.kind === 'safe' };
	const data = chosenFix(facing, uri, path, finding);
	if (facing.can.lazyEdits && typeof fix.edits === 'function') return [{ ...action, data }];
	const edit = editOfFix(facing, finding);
	return edit === undefined ? [] : [editOrPreview(facing, action, edit, data)];
}

function fixAllOf(facing: Facing, uri: string, safe: readonly Reported[]): CodeAction[] {
	const action: CodeAction = { title: 'Apply all safe fixes in this file (Packer Readiness)', kind: fixAllKind };
	if (facing.can.lazyEdits) return [{ ...action, data: { kind: 'fixAll', uri } satisfies ActionData }];
	const edit = editOfSafeFixes(facing, safe);
	return edit === undefined ? [] : [{ ...action, edit }];
}

/** The action that regenerates all that is stale in the plugin, on each finding about a generated file, where its own fix does less than that. */
function regenerationOf(facing: Facing, uri: string, here: readonly Here[]): CodeAction[] {
	const about = here.filter(({ finding }) => facing.rules[finding.rule]?.stale);
	if (about.length === 0 || staleFiles(facing.state.read) <= (about.every(({ finding }) => finding.fix !== undefined) ? 1 : 0)) return [];
	const diagnostics = about.map(({ diagnostic }) => diagnostic);
	const title = 'Regenerate all stale files';
	const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics };
	if (facing.can.extension) {
		const argument: PluginNamed = { plugin: { uri: uriOf(facing.state.root) } };
		return [{ ...action, command: { title, command: 'packerReadiness.generate', arguments: [argument] } }];
	}
	if (facing.can.lazyEdits) return [{ ...action, data: { kind: 'regenerate', uri } satisfies ActionData }];
	const edit = editOfRegeneration(facing);
	return edit === undefined ? [] : [{ ...action, edit }];
}

function suppressionOf(facing: Facing, { finding, path, span, diagnostic }: Here): CodeAction[] {
	const { rule } = finding;
	if (rule.startsWith(ofSettings)) return []; // a setting or suppression that has no effect is corrected or removed
	const about = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
	const title = `Suppress ${rule} here…`;
	const comment = path === finding.path ? suppressionAbove(facing, rule, path, span.start) : undefined;
	if (comment !== undefined && facing.can.extension)
		return [{ title, ...about, command: { title, command: 'packerReadiness.suppress', arguments: [comment] } }];
	const written = comment && editOfSuppression(facing, path, comment);
	if (written !== undefined) return [{ title, ...about, edit: written }];
	const entry = suppressionInSettings(facing, rule);
	return entry === undefined ? [] : [{ title: `Suppress ${rule} in .packer-readiness.yml…`, ...about, edit: entry }];
}

function explanationOf({ can }: Facing, { finding: { rule }, diagnostic }: Here): CodeAction[] {
	const title = `Explain ${rule}`;
	const command = can.extension ? 'packerReadiness.explainRule' : can.showDocument ? openPageCommand : undefined;
	return command === undefined ? [] : [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command, arguments: [rule] } }];
}
