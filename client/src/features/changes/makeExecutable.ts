import * as vscode from 'vscode';
import type { Host } from '../../host';

/** Makes files executable, as an edit cannot: paths relative to the root. A failure is logged, since the files are written. */
export async function makeExecutable({ runtime, server }: Host, root: string, paths: readonly string[]): Promise<void> {
	for (const path of paths)
		await runtime
			.makeExecutable(vscode.Uri.joinPath(vscode.Uri.parse(root), path).fsPath)
			.catch((error: unknown) => server.output.warn(`${path} could not be made executable: ${String(error)}`));
}
