import type { Environment } from '../lsp/environment';
import { rules } from '../rules/index';
import { servicesOf } from '../services';
import type { Grammars } from '../syntax/grammars';
import { disk } from './fileSystem';
import { loadGrammarsBeside } from './grammars';
import { moduleCache } from './moduleCache';

/** What differs between the programs. */
export interface Program {
	readonly name: string;
	readonly version: string;
	/** The folder of the bundle, with the grammars in it. */
	readonly bundle: string;
	/** Reads the pages of the rules. */
	readonly pages: () => Readonly<Record<string, string>>;
}

/** The environment of the language server on this machine. */
export function serverEnvironment({ name, version, bundle, pages }: Program): Environment {
	let read: Readonly<Record<string, string>> | undefined;
	let loading: Promise<Grammars> | undefined;
	const grammars = () => (loading ??= loadGrammarsBeside(bundle));
	const pagesOnce = async () => (read ??= pages());
	const date = () => new Date().toISOString();
	return {
		name,
		version,
		fs: disk,
		moduleCache: moduleCache(),
		grammars,
		rules,
		pages: pagesOnce,
		pace: {
			now: () => performance.now(),
			breathe: () => new Promise(resolve => setImmediate(resolve)),
			after: (milliseconds, callback) => {
				const timer = setTimeout(callback, milliseconds);
				return () => clearTimeout(timer);
			},
		},
		date,
		services: servicesOf({
			tool: { name, version },
			rules,
			pages: pagesOnce,
			fs: disk,
			moduleCache: moduleCache(),
			grammars,
			date,
		}),
	};
}
