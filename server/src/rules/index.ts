// Written by scripts/derived.mjs from the folders beside it.
import acctestCheckExitCode from './acctest/check-exit-code/rule';
import acctestFatalInCheck from './acctest/fatal-in-check/rule';
import acctestFixtureMissing from './acctest/fixture-missing/rule';
import acctestFixtureType from './acctest/fixture-type/rule';
import acctestLegacy from './acctest/legacy/rule';
import acctestMissing from './acctest/missing/rule';
import acctestName from './acctest/name/rule';
import acctestNoCheck from './acctest/no-check/rule';
import ciDocsCheck from './ci/docs-check/rule';
import ciGoVersionFile from './ci/go-version-file/rule';
import ciGpg from './ci/gpg/rule';
import ciMakeDev from './ci/make-dev/rule';
import ciMakeGenerate from './ci/make-generate/rule';
import ciMakeName from './ci/make-name/rule';
import ciMakeTargets from './ci/make-targets/rule';
import ciNotifyGenerate from './ci/notify-generate/rule';
import ciNotifyIdentifier from './ci/notify-identifier/rule';
import ciNotifyInputs from './ci/notify-inputs/rule';
import ciNotifyMissing from './ci/notify-missing/rule';
import ciNotifyVersion from './ci/notify-version/rule';
import ciReleaseFetchDepth from './ci/release-fetch-depth/rule';
import ciReleasePermissions from './ci/release-permissions/rule';
import ciReleaseTrigger from './ci/release-trigger/rule';
import ciReleaseWorkflow from './ci/release-workflow/rule';
import ciRetiredAction from './ci/retired-action/rule';
import ciRetiredRunner from './ci/retired-runner/rule';
import ciRmDist from './ci/rm-dist/rule';
import ciSdcVersion from './ci/sdc-version/rule';
import ciSetOutput from './ci/set-output/rule';
import ciTests from './ci/tests/rule';
import componentArtifactDestroy from './component/artifact-destroy/rule';
import componentArtifactGeneratedData from './component/artifact-generated-data/rule';
import componentBasicRunner from './component/basic-runner/rule';
import componentConfigspec from './component/configspec/rule';
import componentCtxBackground from './component/ctx-background/rule';
import componentDsOutputDuration from './component/ds-output-duration/rule';
import componentDsOutputMap from './component/ds-output-map/rule';
import componentDsOutputUntagged from './component/ds-output-untagged/rule';
import componentDsOutputspec from './component/ds-outputspec/rule';
import componentErrorDropped from './component/error-dropped/rule';
import componentFmtPrint from './component/fmt-print/rule';
import componentInterface from './component/interface/rule';
import componentMultierrorDropped from './component/multierror-dropped/rule';
import componentMultierrorLost from './component/multierror-lost/rule';
import componentNameCollidesCore from './component/name-collides-core/rule';
import componentNameInvalid from './component/name-invalid/rule';
import componentNameRepeatsPlugin from './component/name-repeats-plugin/rule';
import componentPpForceWithoutKeep from './component/pp-force-without-keep/rule';
import componentPpKeepInput from './component/pp-keep-input/rule';
import componentPpNilArtifact from './component/pp-nil-artifact/rule';
import componentPrepareSideEffects from './component/prepare-side-effects/rule';
import componentProcessExit from './component/process-exit/rule';
import componentRequiredNotValidated from './component/required-not-validated/rule';
import componentReservedAttribute from './component/reserved-attribute/rule';
import componentRunIgnoresError from './component/run-ignores-error/rule';
import componentSpecNotSerializable from './component/spec-not-serializable/rule';
import componentStateAssertion from './component/state-assertion/rule';
import componentStepHaltNoError from './component/step-halt-no-error/rule';
import componentStepSleep from './component/step-sleep/rule';
import componentUiMessage from './component/ui-message/rule';
import componentUnregistered from './component/unregistered/rule';
import componentValueBeforeDecode from './component/value-before-decode/rule';
import configBoolTristate from './config/bool-tristate/rule';
import configEmbeddedNoSquash from './config/embedded-no-squash/rule';
import configExportedHelperField from './config/exported-helper-field/rule';
import configFieldComment from './config/field-comment/rule';
import configGenerateFailedType from './config/generate-failed-type/rule';
import configGenerateMissing from './config/generate-missing/rule';
import configGenerateRetired from './config/generate-retired/rule';
import configGenerateTypeUnknown from './config/generate-type-unknown/rule';
import configGroupedType from './config/grouped-type/rule';
import configHcl2specDrift from './config/hcl2spec-drift/rule';
import configHcl2specHandEdited from './config/hcl2spec-hand-edited/rule';
import configHcl2specMissing from './config/hcl2spec-missing/rule';
import configHcl2specNonpointer from './config/hcl2spec-nonpointer/rule';
import configHcl2specUnknownType from './config/hcl2spec-unknown-type/rule';
import configMapValue from './config/map-value/rule';
import configMapstructureDash from './config/mapstructure-dash/rule';
import configNestedNotGenerated from './config/nested-not-generated/rule';
import configSliceElem from './config/slice-elem/rule';
import configSquashPointer from './config/squash-pointer/rule';
import configTagMalformed from './config/tag-malformed/rule';
import docsAttributeUndocumented from './docs/attribute-undocumented/rule';
import docsAttributeUnknown from './docs/attribute-unknown/rule';
import docsBuilderIdLine from './docs/builder-id-line/rule';
import docsComponentPageMissing from './docs/component-page-missing/rule';
import docsDirMissing from './docs/dir-missing/rule';
import docsExampleAccessor from './docs/example-accessor/rule';
import docsExampleMissing from './docs/example-missing/rule';
import docsExampleUnknownType from './docs/example-unknown-type/rule';
import docsFrontMatterKeys from './docs/front-matter-keys/rule';
import docsFrontMatterMissing from './docs/front-matter-missing/rule';
import docsFrontMatterYaml from './docs/front-matter-yaml/rule';
import docsHeaderLayout from './docs/header-layout/rule';
import docsIncludeMissing from './docs/include-missing/rule';
import docsIncludeSyntax from './docs/include-syntax/rule';
import docsIndexMdx from './docs/index-mdx/rule';
import docsLegacyLink from './docs/legacy-link/rule';
import docsMarkdown from './docs/markdown/rule';
import docsNestedPage from './docs/nested-page/rule';
import docsPageName from './docs/page-name/rule';
import docsPageWithoutComponent from './docs/page-without-component/rule';
import docsPartialOrphan from './docs/partial-orphan/rule';
import docsPartialUnused from './docs/partial-unused/rule';
import docsPartialsDrift from './docs/partials-drift/rule';
import docsPlaceholder from './docs/placeholder/rule';
import docsReadmeMissing from './docs/readme-missing/rule';
import docsReadmeSections from './docs/readme-sections/rule';
import docsReadmeSource from './docs/readme-source/rule';
import docsTypeLine from './docs/type-line/rule';
import docsUnexpectedFile from './docs/unexpected-file/rule';
import docsVersionConstraint from './docs/version-constraint/rule';
import hcpFields from './hcp/fields/rule';
import hcpFlagWithoutImage from './hcp/flag-without-image/rule';
import hcpImageWithoutFlag from './hcp/image-without-flag/rule';
import hcpStateKey from './hcp/state-key/rule';
import licenseMetadataMismatch from './license/metadata-mismatch/rule';
import licenseMissing from './license/missing/rule';
import licenseNotMpl from './license/not-mpl/rule';
import licenseTemplateCopyright from './license/template-copyright/rule';
import mainDuplicateRegistration from './main/duplicate-registration/rule';
import mainDynamicRegistration from './main/dynamic-registration/rule';
import mainLegacyServer from './main/legacy-server/rule';
import mainNoComponent from './main/no-component/rule';
import mainNoSet from './main/no-set/rule';
import mainNoSetVersion from './main/no-set-version/rule';
import mainRunError from './main/run-error/rule';
import mainStdout from './main/stdout/rule';
import mainVersionBehindTag from './main/version-behind-tag/rule';
import mainVersionDeprecatedInit from './main/version-deprecated-init/rule';
import mainVersionFileDrift from './main/version-file-drift/rule';
import mainVersionNotSemver from './main/version-not-semver/rule';
import mainVersionPrerelease from './main/version-prerelease/rule';
import moduleCoreImport from './module/core-import/rule';
import moduleCtyReplaceMissing from './module/cty-replace-missing/rule';
import moduleCtyReplaceWrong from './module/cty-replace-wrong/rule';
import moduleCtyRuntimeCrash from './module/cty-runtime-crash/rule';
import moduleGoDirective from './module/go-directive/rule';
import moduleGoVersionFile from './module/go-version-file/rule';
import moduleMissing from './module/missing/rule';
import modulePathLocal from './module/path-local/rule';
import modulePathNotRepo from './module/path-not-repo/rule';
import moduleReplaceLocal from './module/replace-local/rule';
import moduleSdkMissing from './module/sdk-missing/rule';
import moduleSdkReplaced from './module/sdk-replaced/rule';
import moduleSdkRetracted from './module/sdk-retracted/rule';
import moduleSdkTooOld from './module/sdk-too-old/rule';
import moduleSumMissing from './module/sum-missing/rule';
import readinessBaselineInvalid from './readiness/baseline-invalid/rule';
import readinessConfigInvalid from './readiness/config-invalid/rule';
import readinessSuppressionReason from './readiness/suppression-reason/rule';
import readinessSuppressionUnused from './readiness/suppression-unused/rule';
import releaseApiVersion from './release/api-version/rule';
import releaseArchiveFormat from './release/archive-format/rule';
import releaseArchiveName from './release/archive-name/rule';
import releaseArchiveWrap from './release/archive-wrap/rule';
import releaseBinaryName from './release/binary-name/rule';
import releaseBrokenConfig from './release/broken-config/rule';
import releaseCgo from './release/cgo/rule';
import releaseChecksumAlgorithm from './release/checksum-algorithm/rule';
import releaseChecksumName from './release/checksum-name/rule';
import releaseConfigMissing from './release/config-missing/rule';
import releaseConfigVersion from './release/config-version/rule';
import releaseDeprecatedOption from './release/deprecated-option/rule';
import releaseDocsZip from './release/docs-zip/rule';
import releaseDraft from './release/draft/rule';
import releaseDuplicateTarget from './release/duplicate-target/rule';
import releaseForeignArtifacts from './release/foreign-artifacts/rule';
import releaseLdflagsMissing from './release/ldflags-missing/rule';
import releaseLdflagsTarget from './release/ldflags-target/rule';
import releasePluginCheck from './release/plugin-check/rule';
import releasePrereleaseTag from './release/prerelease-tag/rule';
import releaseProjectName from './release/project-name/rule';
import releaseRemovedOption from './release/removed-option/rule';
import releaseSigns from './release/signs/rule';
import releaseTargets from './release/targets/rule';
import releaseTrimpath from './release/trimpath/rule';
import repoBinaryCommitted from './repo/binary-committed/rule';
import repoCheckoutDirName from './repo/checkout-dir-name/rule';
import repoExampleMissing from './repo/example-missing/rule';
import repoExampleSource from './repo/example-source/rule';
import repoExampleUnknownType from './repo/example-unknown-type/rule';
import repoGeneratedIgnored from './repo/generated-ignored/rule';
import repoMainNotRoot from './repo/main-not-root/rule';
import repoName from './repo/name/rule';
import repoPluginNameChars from './repo/plugin-name-chars/rule';
import repoPluginNameOfficial from './repo/plugin-name-official/rule';
import repoReadme from './repo/readme/rule';
import repoScaffoldingLeftover from './repo/scaffolding-leftover/rule';
import repoTagFormat from './repo/tag-format/rule';
import securityActionsUnpinned from './security/actions-unpinned/rule';
import securitySecretLiteral from './security/secret-literal/rule';
import securitySecretNotFiltered from './security/secret-not-filtered/rule';
import securityWeakRandom from './security/weak-random/rule';
import securityWorkflowSecrets from './security/workflow-secrets/rule';
import supportCodeowners from './support/codeowners/rule';
import supportContact from './support/contact/rule';
import supportDependabot from './support/dependabot/rule';
import supportIssueTemplates from './support/issue-templates/rule';
import syntaxGo from './syntax/go/rule';
import syntaxGomod from './syntax/gomod/rule';
import syntaxYaml from './syntax/yaml/rule';
import webdocsComponentReadmeMissing from './webdocs/component-readme-missing/rule';
import webdocsComponentSlug from './webdocs/component-slug/rule';
import webdocsComponentType from './webdocs/component-type/rule';
import webdocsComponentUnlisted from './webdocs/component-unlisted/rule';
import webdocsComponentUnregistered from './webdocs/component-unregistered/rule';
import webdocsDrift from './webdocs/drift/rule';
import webdocsFlagArchived from './webdocs/flag-archived/rule';
import webdocsFlags from './webdocs/flags/rule';
import webdocsIdentifier from './webdocs/identifier/rule';
import webdocsLeftover from './webdocs/leftover/rule';
import webdocsMetadataMissing from './webdocs/metadata-missing/rule';
import webdocsMetadataSchema from './webdocs/metadata-schema/rule';
import webdocsMetadataSyntax from './webdocs/metadata-syntax/rule';
import webdocsMetadataUnknownKey from './webdocs/metadata-unknown-key/rule';
import webdocsMissing from './webdocs/missing/rule';
import webdocsOrgArgument from './webdocs/org-argument/rule';
import webdocsReadmeLocation from './webdocs/readme-location/rule';
import webdocsScriptExec from './webdocs/script-exec/rule';
import webdocsScriptMissing from './webdocs/script-missing/rule';
import webdocsStaleOutput from './webdocs/stale-output/rule';
import webdocsTextQuality from './webdocs/text-quality/rule';

