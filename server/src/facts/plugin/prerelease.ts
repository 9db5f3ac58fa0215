import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { filesIn, text } from '../core/files';
import { isLiteralAt } from '../go/literal';
import { pluginVersion, versionProblem } from './version';

/** A prerelease that Packer does not take, where the source says it. */
export interface OddPrerelease {
	readonly prerelease: string;
	readonly place: Place;
	/** Whether the place is a string literal with the prerelease alone. */
	readonly literal: boolean;
}

/** The prerelease that the plugin reports where nothing sets another one: Packer takes `dev` and none (command/plugins_install.go); undefined if it is one of these, or not known. */
export const oddPrerelease: Fact<OddPrerelease | undefined> = read => {
	const found = read(pluginVersion);
	if (found?.text === undefined || versionProblem(found.text) !== undefined) return undefined;
	const { prerelease, version } = found;
	const said = /^v?[\d.]+-([^+]*)/.exec(found.text)?.[1] ?? '';
	const holder = prerelease?.value ? prerelease : version;
	if (said === '' || said === 'dev' || holder === undefined) return undefined;
	if (holder.variable !== undefined && read(isSetLocally, holder.variable)) return undefined;
	return { prerelease: said, place: holder.place, literal: holder === prerelease && isLiteralAt(read, holder.place) };
};

/** Whether a Makefile or script sets a variable of this name when it links, as the scaffolding's `make dev` does. */
const isSetLocally: Fact<boolean, string> = (read, name) =>
	['', 'scripts'].some(dir =>
		read(filesIn, dir).some(file => locals.test(file) && new RegExp(`\\.${name}=`).test(read(text, dir === '' ? file : `${dir}/${file}`) ?? '')),
	);

const locals = /makefile|\.mk$|\.sh$|^(?:justfile|Taskfile)/i;
