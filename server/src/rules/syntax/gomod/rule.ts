import { defineRule } from '../../../engine/rule';
import { goMod } from '../../../facts/plugin/module';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'go.mod can be parsed',
	title: 'go.mod syntax error',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://go.dev/ref/mod#go-mod-file',
	messages: { broken: '`go.mod` has a syntax error, so every `go` command fails: `{problem}`.' },

	*check(read) {
		const problem = read(goMod)?.problems[0];
		if (problem) yield { at: at('go.mod', problem.node), message: 'broken', data: { problem: problem.message } };
	},
});
