import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import Mocha from 'mocha';

/** In the sandbox, which is where the process is once a runner is made. */
const bundle = () => pathToFileURL(resolve('out/mutate/tests.mjs')).href;
const coverage = 'out/mutate/coverage.json';

/**
 * Runs the bundle of tests with mocha. Where a mutant is in what runs when a module is loaded, the bundle is loaded again with it, and the tests are run that
 * run anything of its file. What is in a rule is tried by the rule's own page, fixes and wording: they are its tests.
 */
class BundleRunner {
	/** Where mutants look whether they are active, and say that they were reached. */
	#namespace;
	#mocha;
	#loads = 0;
	#covered;

	constructor() {
		globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
		this.#namespace = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];
	}

	capabilities() {
		return { reloadEnvironment: true };
	}

	async dryRun() {
		await this.#load();
		const result = await this.#run(/(?:)/, false, test => {
			this.#namespace.currentTestId = test.fullTitle();
		});
		this.#namespace.currentTestId = undefined;
		const { mutantCoverage } = this.#namespace;
		writeFileSync(coverage, JSON.stringify(mutantCoverage?.perTest ?? {}));
		return { ...result, mutantCoverage };
	}

	async mutantRun({ activeMutant, testFilter, sandboxFileName, mutantActivation, reloadEnvironment, hitLimit }) {
		const namespace = this.#namespace;
		namespace.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
		if (reloadEnvironment || this.#mocha === undefined) await this.#load();
		namespace.activeMutant = activeMutant.id;
		namespace.hitLimit = hitLimit;
		namespace.hitCount = hitLimit === undefined ? undefined : 0;
		const result = await this.#run(this.#wanted(testFilter, sandboxFileName), true);
		return toMutantRunResult(determineHitLimitReached(namespace.hitCount, namespace.hitLimit) ?? result);
	}

	/** The tests by which a mutant of a file is tried. */
	#wanted(titles, file) {
		const [, rule] = /[\\/]rules[\\/](.+)[\\/]rule\.ts$/.exec(file) ?? [];
		if (rule !== undefined) return new RegExp(`^(?:rule|fixes of|wording of) ${escaped(rule.replaceAll('\\', '/'))}[, ]`);
		const found = titles ?? this.#running(file);
		return found.length === 0 ? /(?:)/ : new RegExp(found.map(title => `^${escaped(title)}$`).join('|'));
	}

	/** The tests that run anything of a file, as the dry run has seen. */
	#running(file) {
		this.#covered ??= Object.entries(JSON.parse(readFileSync(coverage, 'utf8')));
		const mutants = new Set([...readFileSync(file, 'utf8').matchAll(/stryMutAct_9fa48\("(\d+)"\)/g)].map(([, id]) => id));
		return this.#covered.flatMap(([title, seen]) => (Object.keys(seen).some(id => mutants.has(id)) ? [title] : []));
	}

	async #load() {
		const mocha = new Mocha({ timeout: 0, reporter: Silent });
		mocha.cleanReferencesAfterRun(false);
		mocha.suite.emit('pre-require', globalThis, '', mocha);
		await import(`${bundle()}?${this.#loads++}`);
		this.#mocha = mocha;
	}

	#run(grep, bails, starts = () => {}) {
		const mocha = this.#mocha;
		setBail(mocha.suite, bails);
		mocha.grep(grep);
		return new Promise(done => {
			const tests = [];
			const keep = (test, rest) => tests.push({ id: test.fullTitle(), name: test.fullTitle(), timeSpentMs: test.duration ?? 0, ...rest });
			const runner = mocha.run(() => done({ status: DryRunStatus.Complete, tests }));
			runner.on('test', starts);
			runner.on('pass', test => keep(test, { status: TestStatus.Success }));
			runner.on('pending', test => keep(test, { status: TestStatus.Skipped }));
			runner.on('fail', (test, error) => keep(test, { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) }));
		});
	}
}

/** A reporter that says nothing. */
class Silent {}

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function setBail(suite, bails) {
	suite.bail(bails);
	for (const child of suite.suites) setBail(child, bails);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundle', BundleRunner)];
