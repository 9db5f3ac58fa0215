/** An error of the user's: what is wrong and what to do. The exit status is 2. */
export class Complaint extends Error {
	override readonly name = 'Complaint';
}

/** Whether an error is a complaint. Checked by name, because each bundle has its own class. */
export const isComplaint = (error: unknown): error is Complaint => error instanceof Error && error.name === 'Complaint';

/** The message of an error. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
