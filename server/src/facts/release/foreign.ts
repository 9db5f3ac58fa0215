import type { Place } from '../../text/place';
import { releasing } from '../ci/releasing';
import type { Fact } from '../core/database';
import { identity } from '../plugin/identity';
import { builds } from './builds';
import { conditionsOf } from './conditions';
import { published } from './config';
import { sampleVersion } from './environment';
import { partsOf, sumsName } from './install/getter';
import { planOf } from './plan/plan';

/** A file in the checksum file whose name Packer cannot read. */
export interface Foreign {
	readonly name: string;
	readonly place: Place;
}

/** The files besides the plugin's archives whose names in the checksum file Packer calls malformed; none where that file is not the one it reads, or the release is not known. */
export const foreignFiles: Fact<readonly Foreign[]> = read => {
	const config = read(releasing).steps.some(({ how, action }) => how === 'goreleaser' && action) ? read(published) : undefined;
	const own = config && read(builds)?.map(({ index }) => index);
	if (config === undefined || own === undefined) return [];
	const { name } = read(identity);
	const { assets, sums, stops, gaps } = planOf(config.path, config.value, conditionsOf(read));
	const file = sums.find(one => one.name === sumsName(name, sampleVersion));
	if (file === undefined || stops.length > 0 || gaps.length > 0) return [];
	const isOwn = (asset: string) =>
		assets.some(one => one.name === asset && one.binaries.some(({ binary }) => binary.build === undefined || own.includes(binary.build)));
	return file.names.flatMap(asset => {
		if (isOwn(asset) || partsOf(name, asset) !== undefined) return [];
		return [{ name: asset, place: assets.find(one => one.name === asset)?.place ?? file.place }];
	});
};
