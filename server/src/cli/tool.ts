/** The program's name and version. */
export interface Tool {
	readonly name: string;
	readonly version: string;
}
