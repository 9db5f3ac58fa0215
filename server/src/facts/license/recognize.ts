/** The SPDX id of a license by its text; undefined if it is not one that we know. */
export function recognizeLicense(text: string): string | undefined {
	const words = text
		.toLowerCase()
		.replace(/licence/g, 'license')
		.replace(/[^a-z0-9.]+/g, ' ');
	const found = known.find(([, pattern]) => pattern.test(words))?.[0];
	return found === undefined ? undefined : (versions[found]?.find(([, pattern]) => pattern.test(words))?.[0] ?? found);
}

/**
 * By what a license's text is known, lower-case and without punctuation. The order counts: the Business Source License names the
 * license that it turns into, and the GNU licenses name each other.
 */
const known: ReadonlyArray<readonly [id: string, pattern: RegExp]> = [
	['BUSL-1.1', /business source license 1\.1/],
	['MPL-2.0', /mozilla public license (?:v\.?|version )?2\.0|mpl 2\.0/],
	['Apache-2.0', /apache license version 2\.0|apache 2\.0 license|licensed under the apache license/],
	['GPL', /^(?:(?!gnu (?:lesser|library|affero)).)*gnu general public license version/],
	['AGPL-3.0', /gnu affero general public license version 3/],
	['LGPL', /gnu (?:lesser|library) general public license/],
	['MIT', /permission is hereby granted free of charge to any person obtaining a copy of this software/],
	['BSD', /redistribution and use in source and binary forms/],
	['ISC', /permission to use copy modify and or distribute this software for any purpose with or without fee/],
	['Unlicense', /free and unencumbered software released into the public domain/],
];

const versions: Readonly<Record<string, ReadonlyArray<readonly [id: string, pattern: RegExp]>>> = {
	BSD: [
		['BSD-3-Clause', /neither the name/],
		['BSD-2-Clause', /./],
	],
	GPL: [
		['GPL-3.0', /gnu general public license version 3/],
		['GPL-2.0', /gnu general public license version 2/],
	],
	LGPL: [
		['LGPL-3.0', /version 3/],
		['LGPL-2.1', /version 2\.1/],
	],
};
