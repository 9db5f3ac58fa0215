import type { Fact } from '../core/database';
import { exists, filesIn, text } from '../core/files';
import { workflows } from './workflows';

/** What a CI other than GitHub Actions does, and other programs that run tasks: files at the root of a repository. */
const others =
	/^(?:\.gitlab-ci\.yml|\.travis\.ya?ml|\.cirrus\.(?:yml|star)|\.drone\.(?:yml|star|jsonnet)|\.woodpecker\.ya?ml|\.?appveyor\.yml|azure-pipelines\.ya?ml|bitbucket-pipelines\.yml|[\w.-]*Jenkinsfile[\w.-]*|cloudbuild\.ya?ml|Taskfile\.ya?ml|\.?justfile|magefile\.go|Earthfile|\.releaserc(?:\.\w+)?|package\.json)$/i;

/** The folders in which they stand otherwise. */
const folders = ['.circleci', '.buildkite', '.semaphore', '.teamcity', '.woodpecker', '.tekton', '.azure', '.azure-pipelines', 'jenkins', 'ci', '.ci'];

/** Whether a CI other than GitHub Actions, or a task that it may run, mentions a release. */
export const elsewhere: Fact<boolean> = read => read(mentionsElsewhere, 'goreleaser|releas|publish');

/** Whether a CI other than GitHub Actions, or a task that it may run, runs tests or generates files. */
export const checkedElsewhere: Fact<boolean> = read => read(mentionsElsewhere, 'go test|gotestsum|make|generate');

/** Whether the integrations portal may be notified by a CI other than GitHub Actions, or by a workflow of another repository. */
export const isNotifiedElsewhere: Fact<boolean> = read =>
	read(mentionsElsewhere, 'integration-release') ||
	read(workflows).some(({ jobs }) => jobs.some(({ uses }) => uses !== undefined && !uses.text.startsWith('./') && !/integration|notify/i.test(uses.text)));

/** Whether a file of another CI, or a task that it may run, has a pattern in it. */
const mentionsElsewhere: Fact<boolean, string> = (read, pattern) => {
	// A module of Dagger is code that stands elsewhere.
	if (read(exists, 'dagger.json')) return true;
	const paths = [...read(filesIn, '').filter(name => others.test(name)), ...folders.flatMap(dir => read(filesIn, dir).map(name => `${dir}/${name}`))];
	return paths.some(path => new RegExp(pattern, 'i').test(read(text, path) ?? ''));
};
