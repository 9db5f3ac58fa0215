import type { YamlMap, YamlScalar, YamlValue } from '../../../syntax/yaml/file';
import { entries } from '../../../syntax/yaml/lookup';
import type { Node } from '../../../text/nodes';
import { type Major, type Options, optionsOf } from './options';
import { isBool, kindOf } from './scalars';

/**
 * What keeps a config from being decoded, as GoReleaser decodes it: strictly (pkg/config/load.go). `unknown`: an option that it does not have;
 * `type`: a value of a type that the option does not take.
 */
export type Mistake =
	| { readonly kind: 'unknown'; readonly node: Node; readonly option: string; readonly struct: string; readonly value: YamlValue }
	| { readonly kind: 'type'; readonly node: Node; readonly option: string; readonly found: string; readonly wanted: string };

/** Every mistake of a config, in its order. */
export function mistakesIn(root: YamlValue, major: Major): readonly Mistake[] {
	const decoder = new Decoder(optionsOf(major));
	// GoReleaser 2 first looks which version a config is of.
	if (major === 2)
		for (const { key, value } of entries(root)) if (key === 'version' || key === 'pro') decoder.value(value, key === 'pro' ? 'bool' : 'number', key);
	if (decoder.mistakes.length === 0) decoder.value(root, 'Project', '');
	return decoder.mistakes;
}

class Decoder {
	readonly mistakes: Mistake[] = [];
	readonly #options: Options;

	constructor(options: Options) {
		this.#options = options;
	}

	/** Decodes a value into a type; `option` is what the config calls it. */
	value(value: YamlValue, type: string, option: string): void {
		if (type === 'any' || (value.kind === 'scalar' && kindOf(value) === 'null')) return;
		if (type.startsWith('!')) this.#itself(value, type.slice(1), option);
		else if (type.startsWith('[]')) this.#list(value, type, option);
		else if (type.startsWith('{}')) this.#map(value, type, option);
		else if (value.kind === 'scalar') {
			if (!takes(type, value)) this.#mistaken(value, type, option);
		} else if (value.kind === 'map' && /^[A-Z]/.test(type)) this.#struct(value, type);
		else this.#mistaken(value, type, option);
	}

	/** Types that decode themselves take a text instead of a struct or of a list of one. */
	#itself(value: YamlValue, type: string, option: string): void {
		if (/^Slack/.test(type) || value.kind === 'scalar') return;
		if (type === 'StringArray' || type === 'FlagArray') {
			// A list that does not fit is tried as a text last, which is what the error is about.
			if (value.kind !== 'list' || value.items.some(({ kind }) => kind !== 'scalar')) this.#mistaken(value, 'string', option);
		} else if (type === 'Hooks') this.value(value, '[]!Hook', option);
		else if (value.kind === 'map') this.#struct(value, type);
		else this.#mistaken(value, type, option);
	}

	#list(value: YamlValue, type: string, option: string): void {
		if (value.kind === 'list') for (const item of value.items) this.value(item, type.slice(2), option);
		else this.#mistaken(value, type, option);
	}

	#map(value: YamlValue, type: string, option: string): void {
		if (value.kind === 'map') for (const entry of value.entries) this.value(entry.value, type.slice(2), entry.key);
		else this.#mistaken(value, type, option);
	}

	#struct(map: YamlMap, struct: string): void {
		const known = this.#options.get(struct);
		if (known === undefined) throw new Error(`The table of options has no struct ${struct}`);
		for (const { key, keyNode, value } of map.entries) {
			const type = known.get(key) ?? known.get('*');
			if (type === undefined) this.mistakes.push({ kind: 'unknown', node: keyNode, option: key, struct, value });
			else this.value(value, type, key);
		}
	}

	#mistaken(value: YamlValue, type: string, option: string): void {
		const found = value.kind === 'scalar' ? kindOf(value) : value.kind === 'list' ? 'seq' : 'map';
		this.mistakes.push({ kind: 'type', node: value.node, option, found, wanted: type });
	}
}

/** Whether a scalar that is not null can be decoded into a type. */
function takes(type: string, scalar: YamlScalar): boolean {
	switch (type) {
		case 'string':
			return true;
		case 'duration':
			return kindOf(scalar) === 'str' && duration.test(scalar.text);
		case 'bool':
			return isBool(scalar);
		case 'number':
			return kindOf(scalar) === 'int' || (kindOf(scalar) === 'float' && !/inf|nan/i.test(scalar.text));
		default:
			return false;
	}
}

/** What Go's time.ParseDuration reads. */
const duration = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|[µμ]s|ms|s|m|h))+)$/;
