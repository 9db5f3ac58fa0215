import type { Host } from '../../host';
import { registerFixes } from './fixes';
import { registerGenerate } from './generate';
import { ChangesPreview } from './preview';
import { registerPreviewFix } from './previewFix';

/** The commands that change the files of a plugin; those about several files show what would change first, in one editor that follows what is typed. */
export function registerChanges(host: Host): void {
	const preview = new ChangesPreview();
	const { server } = host;
	const failed = (error: unknown) => server.output.error(`The preview of changes could not be updated: ${String(error)}`);
	host.context.subscriptions.push(
		preview,
		server.onChange(() => void preview.follow().catch(failed)),
	);
	registerFixes(host);
	registerGenerate(host, preview);
	registerPreviewFix(host, preview);
}
