// Written by test/generated.test.ts from the folders beside it.
import mainNoSetVersion from './main/no-set-version/rule';
import moduleSdkMissing from './module/sdk-missing/rule';

/** Every rule, by its id. */
export const rules = {
	'main/no-set-version': mainNoSetVersion,
	'module/sdk-missing': moduleSdkMissing,
};
