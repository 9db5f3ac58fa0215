import type { YamlScalar } from '../../../syntax/yaml/file';

/** What a plain scalar is to the YAML library of GoReleaser (go.yaml.in/yaml/v3), which also knows numbers of YAML 1.1. */
export type ScalarKind = 'null' | 'bool' | 'int' | 'float' | 'timestamp' | 'str';

const int = /^[-+]?(?:0b[01_]+|0o[0-7_]+|0x[\da-fA-F_]+|\d[\d_]*)$/;
const timestamp = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)?)?$/;
const float = /^[-+]?(?:(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/;

/** The kind of a scalar as it stands in the file. */
export function kindOf({ style, text }: YamlScalar): ScalarKind {
	if (style !== 'plain') return 'str';
	if (/^(?:|~|null|Null|NULL)$/.test(text)) return 'null';
	if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return 'bool';
	if (int.test(text)) return 'int';
	if (float.test(text)) return 'float';
	return timestamp.test(text) ? 'timestamp' : 'str';
}

/** Whether a scalar can be decoded into a boolean: some words of YAML 1.1 can, in quotes as well. */
export const isBool = (scalar: YamlScalar): boolean => kindOf(scalar) === 'bool' || /^(?:[yYnN]|yes|Yes|YES|on|On|ON|no|No|NO|off|Off|OFF)$/.test(scalar.text);
