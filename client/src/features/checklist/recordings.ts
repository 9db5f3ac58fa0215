import * as vscode from 'vscode';
import {
	type AcceptanceRun,
	type ChecklistId,
	type Recorded,
	type RecordedChanged,
	type ReviewRound,
	recordedChanged,
	type Tick,
} from '../../../../server/src/protocol';
import type { Server } from '../../server';
import { changed } from './rounds';

const key = (uri: string) => `recorded:${uri}`;
const nothing: Recorded = { ticks: {}, rounds: [] };

/** What a person recorded of each plugin, kept in the workspace's state. The server is told after each start, and after each change. */
export class Recordings implements vscode.Disposable {
	readonly #memento: vscode.Memento;
	readonly #server: Server;
	readonly #told = new Set<string>();
	readonly #changed = new vscode.EventEmitter<void>();
	/** Fires when something was recorded. */
	readonly onChange = this.#changed.event;
	readonly #listening: vscode.Disposable[];

	constructor(memento: vscode.Memento, server: Server) {
		this.#memento = memento;
		this.#server = server;
		this.#listening = [this.#changed, server.onStart(() => this.#told.clear()), server.onChange(() => this.#tellNew())];
	}

	of(uri: string): Recorded {
		return this.#memento.get<Recorded>(key(uri)) ?? nothing;
	}

	/** Ticks an item, marks it as not needed, or (undefined) opens it again. */
	tick(uri: string, id: ChecklistId, state: Tick['state'] | undefined): Promise<void> {
		const { [id]: _, ...others } = this.of(uri).ticks;
		const ticks = state === undefined ? others : { ...others, [id]: { state, at: new Date().toISOString() } };
		return this.#keep(uri, { ...this.of(uri), ticks });
	}

	addRound(uri: string, round: ReviewRound): Promise<void> {
		return this.#keep(uri, { ...this.of(uri), rounds: [...this.of(uri).rounds, round] });
	}

	setRounds(uri: string, rounds: readonly ReviewRound[]): Promise<void> {
		return this.#keep(uri, { ...this.of(uri), rounds });
	}

	/** Ticks a point of the review, or opens it again. */
	settle(uri: string, round: number, point: number, done: boolean): Promise<void> {
		return this.setRounds(
			uri,
			changed(this.of(uri).rounds, { round, point }, one => [{ ...one, done }]),
		);
	}

	setRun(uri: string, run: AcceptanceRun): Promise<void> {
		return this.#keep(uri, { ...this.of(uri), run });
	}

	dispose(): void {
		for (const listening of this.#listening) listening.dispose();
	}

	async #keep(uri: string, recorded: Recorded): Promise<void> {
		await this.#memento.update(key(uri), recorded);
		this.#changed.fire();
		await this.#tell(uri);
	}

	async #tell(uri: string): Promise<void> {
		this.#told.add(uri);
		await this.#server.notify(recordedChanged, { uri, recorded: this.of(uri) } satisfies RecordedChanged);
	}

	async #tellNew(): Promise<void> {
		for (const { uri } of this.#server.plugins) if (!this.#told.has(uri)) await this.#tell(uri);
	}
}
