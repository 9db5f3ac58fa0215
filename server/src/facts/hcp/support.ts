import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { isBroken } from '../go/broken';
import { goFile } from '../go/file';
import { importPaths } from '../go/packages';
import { goSources } from '../go/sources';
import { hasString } from '../go/strings';
import { symbol } from '../go/symbols';
import { modulePath, sdkModule } from '../plugin/module';

/** The package of the SDK with which plugins describe an image to HCP Packer. */
export const imagePackage = `${sdkModule}/packer/registry/image`;

/** The key with which Packer asks an artifact for its image (SDK packer/registry/image). */
export const imageKey = 'par.artifact.metadata';

/** Where the plugin imports the package that describes images to HCP Packer. */
export const imageImports: Fact<readonly Place[]> = read =>
	read(goSources).flatMap(path => {
		const imported = read(goFile, path)?.imports.find(one => one.path === imagePackage);
		return imported === undefined ? [] : [at(path, imported.pathNode)];
	});

/** Where the plugin gives HCP Packer the metadata of an image: the imports, or else the files that answer for its key. */
export const imageSources: Fact<readonly Place[]> = read => {
	const imports = read(imageImports);
	return imports.length > 0 ? imports : read(goSources).flatMap(path => (read(hasString, symbol(path, imageKey)) ? [at(path)] : []));
};

/** Whether artifacts may come from elsewhere, or some code cannot be read: another plugin's packages may give the metadata. */
export const mayGiveElsewhere: Fact<boolean> = read => {
	const own = read(modulePath) ?? '';
	const isOther = (path: string) => /\/packer-plugin-(?!sdk(?:\/|$))/.test(path) && path !== own && !path.startsWith(`${own}/`);
	return read(goSources).some(path => read(isBroken, path) || read(importPaths, path).some(isOther));
};
