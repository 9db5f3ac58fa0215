import type { Reported } from '../../server/src/engine/report';
import { settings } from '../../server/src/facts/readiness/settings';
import type { Grammars } from '../../server/src/syntax/grammars';
import { examples, open } from '../support/page';
import { engineOf, pageOf } from '../support/rules';

/** What a rule says of the examples of its page: with the names that stand there, as people read it. */
export function said(id: string, grammars: Grammars): readonly Reported[] {
	const engine = engineOf(id);
	return examples(pageOf(id), 'Reported').flatMap(({ files }) => {
		const { db } = open(files, grammars);
		return engine.check(db.get, db.get(settings)).findings;
	});
}
