import type { Fact } from '../core/database';
import { filesIn, text } from '../core/files';

/** Whether a CI other than GitHub Actions mentions a release. */
export const elsewhere: Fact<boolean> = read => {
	const root = read(filesIn, '').filter(name =>
		/^(?:\.gitlab-ci\.yml|\.travis\.yml|\.cirrus\.yml|\.drone\.yml|\.woodpecker\.yml|azure-pipelines\.yml|Jenkinsfile|cloudbuild\.yaml)$/.test(name),
	);
	const paths = [...root, '.circleci/config.yml', '.buildkite/pipeline.yml'];
	return paths.some(path => /goreleaser|gh release|release/i.test(read(text, path) ?? ''));
};
