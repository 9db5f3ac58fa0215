/** What a rule says happens when Packer runs a plugin, and the change to a new plugin that makes it happen. */
export interface Claim {
	readonly rule: string;
	/** A part of the message of the finding. */
	readonly says: string;
	/** Whether the plugin has a data source, too. */
	readonly datasource?: true;
	readonly change: readonly Change[];
	/** The template, where it is not the example that `new` makes. */
	readonly template?: string;
	/** What takes the place of a text in the example of the data source. */
	readonly example?: readonly [from: string, to: string];
	readonly run: 'validate' | 'build';
	/** What Packer then does: whether it succeeds, what it prints, and what it does not print. */
	readonly outcome: Outcome;
	/** What it does once the rule's fix is made; without it, the rule has no fix, or one that a person completes. */
	readonly fixed?: Outcome;
}

/** A text in a file and what takes its place. */
export type Change = readonly [path: string, from: string, to: string];

/** What a run of Packer is like; `left` are files that exist afterwards. */
export interface Outcome {
	readonly succeeds: boolean;
	readonly prints?: string;
	readonly hides?: string;
	readonly left?: string;
}

const builder = 'builder/acme/builder.go';
const step = 'builder/acme/step_create_image.go';
const artifact = 'builder/acme/artifact.go';
const config = 'builder/acme/config.go';
const datasource = 'datasource/info/datasource.go';
const output = 'datasource/info/config.go';

const afterRun = `	if err, ok := state.GetOk("error"); ok {
		return nil, err.(error)
	}
`;
const checks = `${afterRun}	if _, ok := state.GetOk(multistep.StateCancelled); ok {
		return nil, errors.New("the build was canceled")
	}
	if _, ok := state.GetOk(multistep.StateHalted); ok {
		return nil, errors.New("the build was halted")
	}
`;
const noChecks: readonly Change[] = [
	[builder, checks, ''],
	[builder, '	"errors"\n', ''],
	[builder, 'state.Get("image_path").(string)', 'b.config.ImageName'],
];
const fails: Change = [step, 's.create(ctx); err != nil', 'fmt.Errorf("disk %q is full", s.path); err != nil'];

const template = (body: string, image = 'name') => `source "acme" "example" {
  image_name   = "${image}"
  source_image = "base"
}

build {
  sources = ["source.acme.example"]
${body}}
`;

