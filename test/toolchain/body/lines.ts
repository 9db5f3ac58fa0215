import type { Block, Body, Expr, Local, Statement } from '../../../server/src/syntax/go/body/body';
import type { BodyParse } from '../../../server/src/syntax/go/body/read';
import type { TypeExpression } from '../../../server/src/syntax/go/type';

/** What was read as the oracle prints it: spans for expressions, offsets for locals. */
export function linesOf({ body, spans }: BodyParse): readonly string[] {
	const span = (x: number) => `${spans.exprs[x * 2]}-${spans.exprs[x * 2 + 1]}`;
	const list = (xs: readonly number[]) => `[${xs.map(span).join(' ')}]`;
	const offset = (local: number) => spans.exprs[(body.locals[local] as Local).at * 2];
	const typed = (type: TypeExpression | undefined): string => (type === undefined ? '-' : typeLine(type, offset));
	const optional = (x: number | undefined) => (x === undefined ? '-' : span(x));
	const expr = (e: Expr): string => {
		switch (e.op) {
			case 'ref':
				return `ref ${e.name} ${e.to === undefined ? '-' : offset(e.to)}`;
			case 'select':
				return `select ${span(e.of)} ${e.name}`;
			case 'call':
				return `call ${span(e.fn)} ${list(e.args)} ${e.spread} ${e.block}`;
			case 'literal':
				return `literal ${e.kind}`;
			case 'composite':
				return `composite ${typed(e.type)} [${e.entries.map(([key, value]) => (key === undefined ? span(value) : `${span(key)}:${span(value)}`)).join(' ')}] ${e.block}`;
			case 'unary':
				return `unary ${e.operator} ${span(e.of)}`;
			case 'binary':
				return `binary ${e.operator} ${span(e.of[0])} ${span(e.of[1])}`;
			case 'index':
			case 'slice':
				return `${e.op} ${span(e.of)} ${list(e.at)}`;
			case 'assert':
				return `assert ${span(e.of)} ${typed(e.type)} ${e.block}`;
			case 'func':
				return `func ${e.block}`;
			case 'type':
				return `type ${typed(e.type)}`;
		}
	};
	const local = ({ at, name, kind, block, type, init, nth, ranges, writes, addressed }: Local) => {
		const which = nth === undefined ? '-' : ranges ? ['key', 'value'][nth] : nth;
		return `local ${spans.exprs[at * 2]} ${name} ${kind} ${block} ${typed(type)} ${optional(init)} ${which} ${list(writes)} ${addressed}`;
	};
	const statement = (s: Statement): string => {
		switch (s.kind) {
			case 'return':
				return list(s.values);
			case 'assign':
				return `${s.operator} ${list(s.targets)} ${list(s.values)} ${typed(s.type)}`;
			case 'range':
				return `${list(s.targets)} ${span(s.over)}`;
			case 'send':
				return `${span(s.to)} ${span(s.value)}`;
			case 'branch':
				return `${s.word} ${s.label ?? '-'}`;
			case 'bad':
				return '';
			default:
				return span(s.of);
		}
	};
	const block = ({ parent, by, ends, from, to, conditions }: Block, i: number) =>
		`block ${i} ${parent} ${by} ${ends} ${from}-${to} ${conditions === undefined ? '-' : list(conditions)}`;
	return [
		...[...body.exprs.map((e, x) => `${span(x)} ${expr(e)}`), ...body.locals.map(local)].sort(),
		...body.blocks.map(block),
		...body.statements.map((s, i) => `statement ${s.kind} ${s.block} ${spans.statements[i * 2]}-${spans.statements[i * 2 + 1]} ${statement(s)}`),
		`calls ${body.calls.map(span).join(' ')}`,
		...problems(body),
	];
}

/** None, where the oracle reads the file. */
const problems = ({ problems: found }: Body) => (found.length === 0 ? [] : [`problems ${found.length}`]);

function typeLine(type: TypeExpression, offset: (local: number) => number | undefined): string {
	switch (type.kind) {
		case 'name': {
			const name = type.qualifier === undefined ? type.name : `${type.qualifier}.${type.name}`;
			const given = type.arguments === undefined ? '' : `[${type.arguments.map(one => typeLine(one, offset)).join(' ')}]`;
			return `${name}${type.local === undefined ? '' : `@${offset(type.local)}`}${given}`;
		}
		case 'pointer':
			return `*${typeLine(type.element, offset)}`;
		case 'slice':
			return `[]${typeLine(type.element, offset)}`;
		case 'array':
			return `[${type.length}]${typeLine(type.element, offset)}`;
		case 'map':
			return `map[${typeLine(type.key, offset)}]${typeLine(type.element, offset)}`;
		case 'channel':
			return `chan ${type.text}`;
		case 'other':
			return 'other';
		default:
			return type.text;
	}
}
