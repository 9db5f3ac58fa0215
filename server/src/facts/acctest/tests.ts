import type { Node } from '../../text/nodes';
import type { Place } from '../../text/place';
import { at } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { filesUnder, text } from '../core/files';
import { dirname, isInDirectory } from '../core/paths';
import { goFile, goTests, isBroken, mentions } from '../go/go';
import { importedAs } from '../go/packages';
import type { Component } from '../plugin/components';
import { sdkModule } from '../plugin/module';

/** The packages of the SDK whose functions run acceptance tests. */
const acctest = `${sdkModule}/acctest`;

/** The test files that run acceptance tests: they import the SDK's acctest, its predecessor, or ask for PACKER_ACC. */
export const acceptanceTests: Fact<readonly string[]> = read =>
	read(goTests).filter(path =>
		[`"${acctest}`, 'PACKER_ACC', '"github.com/hashicorp/packer/acctest', 'packer/helper/builder/testing"'].some(word => read(mentions, `${path}\0${word}`)),
	);

/** The acceptance tests of a component: those in its package, one below it or one above it, and those that speak of it by its name in templates, here or in a fixture. */
export function acceptanceTestsOf(read: Read, { implementation, fullName }: Component): readonly string[] {
	const dir = implementation?.dir;
	return read(acceptanceTests).filter(path => {
		const own = dirname(path);
		if (dir !== undefined && (isInDirectory(own, dir) || (own !== '' && isInDirectory(dir, own)))) return true;
		return (
			read(speaksOf, `${path}\0${fullName}`) ||
			(own !== '' && read(filesUnder, own).some(fixture => /\.(?:hcl|json)$/.test(fixture) && read(speaksOf, `${fixture}\0${fullName}`)))
		);
	});
}

/** Whether a file has a name in it as a word of a template, in quotes (`path\0name`). */
const speaksOf: Fact<boolean, string> = (read, key) => {
	const [path, name] = key.split('\0', 2) as [string, string];
	const source = read(text, path) ?? '';
	return [`"${name}"`, `'${name}'`, `"${name}.`, `\\"${name}\\"`, `source.${name}.`, `data.${name}.`].some(word => source.includes(word));
};

/** One `acctest.PluginTestCase{…}`. */
export interface TestCase {
	/** The type in the literal. */
	readonly place: Place;
	/** The fields it is given, here or by an assignment in the file; undefined where they are given without names. */
	readonly fields?: readonly string[];
	/** The value of the last field that it is given here. */
	readonly last?: Node;
}

/** The test cases of the module, in the order of files. */
export const testCases: Fact<readonly TestCase[]> = read =>
	read(goTests).flatMap(path => {
		const file = read(mentions, `${path}\0.PluginTestCase{`) ? read(goFile, path) : undefined;
		if (file === undefined || read(isBroken, path)) return [];
		return file.literals.flatMap(({ type, entries, elements }) => {
			const qualifier = /^(\w+)\.PluginTestCase$/.exec(type.text)?.[1];
			if (qualifier === undefined || importedAs(read, file, qualifier)?.path !== acctest) return [];
			const later = file.bindings.filter(b => b.kind === 'assign').flatMap(b => b.names.flatMap(n => /\.(\w+)$/.exec(n.text)?.[1] ?? []));
			const named = entries.length > 0 || elements.length === 0;
			const last = entries.at(-1)?.value.node;
			return [
				{ place: at(path, type.node), ...(named ? { fields: [...entries.map(e => e.key.text), ...later] } : {}), ...(last === undefined ? {} : { last }) },
			];
		});
	});
