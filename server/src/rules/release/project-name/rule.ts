import { defineRule } from '../../../engine/rule';
import { archiveNames, binaryNames, checksumName } from '../../../facts/release/names';
import { expectedProject, project } from '../../../facts/release/project';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The project name of GoReleaser is the name of the repository',
	title: 'Project name',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://goreleaser.com/customization/project/',
	messages: { wrong: '`project_name` names release assets `{name}`, but `packer init` requires `{expected}`.' },

	*check(read) {
		const names = [...read(archiveNames), ...read(binaryNames)].flatMap(({ names }) => names);
		const found = [...names, read(checksumName)].find(name => name?.verdict === 'project');
		const [place, right] = [read(project)?.place, read(expectedProject)];
		if (found === undefined || place === undefined || right === undefined) return;
		const fix = { title: `Set project name ${right}`, kind: 'safe' as const, edits: [replace(place, right)] };
		yield { at: place, message: 'wrong', data: { name: found.text, expected: found.expected }, fix };
	},
});
