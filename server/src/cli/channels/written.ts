/** Text that cannot control what reads it: a terminal, or the runner of a CI service. Only the functions of this folder make it, and nothing else is written. */
export class Written {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}
