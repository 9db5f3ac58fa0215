import type { Checked, Format, Run } from '../checked';
import { fails } from '../failOn';
import type { FindingReport } from '../model';
import { count } from '../words';

/** JUnit's XML: a suite for each plugin and a case for each rule. A case fails where the rule's findings make the run fail. */
export const junit: Format = {
	write(run) {
		const suites = run.checked.map(checked => suite(run, checked));
		const sum = (of: (s: Suite) => number) => suites.reduce((total, s) => total + of(s), 0);
		const head = attributes({
			name: run.tool.name,
			tests: sum(s => s.tests),
			failures: sum(s => s.failures),
			errors: sum(s => s.errors),
			skipped: sum(s => s.skipped),
		});
		return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.map(s => s.xml).join('')}</testsuites>\n`;
	},
};

interface Suite {
	readonly tests: number;
	readonly failures: number;
	readonly errors: number;
	readonly skipped: number;
	readonly xml: string;
}

interface Case {
	readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
	readonly xml: string;
}

function suite(run: Run, checked: Checked): Suite {
	const { report } = checked;
	const cases = [
		...Object.keys(run.rules)
			.sort()
			.map(rule => ruleCase(run, checked, rule)),
		...(report.unreadable.length > 0 ? [unreadableCase(checked)] : []),
	];
	const number = (kind: Case['kind']) => cases.filter(c => c.kind === kind).length;
	const counts = { tests: cases.length, failures: number('failure'), errors: number('error'), skipped: number('skipped') };
	const head = attributes({ name: `packer-plugin-${report.name}`, ...counts });
	return { ...counts, xml: `\t<testsuite${head}>\n${cases.map(c => c.xml).join('')}\t</testsuite>\n` };
}

function ruleCase(run: Run, checked: Checked, rule: string): Case {
	const { report } = checked;
	const findings = report.findings.filter(f => f.rule === rule);
	const failing = findings.filter(f => fails(f, run.failOn));
	const others = findings.filter(f => !failing.includes(f));
	const failure = report.failures.find(f => f.rule === rule);
	const off = findings.length > 0 && findings.every(f => f.suppressed?.how === 'config') ? findings[0]?.suppressed : undefined;
	const said = others.length > 0 ? [element('system-out', {}, others.map(f => line(checked, f)).join('\n'))] : [];
	const open = attributes({ classname: `packer-plugin-${report.name}`, name: `${rule}: ${run.rules[rule]?.summary ?? ''}` });
	if (failure) return written('error', open, [element('error', { message: `The rule broke: ${failure.message}` }, ''), ...said]);
	if (off) return written('skipped', open, [element('skipped', { message: off.reason }, ''), ...said]);
	if (failing.length === 0) return written('passed', open, said);
	const message = failing.length === 1 ? (failing[0] as FindingReport).message : count(failing.length, 'finding');
	return written('failure', open, [
		element('failure', { message, type: (failing[0] as FindingReport).severity }, failing.map(f => line(checked, f)).join('\n')),
		...said,
	]);
}

function unreadableCase({ report, shown }: Checked): Case {
	const body = report.unreadable.map(({ path, reason }) => `${shown(path)}: ${reason}`).join('\n');
	const open = attributes({ classname: `packer-plugin-${report.name}`, name: 'every file can be read' });
	return written('error', open, [element('error', { message: `${count(report.unreadable.length, 'file')} could not be read` }, body)]);
}

function written(kind: Case['kind'], open: string, inner: readonly string[]): Case {
	return { kind, xml: inner.length === 0 ? `\t\t<testcase${open}/>\n` : `\t\t<testcase${open}>\n${inner.map(x => `\t\t\t${x}\n`).join('')}\t\t</testcase>\n` };
}

function line({ shown }: Checked, { path, range: { start }, severity, message, suppressed, help }: FindingReport): string {
	const how = suppressed === null ? '' : ` (suppressed: ${suppressed.reason})`;
	return `${shown(path)}:${start.line}:${start.column}: ${severity}: ${message}${how} ${help}`;
}

const element = (name: string, given: Record<string, string>, body: string) =>
	`<${name}${attributes(given)}${body === '' ? '/>' : `>${escaped(body)}</${name}>`}`;

const attributes = (given: Record<string, string | number>) =>
	Object.entries(given)
		.map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
		.join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** What XML 1.0 has no way to write is left out. */
const escaped = (text: string) =>
	text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd').replace(/[&<>"\r]/g, c => entities[c] as string);
