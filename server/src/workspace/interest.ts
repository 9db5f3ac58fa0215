/** Folders without files that the plugin's authors wrote. */
const skippedFolders = new Set(['.git', '.hg', '.svn', 'node_modules', 'vendor', 'dist', '.docs', '.terraform', '.idea', '.vscode', '.cache']);

/** Whether the files of a folder are read. */
export const looksInto = (name: string): boolean => !skippedFolders.has(name);

const texts = /\.(?:go|mod|hcl|json|ya?ml|mdx?|markdown|sh|mk)$/i;
/** Scripts that may run acceptance tests, and files from which templates are made. */
const tests = /\.(?:bash|zsh|bats|ps1|bat|cmd|py|rb|just|tpl|tmpl|pkrtpl)$|^(?:jenkinsfile|justfile|earthfile|rakefile)$/i;
const named = /^(?:(?:gnu)?makefile(?:\..*)?|licen[sc]e.*|copying.*|codeowners|version|\.gitignore|\.go-version|notice.*)$/i;

/** Whether a fact may ask for the text of a file. Of other files only the existence is known. */
export const isOfInterest = (name: string): boolean => texts.test(name) || named.test(name) || tests.test(name);

/** Whether a generator may ask for the text of a file: generated files do not depend on tests and workflows. */
export const isOfGenerators = (name: string): boolean => (texts.test(name) || named.test(name)) && !/_test\.go$|\.ya?ml$/i.test(name);

/** The largest file that is read, in bytes; larger ones count as unreadable. */
export const largestFile = 16 * 1024 * 1024;
