import { relative, sep } from 'node:path';
import TestRunner from 'jest-runner';

type Tests = Parameters<TestRunner['runTests']>[0];
type Watcher = Parameters<TestRunner['runTests']>[1];

/**
 * What goes by a clock (a browser's waits, a database that comes back), or reads pictures within limits of time and memory, has the machine to
 * itself; nothing else takes harm from a neighbour.
 */
const ALONE: readonly RegExp[] = [/\.long\.ts$/, /^test\/harness\/faults-(?:in-time|postgres)\./, /^test\/browser\//, /^test\/conform\/web-chat\./, /^test\/documents\/read\//, /^test\/conversations\/uploads\./, /^test\/domain\/letters\/speed\./];
/** These take longest, each more than those before, and so begin first: whoever begins the longest last waits for it with one core idle. */
const LONGEST: readonly RegExp[] = [/^test\/domain\/letters\/fuzz-letters\./, /^test\/(?:cli|documents\/write|walks)\//, /^test\/main\./, /^test\/conversations\/on-postgres\./, /^test\/harness\/(?:crash|faults)/];

/** Runs test files side by side, as many as there are workers, and afterwards those that want the machine to themselves. */
export default class TwoParts extends TestRunner {
  override async runTests(tests: Tests, watcher: Watcher, options: { readonly serial: boolean }): Promise<void> {
    const place = (test: Tests[number]): string => relative(test.context.config.rootDir, test.path).split(sep).join('/');
    const rank = (test: Tests[number]): number => LONGEST.findLastIndex((pattern) => pattern.test(place(test)));
    const alone = tests.filter((test) => ALONE.some((pattern) => pattern.test(place(test))));
    const others = tests.filter((test) => !alone.includes(test)).sort((one, other) => rank(other) - rank(one));
    await super.runTests(others, watcher, options);
    await super.runTests(alone, watcher, { serial: true });
  }
}
