/** Why a command could not do what it was asked, in a sentence that also says what to do. The exit status is 2. */
export class Complaint extends Error {}

/** The reason that an error gives. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
