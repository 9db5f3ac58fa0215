/** The colors and fonts of the editor, laid out like the portal: the pages at the side, above where there is little room. */
export const style = `
body { margin: 0; padding: 0 1.5rem 3rem; line-height: 1.55; color: var(--vscode-foreground); background: var(--vscode-editor-background); font: var(--vscode-font-size)/1.55 var(--vscode-font-family); }
main { max-width: 68rem; margin: 0 auto; }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
code, pre { font-family: var(--vscode-editor-font-family); font-size: 0.93em; }
pre { background: var(--vscode-textCodeBlock-background); border: 1px solid var(--line); border-radius: 4px; padding: 0.8em 1em; overflow-x: auto; }
pre code { color: var(--vscode-editor-foreground); background: none; padding: 0; }
:not(pre) > code { color: inherit; background: var(--vscode-textCodeBlock-background); border-radius: 3px; padding: 0.1em 0.3em; overflow-wrap: anywhere; }
body { --line: var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); --muted: var(--vscode-descriptionForeground); --error: var(--vscode-errorForeground); --warning: var(--vscode-editorWarning-foreground); }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header { padding: 1.6rem 0 1.2rem; border-bottom: 1px solid var(--line); }
header h1 { font-size: 1.9em; font-weight: 600; line-height: 1.2; margin: 0.1em 0 0.3em; }
.address, .muted { color: var(--muted); }
.address { font-size: 0.92em; overflow-wrap: anywhere; }
.lead { font-size: 1.05em; margin: 0.4em 0 0; }
.badges { display: flex; flex-wrap: wrap; gap: 0.5em; margin: 0.6em 0; padding: 0; list-style: none; }
.badges li { border: 1px solid var(--vscode-badge-background); border-radius: 1em; padding: 0 0.75em; font-size: 0.9em; }
.badges .tier { color: var(--vscode-badge-foreground); background: var(--vscode-badge-background); }
.badges .unknown { border-color: var(--error); color: var(--error); }
.install { display: grid; grid-template-columns: 1fr auto; align-items: start; margin-top: 1rem; max-width: 40rem; }
.install h2 { font-size: 1em; font-weight: 600; margin: 0; align-self: center; }
.install pre { grid-column: 1 / -1; margin: 0.4em 0 0; }
button { font: inherit; border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; padding: 0.1em 0.8em; cursor: pointer; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
.notice { border: 1px solid var(--line); border-left: 4px solid var(--warning); background: var(--vscode-textBlockQuote-background); padding: 0.7em 1em; margin: 1rem 0 0; border-radius: 3px; }
.notice h2 { font-size: 1.05em; margin: 0; font-weight: 600; }
.notice p, .notice ul { margin: 0.3em 0 0; }
.notice ul { padding-left: 1.4em; }
.rejected { border-left-color: var(--error); }
.rejected h2 { color: var(--error); }
details.notice summary { cursor: pointer; font-weight: 600; }
#ui-pages { display: grid; grid-template-columns: minmax(11rem, 15rem) minmax(0, 1fr); gap: 0 2rem; margin-top: 1.2rem; }
#ui-pages.alone { grid-template-columns: minmax(0, 1fr); }
[role='tablist'] { position: sticky; top: 0.8rem; align-self: start; max-height: calc(100vh - 1.6rem); overflow-y: auto; }
.group { color: var(--muted); font-size: 0.85em; font-weight: 600; margin: 1rem 0 0.2rem 0.7rem; }
[role='tab'] { display: block; width: 100%; text-align: left; border: 0; border-left: 2px solid transparent; border-radius: 0; background: none; color: var(--vscode-foreground); padding: 0.25em 0.7em; }
[role='tab']:hover { background: var(--vscode-list-hoverBackground); }
[role='tab'][aria-selected='true'] { border-left-color: var(--vscode-textLink-foreground); background: var(--vscode-list-inactiveSelectionBackground); font-weight: 600; }
[role='tab']:focus-visible { outline-offset: -1px; }
.vscode-high-contrast [role='tab'][aria-selected='true'] { outline: 1px solid var(--vscode-contrastActiveBorder); outline-offset: -1px; }
.mark { font-size: 0.85em; font-weight: 400; color: var(--muted); display: block; }
.mark::before { content: '● ' / ''; color: var(--warning); }
.bar { display: flex; flex-wrap: wrap; gap: 0.3em 1.5em; align-items: center; justify-content: space-between; color: var(--muted); font-size: 0.92em; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: 1em; }
label { color: var(--vscode-foreground); cursor: pointer; }
input[type='radio'] { accent-color: var(--vscode-button-background); margin: 0 0.3em 0 0; vertical-align: -0.1em; }
input:disabled + span { color: var(--vscode-disabledForeground); }
article { overflow-wrap: break-word; }
article h1 { font-size: 1.6em; } article h2 { font-size: 1.35em; border-bottom: 1px solid var(--line); padding-bottom: 0.2em; } article h3 { font-size: 1.15em; } article h4, article h5, article h6 { font-size: 1em; }
article :is(h1, h2, h3, h4, h5, h6) { font-weight: 600; line-height: 1.3; margin: 1.4em 0 0.5em; scroll-margin-top: 1rem; }
article li { margin: 0.25em 0; }
article table { border-collapse: collapse; display: block; overflow-x: auto; }
article :is(th, td) { border: 1px solid var(--line); padding: 0.3em 0.7em; text-align: left; }
article blockquote { margin: 1em 0; padding: 0.1em 1em; border-left: 4px solid var(--vscode-textBlockQuote-border); background: var(--vscode-textBlockQuote-background); }
article hr { border: 0; border-top: 1px solid var(--line); }
.callout { border-left: 4px solid var(--vscode-editorInfo-foreground); background: var(--vscode-textBlockQuote-background); padding: 0.6em 1em; border-radius: 3px; }
.callout.caution { border-left-color: var(--warning); }
.callout.danger { border-left-color: var(--error); }
.callout.success { border-left-color: var(--vscode-testing-iconPassed); }
.dead { text-decoration: underline wavy var(--error); text-underline-offset: 3px; scroll-margin-top: 3rem; }
.dead .why { color: var(--error); font-size: 0.85em; display: inline-block; text-decoration: none; margin-left: 0.3em; }
.picture, .html { border: 1px dashed var(--muted); border-radius: 3px; padding: 0.1em 0.4em; color: var(--muted); }
pre.html { padding: 0.4em 0.8em; }
.what { font-weight: 600; }
.added, .removed { border-left: 4px solid; padding-left: 0.8em; margin-left: -0.8em; }
li.added, li.removed { margin-left: 0; padding-left: 0.4em; }
.added { border-color: var(--vscode-diffEditorOverview-insertedForeground, var(--vscode-gitDecoration-addedResourceForeground, currentColor)); background: var(--vscode-diffEditor-insertedTextBackground); }
.removed { border-color: var(--vscode-diffEditorOverview-removedForeground, var(--vscode-gitDecoration-deletedResourceForeground, currentColor)); background: var(--vscode-diffEditor-removedTextBackground); }
.vscode-high-contrast .added { outline: 1px dashed var(--vscode-diffEditor-insertedTextBorder); }
.vscode-high-contrast .removed { outline: 1px dashed var(--vscode-diffEditor-removedTextBorder); }
.nothing { color: var(--muted); border: 1px dashed var(--line); border-radius: 4px; padding: 2rem; text-align: center; margin: 1.5rem 0; }
@media (max-width: 42rem) {
	#ui-pages { display: block; }
	[role='tablist'] { position: static; max-height: none; display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line); margin-bottom: 0.8rem; }
	.group { display: none; }
	[role='tab'] { width: auto; border-left: 0; border-bottom: 2px solid transparent; }
	[role='tab'][aria-selected='true'] { border-bottom-color: var(--vscode-textLink-foreground); }
	.mark { display: inline; margin-left: 0.4em; }
}
`;
