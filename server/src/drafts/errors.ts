import { counted } from '../checklist/words';
import { type Report, summarize } from '../engine/report';
import type { DraftNotice } from './material';

/** The notice that errors remain; empty without errors. */
export function errorNotices(report: Report): readonly DraftNotice[] {
	const { errors } = summarize(report);
	const them = errors === 1 ? 'it' : 'them';
	return errors === 0
		? []
		: [{ severity: 'error', message: `${counted(errors, 'error')} ${errors === 1 ? 'remains' : 'remain'}. Fix ${them} before you send.` }];
}
