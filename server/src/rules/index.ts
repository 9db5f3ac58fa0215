// Written by scripts/derived.mjs from the folders beside it.
import acctestFixtureType from './acctest/fixture-type/rule';
import acctestMissing from './acctest/missing/rule';
import acctestNoCheck from './acctest/no-check/rule';
import ciGoVersionFile from './ci/go-version-file/rule';
import ciGpg from './ci/gpg/rule';
import ciMakeDev from './ci/make-dev/rule';
import ciMakeTargets from './ci/make-targets/rule';
import ciNotifyIdentifier from './ci/notify-identifier/rule';
import ciNotifyMissing from './ci/notify-missing/rule';
import ciReleaseFetchDepth from './ci/release-fetch-depth/rule';
import ciReleasePermissions from './ci/release-permissions/rule';
import ciReleaseTrigger from './ci/release-trigger/rule';
import ciReleaseWorkflow from './ci/release-workflow/rule';
import ciRmDist from './ci/rm-dist/rule';
import ciSetOutput from './ci/set-output/rule';
import componentConfigspec from './component/configspec/rule';
import componentInterface from './component/interface/rule';
import componentNameRepeatsPlugin from './component/name-repeats-plugin/rule';
import configGenerateMissing from './config/generate-missing/rule';
import configHcl2specDrift from './config/hcl2spec-drift/rule';
import configHcl2specHandEdited from './config/hcl2spec-hand-edited/rule';
import configHcl2specMissing from './config/hcl2spec-missing/rule';
import docsComponentPageMissing from './docs/component-page-missing/rule';
import docsDirMissing from './docs/dir-missing/rule';
import docsFrontMatterMissing from './docs/front-matter-missing/rule';
import docsPartialsDrift from './docs/partials-drift/rule';
import docsReadmeMissing from './docs/readme-missing/rule';
import docsReadmeSource from './docs/readme-source/rule';
import licenseMissing from './license/missing/rule';
import licenseNotMpl from './license/not-mpl/rule';
import mainDuplicateRegistration from './main/duplicate-registration/rule';
import mainLegacyServer from './main/legacy-server/rule';
import mainNoComponent from './main/no-component/rule';
import mainNoSet from './main/no-set/rule';
import mainNoSetVersion from './main/no-set-version/rule';
import mainVersionNotSemver from './main/version-not-semver/rule';
import moduleCoreImport from './module/core-import/rule';
import moduleCtyReplaceMissing from './module/cty-replace-missing/rule';
import moduleMissing from './module/missing/rule';
import moduleSdkMissing from './module/sdk-missing/rule';
import readinessConfigInvalid from './readiness/config-invalid/rule';
import readinessSuppressionReason from './readiness/suppression-reason/rule';
import releaseApiVersion from './release/api-version/rule';
import releaseArchiveFormat from './release/archive-format/rule';
import releaseArchiveName from './release/archive-name/rule';
import releaseArchiveWrap from './release/archive-wrap/rule';
import releaseBinaryName from './release/binary-name/rule';
import releaseBrokenConfig from './release/broken-config/rule';
import releaseChecksumAlgorithm from './release/checksum-algorithm/rule';
import releaseChecksumName from './release/checksum-name/rule';
import releaseConfigMissing from './release/config-missing/rule';
import releaseConfigVersion from './release/config-version/rule';
import releaseDeprecatedOption from './release/deprecated-option/rule';
import releaseDuplicateTarget from './release/duplicate-target/rule';
import releaseLdflagsMissing from './release/ldflags-missing/rule';
import releaseLdflagsTarget from './release/ldflags-target/rule';
import releasePluginCheck from './release/plugin-check/rule';
import releaseProjectName from './release/project-name/rule';
import releaseRemovedOption from './release/removed-option/rule';
import releaseTargets from './release/targets/rule';
import repoName from './repo/name/rule';
import repoScaffoldingLeftover from './repo/scaffolding-leftover/rule';
import securitySecretNotFiltered from './security/secret-not-filtered/rule';
import supportIssueTemplates from './support/issue-templates/rule';
import syntaxGo from './syntax/go/rule';
import syntaxGomod from './syntax/gomod/rule';
import syntaxYaml from './syntax/yaml/rule';
import webdocsComponentReadmeMissing from './webdocs/component-readme-missing/rule';
import webdocsDrift from './webdocs/drift/rule';
import webdocsFlags from './webdocs/flags/rule';
import webdocsIdentifier from './webdocs/identifier/rule';
import webdocsLeftover from './webdocs/leftover/rule';
import webdocsMetadataMissing from './webdocs/metadata-missing/rule';
import webdocsMetadataSchema from './webdocs/metadata-schema/rule';
import webdocsMetadataSyntax from './webdocs/metadata-syntax/rule';
import webdocsMissing from './webdocs/missing/rule';
import webdocsReadmeLocation from './webdocs/readme-location/rule';
import webdocsStaleOutput from './webdocs/stale-output/rule';

