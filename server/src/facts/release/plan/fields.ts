import type { Major } from '../goreleaser/options';

const general =
	'ProjectName Version RawVersion Tag PreviousTag Branch Commit ShortCommit FullCommit CommitDate CommitTimestamp GitURL Summary TagSubject TagContents ' +
	'TagBody ReleaseURL IsGitDirty IsGitClean GitTreeState Major Minor Patch Prerelease IsSnapshot IsNightly IsDraft Env Date Now Timestamp ModulePath ' +
	'ReleaseNotes Runtime';
const platform = { 1: 'Os Arch Arm Mips Amd64', 2: 'Os Arch Arm Mips Amd64 I386 Arm64 Ppc64 Riscv64 Target' };

const set = (...words: readonly string[]) => new Set(words.flatMap(text => text.split(' ')));
const both = (names: (major: Major) => ReadonlySet<string>) => {
	const all = { 1: names(1), 2: names(2) };
	return (major: Major): ReadonlySet<string> => all[major];
};

/** The fields that every template can see (internal/tmpl/tmpl.go). */
export const generalNames = both(major => set(general, major === 2 ? 'IsSingleTarget' : general));

/** The fields that the name of a binary can see. */
export const buildNames = both(major => set(...generalNames(major), platform[major], 'Target Ext Name Path'));

/** The fields that the name of an archive can see. */
export const artifactNames = both(major => set(...generalNames(major), platform[major], 'Binary ArtifactName ArtifactExt ArtifactPath'));

/** The fields that the name of a checksum file can see with `split`. */
export const sumNames = both(major => set(...artifactNames(major), 'Algorithm'));
