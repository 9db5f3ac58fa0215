import { type CancellationToken, type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { nothingRecorded, type Recorded } from '../checklist/item';
import type { Rules } from '../engine/check';
import { resolveEdit } from '../engine/edits';
import { releaseReport } from '../engine/releaseReport';
import { pageView } from '../pages/view';
import * as protocol from '../protocol';
import type { Edit } from '../text/edit';
import { acceptanceNeedsOf } from './acceptanceNeeds';
import { fixPreviewOf } from './chosen';
import type { Facing } from './facing';
import type { Plugin } from './plugin';
import { safeFixesAnswer } from './safeFixesAnswer';
import type { Scaffolded, Services } from './services';
import type { Session } from './session';
import { pathOf } from './uris';
import { unlessCanceled } from './waiting';
import { workspaceEditOf } from './workspaceEdit';

/** What the answers to the private messages need. */
export interface Answering {
	readonly rules: Rules;
	readonly services: Services;
	readonly pages: () => Promise<Readonly<Record<string, string>>>;
	/** Resolves when the workspace has been looked through for the first time. */
	readonly session: () => Promise<Session>;
	recorded(plugin: Plugin): void;
}

/** Answers the messages of protocol.ts. A request that cannot be answered is rejected with a sentence that a person can read. */
export function answerRequests(connection: Connection, { rules, services, pages, session, recorded }: Answering): void {
	connection.onNotification(protocol.recordedChanged, async (params: Partial<protocol.RecordedChanged> | undefined) => {
		const root = pathOf(params?.uri);
		const plugin = root === undefined ? undefined : (await session()).record(root, recordedOf(params?.recorded));
		if (plugin !== undefined) recorded(plugin);
	});

	/** Clients give parameters by name or by position, with nulls after them, or none: the token always comes last. */
	const answer = <P>(method: string, respond: (params: Partial<P> | undefined, token: CancellationToken) => Promise<unknown>) =>
		connection.onRequest(method, (...given: unknown[]) =>
			respond(given.length > 1 ? (given[0] as Partial<P> | undefined) : undefined, given.at(-1) as CancellationToken),
		);

	connection.onRequest(protocol.checkAll, async () => {
		const ready = await session();
		await ready.reload();
		await ready.idle();
		return null;
	});

	connection.onRequest(protocol.explainRule, async ({ rule }: protocol.ExplainRule) => {
		const all = await pages();
		const page = Object.hasOwn(all, rule) ? all[rule] : undefined;
		return page === undefined ? null : pageView(rule, page, Object.hasOwn(rules, rule) ? rules[rule] : undefined);
	});

	connection.onRequest(protocol.listRules, () => Object.entries(rules).map(([id, { summary, severity }]): protocol.RuleView => ({ id, summary, severity })));

	answer<protocol.SafeFixes>(protocol.safeFixes, async (params, token): Promise<protocol.SafeFixesAnswer> => {
		const { facing, plugin } = await facingOf(await session(), params?.uri, token);
		if (services.safeFixes === undefined) throw refused('fixing');
		const made = await services.safeFixes(facing.state, plugin.folder.relative(pathOf(params?.uri) ?? '') || undefined);
		if (plugin.facing()?.state.report !== facing.state.report)
			throw new ResponseError(LSPErrorCodes.ContentModified, 'Files changed during the request. Try again.');
		return safeFixesAnswer(facing, made);
	});

	answer<protocol.ChosenFix>(protocol.fixPreview, async (params, token): Promise<protocol.FixPreview> => {
		const ready = await session();
		const { facing } = await facingOf(ready, params?.uri, token);
		return fixPreviewOf(facing, ready.placeOf(String(params?.uri))?.path ?? '', params as protocol.ChosenFix);
	});

	answer<protocol.DraftRequest>(protocol.draft, async (params, token) => {
		const { draft } = services;
		if (draft === undefined) throw refused('drafts');
		const kind = kindOf(params);
		return draft((await facingOf(await session(), params?.uri, token)).facing.state, kind);
	});

	answer<protocol.DraftOutgoingRequest>(protocol.draftOutgoing, async (params, token) => {
		const { draftOutgoing } = services;
		if (draftOutgoing === undefined) throw refused('drafts');
		const kind = kindOf(params);
		if (typeof params?.text !== 'string') throw invalid('The request has no text.');
		return draftOutgoing((await facingOf(await session(), params.uri, token)).facing.state, kind, params.text);
	});

	answer<protocol.ExportReport>(protocol.exportReport, async (params, token) => {
		const { exportReport } = services;
		if (exportReport === undefined) throw refused('reports');
		if (!['json', 'sarif', 'markdown', 'junit'].includes(String(params?.format))) throw invalid(`Report format ${String(params?.format)} does not exist.`);
		return exportReport((await facingOf(await session(), params?.uri, token)).facing.state, params?.format as protocol.ExportReport['format']);
	});

	answer<protocol.ScaffoldRequest>(protocol.scaffold, async (given, token): Promise<protocol.ScaffoldAnswer> => {
		const params = given as protocol.ScaffoldRequest | undefined;
		const { newPlugin, newComponent, newWorkflow } = services;
		if (newPlugin === undefined || newComponent === undefined || newWorkflow === undefined) throw refused('scaffolding');
		if (params?.kind === 'plugin') return scaffolded(undefined, await newPlugin(params));
		if (params?.kind !== 'component' && params?.kind !== 'workflow') throw invalid('Only a plugin, a component or a workflow can be created.');
		const { facing } = await facingOf(await session(), params.uri, token);
		return scaffolded(facing, await (params.kind === 'workflow' ? newWorkflow(facing.state) : newComponent(facing.state, params)));
	});

	answer<protocol.AcceptanceNeedsRequest>(protocol.acceptanceNeeds, async (params, token) =>
		acceptanceNeedsOf((await facingOf(await session(), params?.uri, token)).facing.state.read),
	);

	answer<protocol.ReleasePreviewRequest>(protocol.releasePreview, async (params, token): Promise<protocol.ReleaseView> => {
		const { facing } = await facingOf(await session(), params?.uri, token);
		return releaseReport('.', facing.state.read, typeof params?.tag === 'string' && params.tag !== '' ? params.tag : undefined);
	});

	answer<protocol.IntegrationPreviewRequest>(protocol.integrationPreview, async (params, token): Promise<protocol.IntegrationView> => {
		if (services.integration === undefined)
			throw new ResponseError(ErrorCodes.MethodNotFound, 'The server does not support the preview of the integration page.');
		const { facing } = await facingOf(await session(), params?.uri, token);
		const { page, variant } = params ?? {};
		return services.integration(facing.state, { ...(typeof page === 'string' ? { page } : {}), ...(variant === 'generated' ? { variant } : {}) });
	});

	answer<protocol.PublishedReleasesRequest>(protocol.publishedReleases, async (params, token): Promise<protocol.PublishedReleasesView> => {
		const { published } = services;
		if (published === undefined) throw new ResponseError(ErrorCodes.MethodNotFound, 'The server does not support published releases.');
		const { facing } = await facingOf(await session(), params?.uri, token);
		return unlessCanceled(
			token,
			published(facing.state, (address, headers) => connection.sendRequest<protocol.HttpAnswer>(protocol.httpGet, { address, headers })),
		);
	});

	answer<protocol.SafeFixes>(protocol.generate, async (params, token): Promise<protocol.GenerateAnswer> => {
		if (services.generate === undefined) throw refused('generating');
		const { facing } = await facingOf(await session(), params?.uri, token);
		const { edits, files, notes } = await services.generate(facing.state);
		return { edit: editOf(facing, edits), files, notes };
	});
}

function scaffolded(facing: Facing | undefined, made: Scaffolded): protocol.ScaffoldAnswer {
	if ('refused' in made) return made;
	const { files, open, edits, next } = made;
	return { files, open, edit: facing === undefined ? null : editOf(facing, edits), ...(next ? { next } : {}) };
}

function editOf(facing: Facing, edits: readonly Edit[]) {
	const resolved = edits.map(edit => resolveEdit(facing.state.read, edit));
	const edit = workspaceEditOf(facing, resolved);
	if (edit === undefined && resolved.length > 0)
		throw new ResponseError(ErrorCodes.InternalError, 'The editor cannot create or delete files, which this change requires.');
	return edit ?? null;
}

/** The plugin that a request names, after earlier edits have been applied and checked. */
async function facingOf(session: Session, uri: unknown, token: CancellationToken): Promise<{ facing: Facing; plugin: Plugin }> {
	const path = pathOf(uri);
	if (path === undefined) throw invalid('The request does not name a plugin folder.');
	await unlessCanceled(token, session.idle());
	const plugin = session.pluginOf(path);
	if (plugin === undefined) throw invalid(`${path} is not in a Packer plugin of this workspace.`);
	const facing = await plugin.whenChecked(token);
	if (facing === undefined) throw new ResponseError(ErrorCodes.InternalError, `Checking ${plugin.root} failed. The output has the reason.`);
	return { facing, plugin };
}

/** What a person recorded, without parts that do not match the protocol. */
function recordedOf(value: unknown): Recorded {
	const { ticks, rounds, run } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Recorded>;
	return {
		ticks: typeof ticks === 'object' && ticks !== null ? ticks : nothingRecorded.ticks,
		rounds: Array.isArray(rounds) ? rounds.filter(round => Array.isArray(round?.points)) : nothingRecorded.rounds,
		...(typeof run === 'object' && run !== null ? { run } : {}),
	};
}

function kindOf(params: Partial<protocol.DraftRequest> | undefined): protocol.DraftRequest['kind'] {
	const kind = params?.kind;
	if (kind !== 'email' && kind !== 'docs-pr' && kind !== 'integration-request') throw invalid(`Draft kind ${String(kind)} does not exist.`);
	return kind;
}

const invalid = (message: string) => new ResponseError(ErrorCodes.InvalidParams, message);
const refused = (what: string) => new ResponseError(ErrorCodes.MethodNotFound, `The server does not support ${what}.`);
