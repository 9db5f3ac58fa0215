import { get, items } from '../../syntax/yaml/lookup';
import { textOfKnown } from '../ci/environment';
import type { Fact, Read } from '../core/database';
import { exists, filesIn, filesUnder, isDirectory, text } from '../core/files';
import { goSources } from '../go/sources';
import { root } from './config';
import { fromWorkflow, generalFields, sampleVersion } from './environment';
import type { Major } from './goreleaser/options';
import { major } from './goreleaser/runs';
import { matching } from './plan/glob';
import type { Conditions } from './plan/making';
import { project } from './project';

/** What a release of a version is made of besides its config. Where it is not known which GoReleaser runs, what GoReleaser 2 does is asked. */
export function conditionsOf(read: Read, version = sampleVersion, evaluated: Major = read(major) ?? 2): Conditions {
	const hooks = items(get(read(root)?.value, 'before', 'hooks')).length > 0;
	return {
		major: evaluated,
		project: read(project)?.name,
		fields: generalFields(read, version),
		env: name => (ofRunner.test(name) ? undefined : textOfKnown(read(fromWorkflow, name).known)),
		// Hooks may write it; and without any Go file there is nothing to say of one.
		main: path => (read(mainIn, path) !== true && (hooks || read(goSources).length === 0) ? undefined : read(mainIn, path)),
		hooks,
		glob: pattern => matching(read(filesUnder, ''), pattern),
	};
}

/** The variables that a step has without being given them. */
const ofRunner = /^(?:GITHUB_|RUNNER_|ACTIONS_|CI$|HOME$|PATH$|USER$|PWD$|SHELL$|LANG$|HOSTNAME$|GOROOT|GOPATH$)/;

/** Whether a directory or file has a `func main`, for which GoReleaser looks before it builds (internal/builders/golang). */
const mainIn: Fact<boolean | 'absent', string> = (read, path) => {
	if (path.endsWith('.go')) return read(exists, path) ? read(hasMain, path) : 'absent';
	if (path !== '' && !read(isDirectory, path)) return 'absent';
	return read(filesIn, path).some(name => name.endsWith('.go') && read(hasMain, path === '' ? name : `${path}/${name}`));
};

/** Whether a Go file has a `func main`; one that could not be read may have one. */
const hasMain: Fact<boolean, string> = (read, path) => {
	const source = read(text, path);
	return source === undefined || /^func[ \t]+main[ \t]*\(/m.test(source);
};