/** Every rule, by its id. */
export const rules = {
	'acctest/check-exit-code': acctestCheckExitCode,
	'acctest/fatal-in-check': acctestFatalInCheck,
	'acctest/fixture-missing': acctestFixtureMissing,
	'acctest/fixture-type': acctestFixtureType,
	'acctest/legacy': acctestLegacy,
	'acctest/missing': acctestMissing,
	'acctest/name': acctestName,
	'acctest/no-check': acctestNoCheck,
	'ci/docs-check': ciDocsCheck,
	'ci/go-version-file': ciGoVersionFile,
	'ci/gpg': ciGpg,
	'ci/make-dev': ciMakeDev,
	'ci/make-generate': ciMakeGenerate,
	'ci/make-name': ciMakeName,
	'ci/make-targets': ciMakeTargets,
	'ci/notify-generate': ciNotifyGenerate,
	'ci/notify-identifier': ciNotifyIdentifier,
	'ci/notify-inputs': ciNotifyInputs,
	'ci/notify-missing': ciNotifyMissing,
	'ci/notify-version': ciNotifyVersion,
	'ci/release-fetch-depth': ciReleaseFetchDepth,
	'ci/release-permissions': ciReleasePermissions,
	'ci/release-trigger': ciReleaseTrigger,
	'ci/release-workflow': ciReleaseWorkflow,
	'ci/retired-action': ciRetiredAction,
	'ci/retired-runner': ciRetiredRunner,
	'ci/rm-dist': ciRmDist,
	'ci/sdc-version': ciSdcVersion,
	'ci/set-output': ciSetOutput,
	'ci/tests': ciTests,
	'component/artifact-destroy': componentArtifactDestroy,
	'component/artifact-generated-data': componentArtifactGeneratedData,
	'component/basic-runner': componentBasicRunner,
	'component/configspec': componentConfigspec,
	'component/ctx-background': componentCtxBackground,
	'component/ds-output-duration': componentDsOutputDuration,
	'component/ds-output-map': componentDsOutputMap,
	'component/ds-output-untagged': componentDsOutputUntagged,
	'component/ds-outputspec': componentDsOutputspec,
	'component/error-dropped': componentErrorDropped,
	'component/fmt-print': componentFmtPrint,
	'component/interface': componentInterface,
	'component/multierror-dropped': componentMultierrorDropped,
	'component/multierror-lost': componentMultierrorLost,
	'component/name-collides-core': componentNameCollidesCore,
	'component/name-invalid': componentNameInvalid,
	'component/name-repeats-plugin': componentNameRepeatsPlugin,
	'component/pp-force-without-keep': componentPpForceWithoutKeep,
	'component/pp-keep-input': componentPpKeepInput,
	'component/pp-nil-artifact': componentPpNilArtifact,
	'component/prepare-side-effects': componentPrepareSideEffects,
	'component/process-exit': componentProcessExit,
	'component/required-not-validated': componentRequiredNotValidated,
	'component/reserved-attribute': componentReservedAttribute,
	'component/run-ignores-error': componentRunIgnoresError,
	'component/spec-not-serializable': componentSpecNotSerializable,
	'component/state-assertion': componentStateAssertion,
	'component/step-halt-no-error': componentStepHaltNoError,
	'component/step-sleep': componentStepSleep,
	'component/ui-message': componentUiMessage,
	'component/unregistered': componentUnregistered,
	'component/value-before-decode': componentValueBeforeDecode,
	'config/bool-tristate': configBoolTristate,
	'config/embedded-no-squash': configEmbeddedNoSquash,
	'config/exported-helper-field': configExportedHelperField,
	'config/field-comment': configFieldComment,
	'config/generate-failed-type': configGenerateFailedType,
	'config/generate-missing': configGenerateMissing,
	'config/generate-retired': configGenerateRetired,
	'config/generate-type-unknown': configGenerateTypeUnknown,
	'config/grouped-type': configGroupedType,
	'config/hcl2spec-drift': configHcl2specDrift,
	'config/hcl2spec-hand-edited': configHcl2specHandEdited,
	'config/hcl2spec-missing': configHcl2specMissing,
	'config/hcl2spec-nonpointer': configHcl2specNonpointer,
	'config/hcl2spec-unknown-type': configHcl2specUnknownType,
	'config/map-value': configMapValue,
	'config/mapstructure-dash': configMapstructureDash,
	'config/nested-not-generated': configNestedNotGenerated,
	'config/slice-elem': configSliceElem,
	'config/squash-pointer': configSquashPointer,
	'config/tag-malformed': configTagMalformed,
	'docs/attribute-undocumented': docsAttributeUndocumented,
	'docs/attribute-unknown': docsAttributeUnknown,
	'docs/builder-id-line': docsBuilderIdLine,
	'docs/component-page-missing': docsComponentPageMissing,
	'docs/dir-missing': docsDirMissing,
	'docs/example-accessor': docsExampleAccessor,
	'docs/example-missing': docsExampleMissing,
	'docs/example-unknown-type': docsExampleUnknownType,
	'docs/front-matter-keys': docsFrontMatterKeys,
	'docs/front-matter-missing': docsFrontMatterMissing,
	'docs/front-matter-yaml': docsFrontMatterYaml,
	'docs/header-layout': docsHeaderLayout,
	'docs/include-missing': docsIncludeMissing,
	'docs/include-syntax': docsIncludeSyntax,
	'docs/index-mdx': docsIndexMdx,
	'docs/legacy-link': docsLegacyLink,
	'docs/markdown': docsMarkdown,
	'docs/nested-page': docsNestedPage,
	'docs/page-name': docsPageName,
	'docs/page-without-component': docsPageWithoutComponent,
	'docs/partial-orphan': docsPartialOrphan,
	'docs/partial-unused': docsPartialUnused,
	'docs/partials-drift': docsPartialsDrift,
	'docs/placeholder': docsPlaceholder,
	'docs/readme-missing': docsReadmeMissing,
	'docs/readme-sections': docsReadmeSections,
	'docs/readme-source': docsReadmeSource,
	'docs/type-line': docsTypeLine,
	'docs/unexpected-file': docsUnexpectedFile,
	'docs/version-constraint': docsVersionConstraint,
	'hcp/fields': hcpFields,
	'hcp/flag-without-image': hcpFlagWithoutImage,
	'hcp/image-without-flag': hcpImageWithoutFlag,
	'hcp/state-key': hcpStateKey,
	'license/metadata-mismatch': licenseMetadataMismatch,
	'license/missing': licenseMissing,
	'license/not-mpl': licenseNotMpl,
	'license/template-copyright': licenseTemplateCopyright,
	'main/duplicate-registration': mainDuplicateRegistration,
	'main/dynamic-registration': mainDynamicRegistration,
	'main/legacy-server': mainLegacyServer,
	'main/no-component': mainNoComponent,
	'main/no-set': mainNoSet,
	'main/no-set-version': mainNoSetVersion,
	'main/run-error': mainRunError,
	'main/stdout': mainStdout,
	'main/version-behind-tag': mainVersionBehindTag,
	'main/version-deprecated-init': mainVersionDeprecatedInit,
	'main/version-file-drift': mainVersionFileDrift,
	'main/version-not-semver': mainVersionNotSemver,
	'main/version-prerelease': mainVersionPrerelease,
	'module/core-import': moduleCoreImport,
	'module/cty-replace-missing': moduleCtyReplaceMissing,
	'module/cty-replace-wrong': moduleCtyReplaceWrong,
	'module/cty-runtime-crash': moduleCtyRuntimeCrash,
	'module/go-directive': moduleGoDirective,
	'module/go-version-file': moduleGoVersionFile,
	'module/missing': moduleMissing,
	'module/path-local': modulePathLocal,
	'module/path-not-repo': modulePathNotRepo,
	'module/replace-local': moduleReplaceLocal,
	'module/sdk-missing': moduleSdkMissing,
	'module/sdk-replaced': moduleSdkReplaced,
	'module/sdk-retracted': moduleSdkRetracted,
	'module/sdk-too-old': moduleSdkTooOld,
	'module/sum-missing': moduleSumMissing,
	'readiness/baseline-invalid': readinessBaselineInvalid,
	'readiness/config-invalid': readinessConfigInvalid,
	'readiness/suppression-reason': readinessSuppressionReason,
	'readiness/suppression-unused': readinessSuppressionUnused,
	'release/api-version': releaseApiVersion,
	'release/archive-format': releaseArchiveFormat,
	'release/archive-name': releaseArchiveName,
	'release/archive-wrap': releaseArchiveWrap,
	'release/binary-name': releaseBinaryName,
	'release/broken-config': releaseBrokenConfig,
	'release/cgo': releaseCgo,
	'release/checksum-algorithm': releaseChecksumAlgorithm,
	'release/checksum-name': releaseChecksumName,
	'release/config-missing': releaseConfigMissing,
	'release/config-version': releaseConfigVersion,
	'release/deprecated-option': releaseDeprecatedOption,
	'release/docs-zip': releaseDocsZip,
	'release/draft': releaseDraft,
	'release/duplicate-target': releaseDuplicateTarget,
	'release/foreign-artifacts': releaseForeignArtifacts,
	'release/ldflags-missing': releaseLdflagsMissing,
	'release/ldflags-target': releaseLdflagsTarget,
	'release/plugin-check': releasePluginCheck,
	'release/prerelease-tag': releasePrereleaseTag,
	'release/project-name': releaseProjectName,
	'release/removed-option': releaseRemovedOption,
	'release/signs': releaseSigns,
	'release/targets': releaseTargets,
	'release/trimpath': releaseTrimpath,
	'repo/binary-committed': repoBinaryCommitted,
	'repo/checkout-dir-name': repoCheckoutDirName,
	'repo/example-missing': repoExampleMissing,
	'repo/example-source': repoExampleSource,
	'repo/example-unknown-type': repoExampleUnknownType,
	'repo/generated-ignored': repoGeneratedIgnored,
	'repo/main-not-root': repoMainNotRoot,
	'repo/name': repoName,
	'repo/plugin-name-chars': repoPluginNameChars,
	'repo/plugin-name-official': repoPluginNameOfficial,
	'repo/readme': repoReadme,
	'repo/scaffolding-leftover': repoScaffoldingLeftover,
	'repo/tag-format': repoTagFormat,
	'security/actions-unpinned': securityActionsUnpinned,
	'security/secret-literal': securitySecretLiteral,
	'security/secret-not-filtered': securitySecretNotFiltered,
	'security/weak-random': securityWeakRandom,
	'security/workflow-secrets': securityWorkflowSecrets,
	'support/codeowners': supportCodeowners,
	'support/contact': supportContact,
	'support/dependabot': supportDependabot,
	'support/issue-templates': supportIssueTemplates,
	'syntax/go': syntaxGo,
	'syntax/gomod': syntaxGomod,
	'syntax/yaml': syntaxYaml,
	'webdocs/component-readme-missing': webdocsComponentReadmeMissing,
	'webdocs/component-slug': webdocsComponentSlug,
	'webdocs/component-type': webdocsComponentType,
	'webdocs/component-unlisted': webdocsComponentUnlisted,
	'webdocs/component-unregistered': webdocsComponentUnregistered,
	'webdocs/drift': webdocsDrift,
	'webdocs/flag-archived': webdocsFlagArchived,
	'webdocs/flags': webdocsFlags,
	'webdocs/identifier': webdocsIdentifier,
	'webdocs/leftover': webdocsLeftover,
	'webdocs/metadata-missing': webdocsMetadataMissing,
	'webdocs/metadata-schema': webdocsMetadataSchema,
	'webdocs/metadata-syntax': webdocsMetadataSyntax,
	'webdocs/metadata-unknown-key': webdocsMetadataUnknownKey,
	'webdocs/missing': webdocsMissing,
	'webdocs/org-argument': webdocsOrgArgument,
	'webdocs/readme-location': webdocsReadmeLocation,
	'webdocs/script-exec': webdocsScriptExec,
	'webdocs/script-missing': webdocsScriptMissing,
	'webdocs/stale-output': webdocsStaleOutput,
	'webdocs/text-quality': webdocsTextQuality,
};
