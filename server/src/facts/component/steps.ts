import type { L } from '../../syntax/go/body/body';
import { signatureOf } from '../../syntax/go/signature';
import type { TypeExpression } from '../../syntax/go/type';
import type { Fact, Read } from '../core/database';
import type { Scope } from '../go/body';
import { goFile } from '../go/file';
import { denotedType } from '../go/resolve';
import { partsOf, symbol } from '../go/symbols';
import { sdkModule } from '../plugin/module';

/** The package with the interface of steps. */
export const multistep = `${sdkModule}/multistep`;

/** The method `Run` or `Cleanup` of a step, with the indexes of its parameters among the locals. */
export interface StepMethod {
	readonly name: 'Run' | 'Cleanup';
	/** The type that has the method. */
	readonly type: string;
	/** Undefined where the parameter has no name. */
	readonly state: string | undefined;
	/** As `state`; undefined for `Cleanup`, too. */
	readonly ctx: string | undefined;
}

/** The method of a step that a declaration is (`symbol(path, decl)`), by its name and signature; undefined if it is another function. */
export const stepMethod: Fact<StepMethod | undefined, string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const declared = read(goFile, path)?.functions.find(one => one.decl === decl);
	if (!declared?.receiver || (declared.name !== 'Run' && declared.name !== 'Cleanup')) return undefined;
	const signature = signatureOf(declared);
	const types = [...(signature?.parameters ?? []), ...(signature?.results ?? [])].map(({ type }) => nameOf(read, path, type));
	if (types.join() !== signatures[declared.name]) return undefined;
	const { receiver, name } = declared;
	const names = (signature?.parameters ?? []).map(({ name }) => (name === '_' ? undefined : name));
	return { name, type: receiver.type, state: names.at(-1), ctx: name === 'Run' ? names[0] : undefined };
};

/** The method of a step that a scope is in. */
export const stepMethodOf = (read: Read, { path, decl }: Pick<Scope, 'path' | 'decl'>): StepMethod | undefined => read(stepMethod, symbol(path, decl));

/** The parameter of a name among the locals of a function. */
export const parameterNamed = ({ body }: Scope, name: string | undefined): L | undefined => {
	const found = name === undefined ? -1 : body.locals.findIndex(local => local.kind === 'parameter' && local.name === name && local.block === 0);
	return found === -1 ? undefined : found;
};

const signatures = {
	Run: `context.Context,${multistep}.StateBag,${multistep}.StepAction`,
	Cleanup: `${multistep}.StateBag`,
};

function nameOf(read: Read, path: string, type: TypeExpression): string | undefined {
	const found = type.kind === 'name' ? denotedType(read, path, type) : undefined;
	return found?.kind === 'package' && found.path !== undefined ? `${found.path}.${found.name}` : undefined;
}
