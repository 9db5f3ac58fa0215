import { type CodeAction, type Connection, LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import { rulePage } from '../engine/addresses';
import type { Abilities } from './abilities';
import { type ActionData, codeActions, openPageCommand, resolveAction } from './actions';
import type { Facing } from './facing';
import { hoverOf } from './hover';
import type { Session } from './session';
import type { Guard } from './sync';

/** What the features are answered from. */
export interface Features extends Guard {
	readonly session: () => Promise<Session>;
	readonly pages: () => Promise<Readonly<Record<string, string>>>;
	can(): Abilities;
}

/** Answers what editors ask about a place in a document, from the facts at hand: nothing is read, and nobody waits for a check. */
export function answerFeatures(connection: Connection, { session, pages, can, failed }: Features): void {
	const about = async (uri: unknown): Promise<{ facing: Facing; path: string } | undefined> => {
		const place = (await session()).placeOf(String(uri));
		const facing = place?.plugin.facing();
		return place && facing && { facing, path: place.path };
	};

	connection.onCodeAction(async params => {
		const here = await about(params.textDocument.uri);
		return here === undefined ? [] : codeActions(here.facing, here.path, params);
	});

	connection.onCodeActionResolve(async (action: CodeAction) => {
		const data = action.data as ActionData | undefined;
		const here = await about(data?.uri);
		const resolved = here && data && resolveAction(here.facing, here.path, action, data);
		if (resolved === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'What this was about is no longer there.');
		return resolved;
	});

	connection.onHover(async ({ textDocument: { uri }, position }: { textDocument: { uri: string }; position: Position }) => {
		const here = await about(uri);
		if (here === undefined) return null;
		return hoverOf(
			here.facing,
			await pages().catch((error: unknown) => {
				failed('Reading the pages of the rules failed', error);
				return {};
			}),
			here.path,
			position,
		);
	});

	connection.onExecuteCommand(async ({ command, arguments: [rule] = [] }) => {
		if (command === openPageCommand && can().showDocument && typeof rule === 'string')
			await connection.window.showDocument({ uri: rulePage(rule), external: true });
		return null;
	});
}
