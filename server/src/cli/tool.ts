/** What the program calls itself, and where it lives. */
export interface Tool {
	readonly name: string;
	readonly version: string;
	/** The address of its repository. */
	readonly home: string;
}

/** Where the page of a rule can be read. */
export const pageAddress = ({ home }: Tool, rule: string): string => `${home}/blob/main/server/src/rules/${rule}/README.md`;
