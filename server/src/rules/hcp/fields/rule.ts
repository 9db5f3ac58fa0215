import { defineRule } from '../../../engine/rule';
import { placeOf } from '../../../facts/go/body';
import { printType } from '../../../facts/go/print';
import { type ImageField, lackingInCall, lackingInLiteral, optionFor } from '../../../facts/hcp/images';
import { imagePackage } from '../../../facts/hcp/support';
import { type Place, partOfPlace } from '../../../text/place';

export default defineRule({
	summary: 'Images for HCP Packer have an ID, a provider, a region and a source image',
	title: 'Incomplete HCP image metadata',
	severity: 'info',
	severities: { required: 'error' },
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/hcp-support',
	threads: ['https://github.com/hetznercloud/packer-plugin-hcloud/pull/91'],
	messages: {
		required: 'Image has no `{field}`, so builds that go to HCP Packer fail: `registry image does not contain a valid {named}`.',
		source: 'Image has no `SourceImageID`, so HCP Packer cannot link it to its parent image. {advice}',
		both: 'Image has no `SourceImageID` and no `ProviderRegion`, so HCP Packer knows neither its parent image nor its location.',
		region: 'Image has no `ProviderRegion`, so HCP Packer does not know its location. {advice}',
	},

	on: {
		in: 'sources',
		importing: imagePackage,
		expressions: {
			composite({ read, scope }, literal, x) {
				const lacking = lackingInLiteral(read, scope, x);
				if (lacking === undefined || literal.type === undefined) return undefined;
				return found(partOfPlace(placeOf(scope, x), 0, printType(literal.type).length), lacking, field => `Set \`${field}\`.`);
			},
			call({ read, scope }, call, x) {
				// An artifact has an ID and a builder ID, which stands in for the provider.
				const lacking = lackingInCall(read, scope, x)?.filter(field => field !== 'ImageID' && field !== 'ProviderName');
				return lacking && found(placeOf(scope, call.fn), lacking, field => `Use \`${optionFor(field)}\`.`);
			},
		},
	},
});

/** The finding about an image that lacks some fields: the worst of them first. */
function found(at: Place, lacking: readonly ImageField[], advise: (field: ImageField) => string) {
	const [first, second] = lacking;
	if (first === undefined) return undefined;
	if (first === 'ImageID' || first === 'ProviderName') {
		const named = first === 'ImageID' ? 'ImageId' : first;
		return [{ at, message: 'required' as const, data: { field: first, named } }];
	}
	if (second !== undefined) return [{ at, message: 'both' as const }];
	return [{ at, message: first === 'SourceImageID' ? ('source' as const) : ('region' as const), data: { advice: advise(first) } }];
}
