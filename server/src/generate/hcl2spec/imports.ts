import { isStandard } from '../go/standard';
import { print, type Type } from '../go/types';

/** A package that generated code imports. */
export interface ImportedPackage {
	readonly path: string;
	readonly name: string;
}

/** The packages that generated code always names. */
const always: readonly ImportedPackage[] = [
	{ name: 'hcldec', path: 'github.com/hashicorp/hcl/v2/hcldec' },
	{ name: 'cty', path: 'github.com/zclconf/go-cty/cty' },
];

/** How types are written in a generated file, and what it imports for them. */
export class Imports {
	readonly #own: string;
	readonly #used: readonly ImportedPackage[];
	readonly #standard = new Set<string>();
	#broken: string | undefined;

	/** `own`: the import path of the package generated for; `types`: those of all fields of the file (SDK getUsedImports: a named type, at most behind one pointer and one slice). */
	constructor(own: string, types: readonly Type[]) {
		this.#own = own;
		const used = new Map<string, ImportedPackage>();
		for (const type of types) {
			const behindPointer = type.kind === 'pointer' ? type.element : type;
			const named = behindPointer.kind === 'slice' ? behindPointer.element : behindPointer;
			if (named.kind === 'named' && named.path !== '' && named.path !== own) used.set(named.path, { path: named.path, name: named.package });
		}
		for (const one of always) used.set(one.path, one);
		this.#used = [...used.values()];
	}

	/** Why packer-sdc would write code that does not compile, or that depends on chance; undefined if it would not. */
	get problem(): string | undefined {
		const clash = this.#used.find(a => this.#used.some(b => a !== b && (a.name === b.name || a.path.endsWith(b.path))));
		const all = [this.#own, ...this.#used.map(({ path }) => path)];
		const shortened = all.find(path => all.some(other => path.startsWith(`${other}.`)));
		return (
			this.#broken ?? (clash ? `two packages called ${clash.name} are imported` : shortened && `the path of ${shortened} begins with that of another package`)
		);
	}

	/** Whether a text names a package by its path: packer-sdc shortens that wherever it stands. */
	isNamedIn(text: string): boolean {
		return text.includes(`${this.#own}.`) || this.#used.some(({ path }) => path.includes('/') && text.includes(`${path}.`));
	}

	/** A type as the file writes it. A package that packer-sdc does not import is left to goimports, which finds those of the standard library. */
	readonly print = (type: Type): string => {
		const whole = print(type);
		if (!whole.includes('.')) return whole; // it names no package
		const text = this.#used
			.reduce((out, { path, name }) => (path.includes('/') ? out.replaceAll(`${path}.`, `${name}.`) : out), whole)
			.replaceAll(`${this.#own}.`, '');
		for (const path of pathsIn(type)) {
			if (path === this.#own || this.#used.some(used => used.path === path)) continue;
			if (path.includes('/') || !isStandard(path)) this.#broken ??= `${print(type)} names a package in a place where packer-sdc does not import it`;
			else this.#standard.add(path);
		}
		return text;
	};

	/** The import declaration, without the packages that the rest of the file does not name, grouped and sorted as goimports does. */
	declaration(body: string): string {
		const code = body.replace(/`[^`]*`|"[^"]*"|\/\/.*/g, '');
		const named = this.#used.filter(({ name }) => new RegExp(`(?<![\\w.])${name}\\.`).test(code));
		const all = [...named, ...[...this.#standard].map(path => ({ path, name: path }))].sort((a, b) => (a.path < b.path ? -1 : 1));
		if (all.length === 0) return '';
		const lines = (group: readonly ImportedPackage[]) => group.map(spec).join('');
		const groups = [lines(all.filter(({ path }) => isStandard(path))), lines(all.filter(({ path }) => !isStandard(path)))].filter(group => group !== '');
		return `import (\n${groups.join('\n')})\n`;
	}
}

const spec = ({ path, name }: ImportedPackage) => (path === name || path.endsWith(`/${name}`) ? `\t"${path}"\n` : `\t${name} "${path}"\n`);

function pathsIn(type: Type): readonly string[] {
	switch (type.kind) {
		case 'pointer':
		case 'slice':
		case 'array':
			return pathsIn(type.element);
		case 'map':
			return [...pathsIn(type.key), ...pathsIn(type.element)];
		case 'named':
		case 'alias':
			return type.path === '' ? [] : [type.path];
		default:
			return [];
	}
}
