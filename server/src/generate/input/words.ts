import type { Fault } from './inputs';

type Used = Pick<Fault, 'role' | 'made'>;

/** Which HCL templates decoding fails for, where the value that stands for an attribute left out is rejected. */
export const failing = ({ role, made }: Used): string =>
	role === 'block' ? `HCL templates with a block of \`${made.name}\` fail` : 'every HCL template of the component fails';

/** Which HCL templates those are that may leave out an attribute. */
export const omitting = ({ role, made }: Used): string => (role === 'block' ? `HCL templates with a block of \`${made.name}\`` : 'HCL templates');
