import assert from 'node:assert/strict';
import { collectorOf, isNeverRead, lastReturn } from '../../server/src/facts/component/collectedErrors';
import { deprecatedMessages } from '../../server/src/facts/component/messages';
import { afterRun, stateOfRun, zerosOf } from '../../server/src/facts/component/runners';
import { type Scope, scopeOf } from '../../server/src/facts/go/body';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { txtar } from '../support/txtar';

const imports = `import (
	"context"

	"example.org/other"
	"github.com/hashicorp/packer-plugin-sdk/multistep"
	"github.com/hashicorp/packer-plugin-sdk/multistep/commonsteps"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
)`;

describe('facts/component', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	const open = (code: string) =>
		plugin(
			txtar(
				`-- go.mod --\nmodule example.org/acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n-- box/box.go --\npackage box\n\n${imports}\n\n${code}\n`,
			),
			loaded,
		);
	/** A function `f` with a signature and a body. */
	const opened = (signature: string, body: string) => {
		const db = open(`var shared multistep.StateBag\n\nfunc f${signature} {\n${body}\n}`);
		const scope = scopeOf(db.get, 'box/box.go', 'f') as Scope;
		assert.ok(scope);
		return { read: db.get, scope };
	};

	describe('runs of steps', () => {
		const outcome = (body: string) => {
			const { read, scope } = opened('(ctx context.Context, given multistep.StateBag)', body);
			const runs = scope.body.calls.flatMap(x => {
				const state = stateOfRun(read, scope, x);
				return state === undefined ? [] : [afterRun(scope, state, x)];
			});
			return runs.join();
		};
		const made = 'state := new(multistep.BasicStateBag)';
		const run = (before: string, then = '') => `${made}\n${before}\nrunner := commonsteps.NewRunner(steps, c, ui)\nrunner.Run(ctx, state)\n${then}`;

		it('are those of runners of the SDK', () => {
			for (const runner of [
				'runner := commonsteps.NewRunner(steps, c, ui)',
				'runner := commonsteps.NewRunnerWithPauseFn(steps, c, ui, state)',
				'var runner multistep.Runner',
				'runner := multistep.DebugRunner{}',
				'runner := &multistep.BasicRunner{Steps: steps}',
			])
				assert.equal(outcome(`${made}\n${runner}\nrunner.Run(ctx, state)`), 'goes on', runner);
			for (const runner of [
				'runner := multistep.RunnerPool{}',
				'runner := multistep.OldBasicRunner{}',
				'runner := other.BasicRunner{}',
				'runner := commonsteps.MakeRunner(steps)',
				'runner := commonsteps.MakeNewRunner(steps)',
				'runner := other.NewRunner(steps, c, ui)',
				'runner := NewRunner(steps, c, ui)',
				'runner := steps[0]',
				'var runner BasicRunner',
			])
				assert.equal(outcome(`${made}\n${runner}\nrunner.Run(ctx, state)`), '', runner);
		});

		it('have a state bag that only the function knows', () => {
			const runner = 'runner := commonsteps.NewRunner(steps, c, ui)\n';
			for (const call of [
				'runner.Start(ctx, state)',
				'runner.Run(ctx)',
				'runner.Run(ctx, given)',
				'runner.Run(ctx, shared)',
				'runner.Run(ctx, b.state)',
				'Run(ctx, state)',
			])
				assert.equal(outcome(`${made}\n${runner}${call}`), '', call);
			assert.equal(outcome(`${made}\nstate = given\n${runner}runner.Run(ctx, state)`), '');
			assert.equal(outcome(`${made}\nkeep(&state)\n${runner}runner.Run(ctx, state)`), '');
		});

		it('are followed by a look at the error, at what steps leave, or by nothing', () => {
			const expected: Readonly<Record<string, string>> = {
				'err := state.Get("error")': 'heeds',
				'if err, ok := state.GetOk("error"); ok {\n\tpanic(err)\n}': 'heeds',
				'x := state.Get(key)': 'heeds',
				'finish(state)': 'heeds',
				'state.GetAll()': 'heeds',
				'state.TryPut("a", 1)': 'heeds',
				'image := state.Get("image")': 'looks',
				'image := state.Get("image")\nerr := state.Get("error")': 'heeds',
				'image := state.Get("image")\nmore := state.Get("generated_data")': 'looks',
				'data := state.Get("generated_data")': 'goes on',
				'state.Put("a", 1)\nstate.Remove("error")': 'goes on',
				'err := given.Get("error")': 'goes on',
				'err := state': 'heeds',
			};
			for (const [then, what] of Object.entries(expected)) assert.equal(outcome(run('', then)), what, then);
			for (const before of ['err := state.Get("error")', 'state.Put("hook", hook)', 'prepare(state)', 'image := state.Get("image")'])
				assert.equal(outcome(run(before)), 'goes on', before);
		});
	});

	it('what a function returns beside an error is known of nil and false', () => {
		const zeros = (signature: string) => {
			const { read, scope } = opened(signature, '');
			return zerosOf(read, scope);
		};
		assert.equal(zeros('() error'), '');
		assert.equal(zeros('() (packersdk.Artifact, error)'), 'nil, ');
		assert.equal(zeros('() (*Config, []string, map[string]int, bool, error)'), 'nil, nil, nil, false, ');
		for (const unknown of [
			'()',
			'() bool',
			'() (error, bool)',
			'() *error',
			'() (string, error)',
			'() (Artifact, error)',
			'() (other.Artifact, error)',
			'() (packersdk.MultiError, error)',
			'() (bool, [2]int, error)',
		])
			assert.equal(zeros(unknown), undefined, unknown);
	});

	describe('collected errors', () => {
		const verdict = (body: string, signature = '(given *packersdk.MultiError) error') => {
			const { read, scope } = opened(signature, body);
			const locals = new Set(scope.body.calls.flatMap(x => collectorOf(read, scope, x) ?? []));
			return [...locals].map(local => (isNeverRead(read, scope, local) ? 'dropped' : 'read')).join();
		};
		const append = 'errs = packersdk.MultiErrorAppend(errs, err)';

		it('are those that MultiErrorAppend of the SDK adds to a local', () => {
			assert.equal(verdict(`var errs *packersdk.MultiError\n${append}\nreturn nil`), 'dropped');
			for (const call of [
				'other.MultiErrorAppend(errs, err)',
				'packersdk.MultiErrorAppended(errs, err)',
				'packersdk.MultiErrorAppend(b.errs, err)',
				'packersdk.MultiErrorAppend()',
				'packersdk.MultiErrorAppend(nil, err)',
				'MultiErrorAppend(errs, err)',
				'errs.MultiErrorAppend(errs, err)',
			])
				assert.equal(verdict(`var errs *packersdk.MultiError\n${call}\nreturn nil`), '', call);
		});

		it('are read where anything but the next addition has them', () => {
			const read = (then: string) => verdict(`var errs *packersdk.MultiError\n${append}\n${then}`);
			assert.equal(read('packersdk.MultiErrorAppend(errs, err)\nreturn nil'), 'dropped');
			assert.equal(read('errs = nil\nreturn nil'), 'dropped');
			for (const then of [
				'return errs',
				'if errs != nil {\n\treturn err\n}\nreturn nil',
				'log(errs)\nreturn nil',
				'errs.Errors = nil\nreturn nil',
				'keep(&errs)\nreturn nil',
				'all := packersdk.MultiErrorAppend(errs, err)\nreturn all',
				'given = packersdk.MultiErrorAppend(errs, err)\nreturn given',
				'given, errs = packersdk.MultiErrorAppend(errs, err), nil\nreturn given',
				'given = errs\nreturn nil',
				'return packersdk.MultiErrorAppend(errs, err)',
				'log(packersdk.MultiErrorAppend(errs, err))\nreturn nil',
				'errs = wrap(errs)\nreturn nil',
			])
				assert.equal(read(then), 'read', then);
			assert.equal(verdict('given = packersdk.MultiErrorAppend(given, err)\nreturn nil'), 'read');
			assert.equal(verdict(`${append}\nreturn nil`, '() (errs *packersdk.MultiError)'), 'read');
		});

		it('can be returned where a function last returns an error beside names and literals', () => {
			const values = (signature: string, body: string) => {
				const { read, scope } = opened(signature, body);
				return lastReturn(read, scope)?.values.length;
			};
			assert.equal(values('() error', 'return nil'), 0);
			assert.equal(values('() ([]string, int, error)', 'if c {\n\treturn nil, 0, err\n}\nreturn b.warnings, 1, nil'), 2);
			for (const [signature, body] of [
				['()', 'return'],
				['() error', 'panic("no")'],
				['() error', 'switch {\ndefault:\n\treturn nil\n}'],
				['() *error', 'return nil'],
				['() string', 'return ""'],
				['() (error, bool)', 'return nil, false'],
				['() (int, error)', 'return count()'],
				['() (n int, err error)', 'return'],
				['() (int, error)', 'return count(), nil'],
			] as const)
				assert.equal(values(signature, body), undefined, `${signature} ${body}`);
		});
	});

	it('deprecated messages are those of Ui of the SDK', () => {
		const found = (parameter: string, call = 'ui.Message("a")') =>
			open(`func f(${parameter}) {\n\t${call}\n}`)
				.get(deprecatedMessages)
				.map(({ ui }) => ui);
		assert.deepEqual(found('ui packersdk.Ui'), ['ui']);
		for (const parameter of ['ui other.Ui', 'ui packersdk.Hook', 'ui Ui', 'ui func()', 'other int']) assert.deepEqual(found(parameter), [], parameter);
		assert.deepEqual(found('ui func() packersdk.Ui', 'ui().Message("a")'), []);
		assert.deepEqual(found('ui packersdk.Ui', 'ui.Say("a")'), []);
	});
});
