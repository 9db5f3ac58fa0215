import { escaped } from './markdown';

/** A page of the site: its title, its content in HTML, the way from it to the root (`../`), and the scripts that it loads. */
export interface Page {
	readonly title: string;
	readonly content: string;
	readonly root: string;
	readonly scripts?: readonly string[];
}

/** A whole page. It loads nothing from elsewhere, and runs no script but the site's own. */
export const framed = ({ title, content, root, scripts = [] }: Page): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${root}style.css" />
${scripts.map(script => `<script defer="defer" src="${root}${script}"></script>\n`).join('')}</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header><nav><a href="${root}index.html">Packer Plugin Readiness</a> <a href="${root}recipes.html">Recipes</a></nav></header>
<main id="content">
${content}
</main>
</body>
</html>
`;
