/** Every name that the manifest declares and the code uses. A test compares them, so that neither can name what the other lacks. */

export const extensionName = 'Packer Plugin Readiness';

export const command = {
	check: 'packerReadiness.check',
	openChecklist: 'packerReadiness.openChecklist',
	draftReviewEmail: 'packerReadiness.draftReviewEmail',
	draftDocsPullRequest: 'packerReadiness.draftDocsPullRequest',
	draftIntegrationRequest: 'packerReadiness.draftIntegrationRequest',
	newPlugin: 'packerReadiness.newPlugin',
	addComponent: 'packerReadiness.addComponent',
	addWorkflow: 'packerReadiness.addWorkflow',
	generate: 'packerReadiness.generate',
	previewRelease: 'packerReadiness.previewRelease',
	previewIntegration: 'packerReadiness.previewIntegration',
	previewTag: 'packerReadiness.previewTag',
	readPublished: 'packerReadiness.readPublished',
	runAcceptanceTests: 'packerReadiness.runAcceptanceTests',
	explainRule: 'packerReadiness.explainRule',
	exportReport: 'packerReadiness.exportReport',
	fixAll: 'packerReadiness.fixAll',
	restartServer: 'packerReadiness.restartServer',
	showOutput: 'packerReadiness.showOutput',
	markNotNeeded: 'packerReadiness.markNotNeeded',
	markOpen: 'packerReadiness.markOpen',
	openItemLink: 'packerReadiness.openItemLink',
	recordReviewRound: 'packerReadiness.recordReviewRound',
	openFinding: 'packerReadiness.openFinding',
	suppress: 'packerReadiness.suppress',
	previewFix: 'packerReadiness.previewFix',
	openDraftInMail: 'packerReadiness.openDraftInMail',
	openDraftOnGitHub: 'packerReadiness.openDraftOnGitHub',
	saveDraftMessage: 'packerReadiness.saveDraftMessage',
	copyDraft: 'packerReadiness.copyDraft',
	draftAgain: 'packerReadiness.draftAgain',
	nextTodo: 'packerReadiness.nextTodo',
	previousTodo: 'packerReadiness.previousTodo',
	showDraftNotices: 'packerReadiness.showDraftNotices',
	showErrors: 'packerReadiness.showErrors',
	showEverything: 'packerReadiness.showEverything',
	showSuppressed: 'packerReadiness.showSuppressed',
	hideSuppressed: 'packerReadiness.hideSuppressed',
	showThisFile: 'packerReadiness.showThisFile',
	showAllFiles: 'packerReadiness.showAllFiles',
	doNext: 'packerReadiness.doNext',
	editReviewPoint: 'packerReadiness.editReviewPoint',
	removeReviewPoint: 'packerReadiness.removeReviewPoint',
} as const;

export const view = { checklist: 'packerReadiness.checklist' } as const;

/** `starting`, `ready` (at least one plugin), `none` (no plugin here) or `failed` (the server has stopped for good). */
export const contextKey = {
	state: 'packerReadiness.state',
	errorsOnly: 'packerReadiness.errorsOnly',
	fileOnly: 'packerReadiness.fileOnly',
	suppressed: 'packerReadiness.suppressed',
} as const;
export type State = 'starting' | 'ready' | 'none' | 'failed';

/** The section of the settings, and those that the client itself reads. */
export const settings = { section: 'packerReadiness', timeout: 'acceptanceTests.timeout', environment: 'acceptanceTests.environment' } as const;

/** The schemes of documents that show a rule's page, a preview or a draft, and of the findings in the checklist. */
export const scheme = {
	page: 'packer-readiness-rule',
	generated: 'packer-readiness-generated',
	nothing: 'packer-readiness-nothing',
	draft: 'packer-readiness-draft',
	finding: 'packer-readiness-finding',
} as const;