/** The claims that Packer can be seen to make true. What packer-sdc generates of a change is generated before Packer runs. */
export const claims: readonly Claim[] = [
	{
		rule: 'component/run-ignores-error',
		says: 'as if all steps had succeeded',
		change: [...noChecks, fails],
		run: 'build',
		outcome: { succeeds: true, prints: 'Builds finished. The artifacts of successful builds are' },
		fixed: { succeeds: false, prints: 'disk "" is full' },
	},
	{
		rule: 'component/step-halt-no-error',
		says: 'returns no error, so the build counts as successful',
		change: [
			[builder, checks, afterRun],
			[builder, '	"errors"\n', ''],
			[builder, 'state.Get("image_path").(string)', 'b.config.ImageName'],
			fails,
			[step, '		state.Put("error", err)\n', ''],
		],
		run: 'build',
		outcome: { succeeds: true, prints: 'Builds finished. The artifacts of successful builds are' },
		fixed: { succeeds: false, prints: 'errored after' },
	},
	{
		rule: 'component/step-halt-no-error',
		says: 'returns no error, so the build counts as successful',
		change: [
			[builder, checks, `${afterRun}	if _, ok := state.GetOk("image_path"); !ok {\n		return nil, nil\n	}\n`],
			[builder, '	"errors"\n', ''],
			fails,
			[step, '		state.Put("error", err)\n', ''],
		],
		run: 'build',
		outcome: { succeeds: true, prints: 'Builds finished but no artifacts were created' },
		fixed: { succeeds: false, prints: 'errored after' },
	},
	{
		rule: 'component/value-before-decode',
		says: 'loses the value that is set here',
		change: [[builder, '	err := config.Decode(&b.config', '	b.config.ImageName = "preset"\n	err := config.Decode(&b.config']],
		template: template('', '').replace('  image_name   = ""\n', ''),
		run: 'validate',
		outcome: { succeeds: false, prints: 'image_name must be set' },
	},
	{
		rule: 'component/step-halt-no-error',
		says: 'cannot return the cause',
		change: [fails, [step, '		state.Put("error", err)\n		ui.Error(err.Error())\n', '		ui.Error("no image")\n']],
		run: 'build',
		outcome: { succeeds: false, prints: 'the build was halted', hides: 'is full' },
		fixed: { succeeds: false, prints: 'is full' },
	},
	{
		rule: 'component/multierror-dropped',
		says: 'never returned',
		change: [
			[
				builder,
				'	if err := b.config.prepare(); err != nil {\n		return nil, nil, err\n	}\n',
				'	var errs *packersdk.MultiError\n	if err := b.config.prepare(); err != nil {\n		errs = packersdk.MultiErrorAppend(errs, err)\n	}\n',
			],
			[builder, '	return []string{"ImageName"}, nil, nil', '	return nil, nil, nil'],
		],
		template: template('', ''),
		run: 'validate',
		outcome: { succeeds: true, prints: 'The configuration is valid' },
		fixed: { succeeds: false, prints: 'image_name must be set' },
	},
	{
		rule: 'component/multierror-lost',
		says: 'are lost',
		change: [
			[
				config,
				'packersdk.MultiErrorAppend(errs, errors.New("source_image must be set"))',
				'packersdk.MultiErrorAppend(nil, errors.New("source_image must be set"))',
			],
		],
		template: template('', '').replace('source_image = "base"', 'source_image = ""'),
		run: 'validate',
		outcome: { succeeds: false, prints: 'source_image must be set', hides: 'image_name must be set' },
	},
	{
		rule: 'component/artifact-generated-data',
		says: 'post-processors get no `build` variables',
		change: [[builder, '		StateData:   map[string]interface{}{"generated_data": state.Get("generated_data")},\n', '']],
		template: template('\n  post-processor "shell-local" {\n    inline = ["echo \\"created ${build.ImageName}\\""]\n  }\n'),
		run: 'build',
		outcome: { succeeds: true, hides: 'created name' },
	},
	{
		rule: 'component/artifact-destroy',
		says: 'stays when no post-processor keeps the artifact',
		change: [
			[artifact, '	return os.Remove(a.Path)', '	return nil'],
			[artifact, '	"os"\n', ''],
		],
		template: template('\n  post-processor "compress" {\n    output = "name.tar.gz"\n  }\n'),
		run: 'build',
		outcome: { succeeds: true, left: 'images/name.img' },
	},
	{
		rule: 'config/exported-helper-field',
		says: 'every HCL template of the component fails',
		change: [[config, 'type Config struct {\n', 'type Config struct {\n	InstanceID string\n\n']],
		run: 'validate',
		outcome: { succeeds: false, prints: 'unknown configuration key' },
		fixed: { succeeds: true, prints: 'The configuration is valid' },
	},
	{
		rule: 'config/bool-tristate',
		says: 'templates cannot turn `compact` off',
		change: [
			[config, 'type Config struct {\n', 'type Config struct {\n	Compact bool `mapstructure:"compact"`\n\n'],
			[config, 'error {\n', 'error {\n	if !c.Compact {\n		c.Compact = true\n	}\n	if c.Compact {\n		return errors.New("compact is on")\n	}\n'],
		],
		template: template('').replace('  image_name', '  compact = false\n  image_name'),
		run: 'validate',
		outcome: { succeeds: false, prints: 'compact is on' },
	},
	{
		rule: 'config/embedded-no-squash',
		says: 'every HCL template of the component fails',
		change: [
			[config, '-type Config\n', '-type Config,AccessConfig\n'],
			[config, 'type Config struct {\n', 'type AccessConfig struct {\n	Token string `mapstructure:"token"`\n}\n\ntype Config struct {\n	AccessConfig\n'],
		],
		run: 'validate',
		outcome: { succeeds: false, prints: 'unknown configuration key' },
		fixed: { succeeds: true, prints: 'The configuration is valid' },
	},
	{
		rule: 'component/state-assertion',
		says: '`Cleanup` panics if `Run` returned before it put',
		change: [
			fails,
			[
				step,
				'	_, canceled := state.GetOk(multistep.StateCancelled)',
				'	fmt.Println(state.Get("image_path").(string))\n	_, canceled := state.GetOk(multistep.StateCancelled)',
			],
		],
		run: 'build',
		outcome: { succeeds: false, prints: 'panic' },
	},
	{
		rule: 'component/fmt-print',
		says: 'Packer discards it',
		change: [[step, '	if err := s.create(ctx)', '	fmt.Println("image begins")\n	if err := s.create(ctx)']],
		run: 'build',
		outcome: { succeeds: true, prints: 'Making image', hides: 'image begins' },
	},
	{
		rule: 'component/process-exit',
		says: 'deferred calls such as the cleanup of steps do not run',
		change: [[step, '	state.Put("image_path", s.path)', '	os.Exit(3)\n	state.Put("image_path", s.path)']],
		run: 'build',
		outcome: { succeeds: false, left: 'images/example-acme.img' },
	},
	{
		rule: 'component/ds-outputspec',
		says: 'The data source panics when it returns its output',
		datasource: true,
		change: [[datasource, '(&DatasourceOutput{}).FlatMapstructure()', 'd.config.FlatMapstructure()']],
		run: 'build',
		outcome: { succeeds: false, prints: 'The converted value failed to have its spec inferred from it' },
		fixed: { succeeds: true, prints: 'null.datasource-info: example/' },
	},
	{
		rule: 'component/ds-output-duration',
		says: 'get the number of its milliseconds',
		datasource: true,
		change: [
			[
				output,
				'type DatasourceOutput struct {\n',
				'type DatasourceOutput struct {\n	// The age of the newest file.\n	Age time.Duration `mapstructure:"age"`\n',
			],
			[output, '	"errors"\n', '	"errors"\n	"time"\n'],
			[datasource, 'DatasourceOutput{Path: path', 'DatasourceOutput{Age: 90 * time.Second, Path: path'],
		],
		example: ['example.path', 'example.age'],
		run: 'build',
		outcome: { succeeds: true, prints: 'null.datasource-info: 90000' },
	},
	{
		rule: 'component/spec-not-serializable',
		says: '`hcldec.DefaultSpec` cannot be sent to Packer',
		change: [
			[
				builder,
				'return b.config.FlatMapstructure().HCL2Spec()',
				'return hcldec.ObjectSpec{\n		"image_name":   &hcldec.DefaultSpec{Primary: &hcldec.AttrSpec{Name: "image_name", Type: cty.String}, Default: &hcldec.AttrSpec{Name: "source_image", Type: cty.String}},\n		"source_image": &hcldec.AttrSpec{Name: "source_image", Type: cty.String},\n	}',
			],
			[builder, '	"github.com/hashicorp/hcl/v2/hcldec"\n', '	"github.com/hashicorp/hcl/v2/hcldec"\n	"github.com/zclconf/go-cty/cty"\n'],
		],
		run: 'validate',
		outcome: { succeeds: false, prints: 'unsupported hcldec.Spec type' },
	},
	{
		rule: 'component/spec-not-serializable',
		says: '`cty.Set` cannot be sent to Packer',
		change: [
			[
				builder,
				'return b.config.FlatMapstructure().HCL2Spec()',
				'return hcldec.ObjectSpec{\n		"image_name": &hcldec.AttrSpec{Name: "image_name", Type: cty.Set(cty.String)},\n	}',
			],
			[builder, '	"github.com/hashicorp/hcl/v2/hcldec"\n', '	"github.com/hashicorp/hcl/v2/hcldec"\n	"github.com/zclconf/go-cty/cty"\n'],
		],
		run: 'validate',
		outcome: { succeeds: false, prints: 'unsupported cty.Type conversion' },
	},
];
