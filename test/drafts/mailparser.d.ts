declare module 'mailparser' {
	/** The little of a parsed message that the tests look at. */
	export interface Parsed {
		readonly subject?: string;
		readonly text?: string;
		readonly date?: Date;
		readonly from?: unknown;
		readonly messageId?: string;
		readonly to?: { readonly text: string };
		readonly headers: ReadonlyMap<string, unknown>;
		readonly attachments: readonly { readonly filename?: string; readonly contentType: string; readonly content: Buffer }[];
	}
	export function simpleParser(source: string): Promise<Parsed>;
}
