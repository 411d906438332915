import { builtinEnvironments, type Environment } from 'vitest/runtime';

const happyDom = builtinEnvironments['happy-dom'];
const worker = globalThis as { pageOfWorker?: ReturnType<Environment['setup']> };

/**
 * One happy-dom page for all test files of a worker, as they share its modules: making a page and loading React and its components anew for each file
 * takes longer than the tests. `testing/setup.ts` leaves the page to the next file as it was.
 */
const onePage: Environment = {
  name: 'one-page',
  viteEnvironment: 'client',
  async setup(global, options) {
    worker.pageOfWorker ??= happyDom.setup(global, options);
    await worker.pageOfWorker;
    return { teardown: () => undefined };
  },
};
export default onePage;
