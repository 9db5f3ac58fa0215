/** What the program calls itself. */
export interface Tool {
	readonly name: string;
	readonly version: string;
}
