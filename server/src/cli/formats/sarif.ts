import type { Log, ReportingDescriptor, Run as SarifRun } from 'sarif';
import { repositoryAddress, rulePage } from '../../engine/addresses';
import { json } from '../channels/data';
import type { Format, Run } from '../checked';
import { folderUri } from '../paths';
import { baseOf } from './sarif/base';
import { invocationOf } from './sarif/invocation';
import { resultsOf } from './sarif/results';

/** SARIF 2.1.0 for GitHub code scanning: every rule is listed, and every result has a place and a fingerprint that survives edits around it. */
export const sarif: Format = {
	pages: true,
	write(run) {
		const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [sarifRun(run)] };
		return json(log);
	},
};

function sarifRun(run: Run): SarifRun {
	const base = baseOf(run);
	const ids = Object.keys(run.rules).sort();
	// Results that are missing here may not be gone: only those of a change are reported.
	const since = run.report.plugins.find(plugin => plugin.since !== null)?.since?.revision;
	return {
		tool: {
			driver: {
				name: run.tool.name,
				version: run.tool.version,
				semanticVersion: run.tool.version,
				informationUri: repositoryAddress,
				rules: ids.map(id => descriptor(run, id)),
			},
		},
		columnKind: 'utf16CodeUnits',
		originalUriBaseIds: { SRCROOT: { uri: folderUri(base) } },
		invocations: [invocationOf(run, base)],
		results: run.checked.flatMap(checked => resultsOf(checked, base, ids)),
		...(since === undefined ? {} : { properties: { since } }),
	};
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

function descriptor({ rules, pages }: Run, id: string): ReportingDescriptor {
	const rule = rules[id];
	const summary = `${rule?.summary ?? id}.`;
	const page = pages[id];
	return {
		id,
		// The title of an alert on GitHub.
		shortDescription: { text: rule?.title ?? id },
		fullDescription: { text: summary },
		helpUri: rulePage(id),
		help: { text: page ?? summary, ...(page === undefined ? {} : { markdown: page }) },
		defaultConfiguration: { level: levels[rule?.severity ?? 'error'] },
		properties: {
			tags: ['packer', id.slice(0, id.indexOf('/'))],
			precision: 'high',
			'problem.severity': rule?.severity === 'info' ? 'recommendation' : (rule?.severity ?? 'error'),
		},
	};
}
