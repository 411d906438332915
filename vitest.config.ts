import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const exclude = [...configDefaults.exclude, 'e2e/**'];
const designer = new URL('./apps/designer/vite.config.ts', import.meta.url);

const testing = (file: string) => new URL(`./apps/designer/src/testing/${file}`, import.meta.url).pathname;

/** A busy machine is no failure. Projects do not inherit the root's settings. */
const patience = { testTimeout: 20_000, hookTimeout: 20_000 };

const project = (name: string, folder: string, isolate: boolean) => ({
  test: { name, environment: 'node', include: [`${folder}/**/*.test.{ts,mjs}`], exclude, isolate, ...patience },
});

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      // Packages are pure: their test files share a process, which loads each module once and takes less than half the time. So do the designer's.
      project('packages', 'packages/*/{src,test}', false),
      project('scripts', 'scripts', false),
      project('simulator', 'apps/simulator/{src,test}', true),
      {
        // The designer's own Vite configuration: its plugins and aliases hold in tests too.
        ...(existsSync(designer) ? { extends: designer.pathname } : {}),
        root: 'apps/designer',
        test: {
          name: 'designer',
          environment: testing('onePage.ts'),
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: [testing('setup.ts')],
          ...patience,
        },
      },
    ],
  },
});
