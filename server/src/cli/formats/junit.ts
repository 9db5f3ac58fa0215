import XMLBuilder from 'fast-xml-builder';
import { xml } from '../channels/data';
import type { Checked, Format, Run } from '../checked';
import { fails } from '../failOn';
import type { FindingReport, SinceReport } from '../model';
import { count } from '../words';

/** JUnit XML: one suite per plugin and one case per rule. A case fails if a finding of the rule makes the run fail. */
export const junit: Format = {
	write(run) {
		const suites = run.checked.map(checked => suite(run, checked));
		const sum = (of: (s: Suite) => number) => suites.reduce((total, s) => total + of(s), 0);
		const all = {
			$name: run.tool.name,
			$tests: sum(s => s.$tests),
			$failures: sum(s => s.$failures),
			$errors: sum(s => s.$errors),
			$skipped: sum(s => s.$skipped),
			testsuite: suites,
		};
		return xml(`<?xml version="1.0" encoding="UTF-8"?>\n${elements(all)}`);
	},
};

/** Elements as the builder takes them: `$` begins an attribute, `_` is the text. */
interface Suite {
	readonly $name: string;
	readonly $tests: number;
	readonly $failures: number;
	readonly $errors: number;
	readonly $skipped: number;
	readonly properties?: { readonly property: ReadonlyArray<{ readonly $name: string; readonly $value: string }> };
	readonly testcase: readonly Case[];
}

interface Case {
	readonly $classname: string;
	readonly $name: string;
	readonly error?: { readonly $message: string; readonly _?: string };
	readonly skipped?: { readonly $message: string };
	readonly failure?: { readonly $message: string; readonly $type: string; readonly _: string };
	readonly 'system-out'?: string;
}

function suite(run: Run, checked: Checked): Suite {
	const { report } = checked;
	const cases = [
		...Object.keys(run.rules)
			.sort()
			.map(rule => ruleCase(run, checked, rule)),
		...(report.unreadable.length > 0 ? [unreadableCase(checked)] : []),
	];
	const number = (kind: 'failure' | 'error' | 'skipped') => cases.filter(c => c[kind] !== undefined).length;
	return {
		$name: `packer-plugin-${report.name}`,
		$tests: cases.length,
		$failures: number('failure'),
		$errors: number('error'),
		$skipped: number('skipped'),
		...(report.since === null ? {} : { properties: { property: propertiesOf(report.since) } }),
		testcase: cases,
	};
}

/** What a suite was compared with: a case that passes may have older findings. */
const propertiesOf = ({ revision, commit, older }: SinceReport) => [
	{ $name: 'since', $value: revision },
	{ $name: 'commit', $value: commit },
	{ $name: 'older findings', $value: String(older) },
];

function ruleCase(run: Run, checked: Checked, rule: string): Case {
	const { report } = checked;
	const findings = report.findings.filter(f => f.rule === rule);
	const failing = findings.filter(f => fails(f, run.failOn));
	const others = findings.filter(f => !failing.includes(f));
	const broken = report.failures.find(f => f.rule === rule);
	const off = findings.length > 0 && findings.every(f => f.suppressed?.how === 'config') ? findings[0]?.suppressed : undefined;
	const name = { $classname: `packer-plugin-${report.name}`, $name: `${rule}: ${run.rules[rule]?.summary ?? ''}` };
	const said = others.length > 0 ? { 'system-out': lines(checked, others) } : {};
	const [first] = failing;
	if (broken) return { ...name, error: { $message: `Rule failed: ${broken.message}` }, ...said };
	if (off) return { ...name, skipped: { $message: off.reason }, ...said };
	if (first === undefined) return { ...name, ...said };
	const titles = [...new Set(failing.map(f => f.title))].join(', ');
	const $message = failing.length === 1 ? titles : `${count(failing.length, 'finding')}: ${titles}`;
	return { ...name, failure: { $message, $type: first.severity, _: lines(checked, failing) }, ...said };
}

function unreadableCase({ report, shown }: Checked): Case {
	const body = report.unreadable.map(({ path, reason }) => `${shown(path)}: ${reason}`).join('\n');
	const $message = `${count(report.unreadable.length, 'file')} could not be read`;
	return { $classname: `packer-plugin-${report.name}`, $name: 'All files can be read', error: { $message, _: body } };
}

const lines = ({ shown }: Checked, findings: readonly FindingReport[]) =>
	findings
		.map(({ path, range: { start }, severity, message, related, suppressed, help }) => {
			const how = suppressed === null ? '' : ` (suppressed: ${suppressed.reason})`;
			const others = related.map(other => `\n  ${shown(other.path)}:${other.range.start.line}:${other.range.start.column}: ${other.message}`);
			return `${shown(path)}:${start.line}:${start.column}: ${severity}: ${message}${how} ${help}${others.join('')}`;
		})
		.join('\n');

/** Characters that XML 1.0 cannot represent are replaced. */
const writable = (value: unknown) => String(value).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');

const elements = (testsuites: object): string =>
	new XMLBuilder({
		attributeNamePrefix: '$',
		ignoreAttributes: false,
		textNodeName: '_',
		format: true,
		indentBy: '\t',
		suppressEmptyNode: true,
		suppressBooleanAttributes: false,
		attributeValueProcessor: (_, value) => writable(value),
		tagValueProcessor: (_, value) => writable(value),
	}).build({ testsuites });
