import type { Kind } from './registrations';

/** How a kind of component is called in a sentence, and at its beginning. */
export const words: Readonly<Record<Kind, { readonly kind: string; readonly Kind: string }>> = {
	builder: { kind: 'builder', Kind: 'Builder' },
	provisioner: { kind: 'provisioner', Kind: 'Provisioner' },
	'post-processor': { kind: 'post-processor', Kind: 'Post-processor' },
	datasource: { kind: 'data source', Kind: 'Data source' },
};
