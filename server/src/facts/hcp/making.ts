import type { X } from '../../syntax/go/body/body';
import type { TypeExpression } from '../../syntax/go/type';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { type Scope, scopesIn } from '../go/body';
import { goFile } from '../go/file';
import { importPaths } from '../go/packages';
import { denoted, denotedType, exprAt } from '../go/resolve';
import { goSources } from '../go/sources';
import { imagePackage } from './support';

/** Where the plugin imports the package that describes images to HCP Packer, and makes such images or answers for their key: not where it only asks its input for them. */
export const imageMakers: Fact<readonly Place[]> = read =>
	read(goSources).flatMap(path => {
		const imported = read(importPaths, path).includes(imagePackage) ? read(goFile, path)?.imports.find(one => one.path === imagePackage) : undefined;
		return imported !== undefined && scopesIn(read, path).some(scope => makesImages(read, scope)) ? [at(path, imported.pathNode)] : [];
	});

/** Whether a function makes an image, or compares something with the key or stores something under it. */
function makesImages(read: Read, scope: Scope): boolean {
	const { body } = scope;
	const nameOf = (x: X | undefined) => {
		const found = x === undefined ? undefined : denoted(read, scope, x);
		return found?.kind === 'package' && found.path === imagePackage ? found.name : undefined;
	};
	const isKey = (x: X | undefined) => nameOf(x) === 'ArtifactStateURI';
	if (body.blocks.some(({ by, conditions }) => by === 'case' && conditions?.some(isKey))) return true;
	return body.exprs.some(expr => {
		switch (expr.op) {
			case 'call':
				return exprAt(scope, expr.fn).op === 'select' ? nameOf(expr.fn) !== undefined : expr.args.some(arg => nameOf(arg) === 'Image');
			case 'binary':
				return expr.of.some(isKey);
			case 'index':
				return expr.at.some(isKey);
			case 'composite':
				return expr.entries.some(([key]) => isKey(key)) || (expr.type !== undefined && holdsImage(read, scope, expr.type, expr.entries));
			default:
				return false;
		}
	});
}

/** Whether a literal is an image, or has one in it of which it leaves out the type. */
function holdsImage(read: Read, scope: Scope, type: TypeExpression, entries: ReadonlyArray<readonly [X | undefined, X]>): boolean {
	if (type.kind === 'pointer') return holdsImage(read, scope, type.element, entries);
	if (type.kind === 'slice' || type.kind === 'array' || type.kind === 'map')
		return entries.some(([, x]) => {
			const value = exprAt(scope, x);
			return value.op === 'composite' && value.type === undefined && holdsImage(read, scope, type.element, value.entries);
		});
	const found = type.kind === 'name' ? denotedType(read, scope.path, type) : undefined;
	return found?.kind === 'package' && found.path === imagePackage;
}
