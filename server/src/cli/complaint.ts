/** Why a command could not do what it was asked, in a sentence that also says what to do. The exit status is 2. */
export class Complaint extends Error {
	override readonly name = 'Complaint';
}

/** Whether an error is a complaint, of whichever bundle: each has a class of its own. */
export const isComplaint = (error: unknown): error is Complaint => error instanceof Error && error.name === 'Complaint';

/** The reason that an error gives. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
