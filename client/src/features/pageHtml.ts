/** The colors and fonts of the editor; added and removed lines as its diffs have them. */
const style = `
body { max-width: 52rem; padding: 0 1.5rem 2rem; line-height: 1.5; }
h1 { font-size: 1.6em; font-weight: 600; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); padding-bottom: 0.3em; }
h2 { font-size: 1.2em; font-weight: 600; margin-top: 1.6em; }
code { font-family: var(--vscode-editor-font-family); font-size: 0.95em; }
pre { background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); padding: 0.8em; overflow-x: auto; }
pre code { color: var(--vscode-editor-foreground); background: none; padding: 0; }
.hljs-addition, .hljs-deletion { display: inline-block; min-width: 100%; }
.hljs-addition { background: var(--vscode-diffEditor-insertedLineBackground, var(--vscode-diffEditor-insertedTextBackground)); }
.hljs-deletion { background: var(--vscode-diffEditor-removedLineBackground, var(--vscode-diffEditor-removedTextBackground)); }
.vscode-high-contrast .hljs-addition { outline: 1px dashed var(--vscode-diffEditor-insertedTextBorder); }
.vscode-high-contrast .hljs-deletion { outline: 1px dashed var(--vscode-diffEditor-removedTextBorder); }
summary { cursor: pointer; font-weight: 600; margin: 1em 0; }
summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); }
`;

/** The document that a tab shows of a rule's page, rendered. It runs no script, and loads nothing. */
export function pageHtml(rule: string, body: string): string {
	const policy = `default-src 'none'; style-src 'unsafe-inline';`;
	return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${rule}</title><style>${style}</style></head>
<body>${body}</body>
</html>`;
}
