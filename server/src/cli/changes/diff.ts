import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Change } from './apply';

/** A change as a unified diff that `patch -p1` and `git apply` take. */
export const unified = ({ path, before, after }: Change): string =>
	createTwoFilesPatch(
		before === undefined ? '/dev/null' : `a/${path}`,
		after === undefined ? '/dev/null' : `b/${path}`,
		before ?? '',
		after ?? '',
		undefined,
		undefined,
		{
			context: 3,
			headerOptions: FILE_HEADERS_ONLY,
		},
	);
