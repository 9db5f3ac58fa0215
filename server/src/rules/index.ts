// Written by test/generated.test.ts from the folders beside it.
import licenseMissing from './license/missing/rule';
import licenseNotMpl from './license/not-mpl/rule';
import mainNoSetVersion from './main/no-set-version/rule';
import moduleSdkMissing from './module/sdk-missing/rule';
import syntaxGo from './syntax/go/rule';
import syntaxGomod from './syntax/gomod/rule';

/** Every rule, by its id. */
export const rules = {
	'license/missing': licenseMissing,
	'license/not-mpl': licenseNotMpl,
	'main/no-set-version': mainNoSetVersion,
	'module/sdk-missing': moduleSdkMissing,
	'syntax/go': syntaxGo,
	'syntax/gomod': syntaxGomod,
};