/** Every rule, by its id. */
export const rules = {
	'acctest/fixture-type': acctestFixtureType,
	'acctest/missing': acctestMissing,
	'acctest/no-check': acctestNoCheck,
	'ci/go-version-file': ciGoVersionFile,
	'ci/gpg': ciGpg,
	'ci/make-dev': ciMakeDev,
	'ci/make-targets': ciMakeTargets,
	'ci/notify-identifier': ciNotifyIdentifier,
	'ci/notify-missing': ciNotifyMissing,
	'ci/release-fetch-depth': ciReleaseFetchDepth,
	'ci/release-permissions': ciReleasePermissions,
	'ci/release-trigger': ciReleaseTrigger,
	'ci/release-workflow': ciReleaseWorkflow,
	'ci/rm-dist': ciRmDist,
	'ci/set-output': ciSetOutput,
	'component/configspec': componentConfigspec,
	'component/interface': componentInterface,
	'component/name-repeats-plugin': componentNameRepeatsPlugin,
	'config/generate-missing': configGenerateMissing,
	'config/hcl2spec-drift': configHcl2specDrift,
	'config/hcl2spec-hand-edited': configHcl2specHandEdited,
	'config/hcl2spec-missing': configHcl2specMissing,
	'docs/component-page-missing': docsComponentPageMissing,
	'docs/dir-missing': docsDirMissing,
	'docs/front-matter-missing': docsFrontMatterMissing,
	'docs/partials-drift': docsPartialsDrift,
	'docs/readme-missing': docsReadmeMissing,
	'docs/readme-source': docsReadmeSource,
	'license/missing': licenseMissing,
	'license/not-mpl': licenseNotMpl,
	'main/duplicate-registration': mainDuplicateRegistration,
	'main/legacy-server': mainLegacyServer,
	'main/no-component': mainNoComponent,
	'main/no-set': mainNoSet,
	'main/no-set-version': mainNoSetVersion,
	'main/version-not-semver': mainVersionNotSemver,
	'module/core-import': moduleCoreImport,
	'module/cty-replace-missing': moduleCtyReplaceMissing,
	'module/missing': moduleMissing,
	'module/sdk-missing': moduleSdkMissing,
	'readiness/config-invalid': readinessConfigInvalid,
	'readiness/suppression-reason': readinessSuppressionReason,
	'release/api-version': releaseApiVersion,
	'release/archive-format': releaseArchiveFormat,
	'release/archive-name': releaseArchiveName,
	'release/archive-wrap': releaseArchiveWrap,
	'release/binary-name': releaseBinaryName,
	'release/broken-config': releaseBrokenConfig,
	'release/checksum-algorithm': releaseChecksumAlgorithm,
	'release/checksum-name': releaseChecksumName,
	'release/config-missing': releaseConfigMissing,
	'release/config-version': releaseConfigVersion,
	'release/deprecated-option': releaseDeprecatedOption,
	'release/duplicate-target': releaseDuplicateTarget,
	'release/ldflags-missing': releaseLdflagsMissing,
	'release/ldflags-target': releaseLdflagsTarget,
	'release/plugin-check': releasePluginCheck,
	'release/project-name': releaseProjectName,
	'release/removed-option': releaseRemovedOption,
	'release/targets': releaseTargets,
	'repo/name': repoName,
	'repo/scaffolding-leftover': repoScaffoldingLeftover,
	'security/secret-not-filtered': securitySecretNotFiltered,
	'support/issue-templates': supportIssueTemplates,
	'syntax/go': syntaxGo,
	'syntax/gomod': syntaxGomod,
	'syntax/yaml': syntaxYaml,
	'webdocs/component-readme-missing': webdocsComponentReadmeMissing,
	'webdocs/drift': webdocsDrift,
	'webdocs/flags': webdocsFlags,
	'webdocs/identifier': webdocsIdentifier,
	'webdocs/leftover': webdocsLeftover,
	'webdocs/metadata-missing': webdocsMetadataMissing,
	'webdocs/metadata-schema': webdocsMetadataSchema,
	'webdocs/metadata-syntax': webdocsMetadataSyntax,
	'webdocs/missing': webdocsMissing,
	'webdocs/readme-location': webdocsReadmeLocation,
	'webdocs/stale-output': webdocsStaleOutput,
};
