import type { Read } from '../../facts/core/database';
import { goFile } from '../../facts/go/file';
import { importing } from '../../facts/go/imports';
import { importedAs } from '../../facts/go/packages';
import { unimporting } from '../../facts/go/unimporting';
import { type Edit, replace } from '../../text/edit';
import { declaredField } from './declared';
import { respecifying } from './editing';
import type { Judged } from './judged';

/** Whether a field is of the alias `os.FileMode`, for which there is another name of the same type that packer-sdc makes a pointer to. */
export function canUnalias(read: Read, { origin, name }: Pick<Judged, 'origin' | 'name'>): boolean {
	const file = read(goFile, origin.path);
	const written = declaredField(read, origin, name)?.field.type;
	return file !== undefined && written === 'os.FileMode' && importedAs(read, file, 'os')?.path === 'os';
}

/** The fix that writes `fs.FileMode` instead, which is the same type to the rest of the code, and the hcl2spec files as that makes them. */
export const unaliasing = (fault: Pick<Judged, 'origin' | 'name'>) => ({
	fix: { title: 'Use fs.FileMode', kind: 'safe' as const, edits: (read: Read) => edits(read, fault) },
});

function edits(read: Read, { origin, name }: Pick<Judged, 'origin' | 'name'>): readonly Edit[] {
	const type = declaredField(read, origin, name)?.type;
	const imported = importing(read, origin.path, 'io/fs', 'fs');
	if (type === undefined || imported.name !== 'fs' || unimporting(read, type).length > 0) return [];
	const isIt = (one: Judged['origin'] | undefined) => one?.path === origin.path && one.type === origin.type && one.field === origin.field;
	const mode = { kind: 'pointer', element: { kind: 'named', path: 'io/fs', package: 'fs', name: 'FileMode' } } as const;
	return [
		replace(type, 'fs.FileMode'),
		...imported.edits,
		...respecifying(read, field => (isIt(field.origin) && field.name === name ? { ...field, type: mode } : field)),
	];
}
