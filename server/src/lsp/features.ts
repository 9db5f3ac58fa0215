import { type CancellationToken, type CodeAction, type Connection, LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import { rulePage } from '../engine/addresses';
import type { Rules } from '../engine/check';
import { settingsPath } from '../facts/readiness/settings';
import type { Abilities } from './abilities';
import { type ActionData, codeActions, openPageCommand, resolveAction } from './actions';
import type { Facing } from './facing';
import { hoverOf } from './hover';
import type { Session } from './session';
import { completionsAt, type SettingsText, settingHover } from './settings/answers';
import type { Guard } from './sync';

/** What the features are answered from. */
export interface Features extends Guard {
	readonly rules: Rules;
	readonly session: () => Promise<Session>;
	readonly pages: () => Promise<Readonly<Record<string, string>>>;
	can(): Abilities;
}

/** Answers what editors ask about a place in a document from the last report; where something has changed since, after the check that is due. */
export function answerFeatures(connection: Connection, { rules, session, pages, can, failed }: Features): void {
	/** `positions`: whether what is asked names positions, which mean nothing any more when the document is edited before the answer. */
	const about = async (uri: unknown, token: CancellationToken, positions: boolean): Promise<{ facing: Facing; path: string } | undefined> => {
		const place = (await session()).placeOf(String(uri));
		const facing = await place?.plugin.whenChecked(token, positions ? place.path : undefined);
		return place && facing && { facing, path: place.path };
	};

	/** The document if it is the settings file of a plugin, as it is now: an answer about it waits for no check. */
	const settingsText = async (uri: unknown): Promise<SettingsText | undefined> => {
		const started = await session();
		return started.placeOf(String(uri))?.path === settingsPath ? started.documents.get(String(uri)) : undefined;
	};

	connection.onCompletion(async ({ textDocument: { uri }, position }) => {
		const file = await settingsText(uri);
		return file === undefined ? null : completionsAt(rules, can(), file, position);
	});

	connection.onCodeAction(async (params, token) => {
		const here = await about(params.textDocument.uri, token, true);
		return here === undefined ? [] : codeActions(here.facing, here.path, params);
	});

	connection.onCodeActionResolve(async (action: CodeAction, token: CancellationToken) => {
		const data = action.data as ActionData | undefined;
		const here = await about(data?.uri, token, false);
		const resolved = here && data && resolveAction(here.facing, here.path, action, data);
		if (resolved === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'The finding no longer exists. Try again after the next check.');
		return resolved;
	});

	connection.onHover(async ({ textDocument: { uri }, position }: { textDocument: { uri: string }; position: Position }, token: CancellationToken) => {
		const settings = await settingsText(uri);
		const said = settings === undefined ? null : settingHover(rules, can(), settings, position);
		if (said !== null) return said;
		const read = await pages().catch((error: unknown) => {
			failed('Reading the pages of the rules failed', error);
			return {};
		});
		const here = await about(uri, token, true);
		return here === undefined ? null : hoverOf(here.facing, read, here.path, position);
	});

	connection.onExecuteCommand(async ({ command, arguments: [rule] = [] }) => {
		if (command === openPageCommand && can().showDocument && typeof rule === 'string')
			await connection.window.showDocument({ uri: rulePage(rule), external: true });
		return null;
	});
}
