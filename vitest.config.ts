import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

const exclude = [...configDefaults.exclude, 'e2e/**'];
const designer = new URL('./apps/designer/vite.config.ts', import.meta.url);

const project = (name: string, folder: string) => ({
  test: { name, environment: 'node', include: [`${folder}/**/*.test.{ts,mjs}`], exclude },
});

export default defineConfig({
  test: {
    projects: [
      project('packages', 'packages/*/src'),
      project('simulator', 'apps/simulator/src'),
      project('scripts', 'scripts'),
      {
        // The designer's own Vite configuration: its plugins and aliases hold in tests too.
        ...(existsSync(designer) ? { extends: designer.pathname } : {}),
        root: 'apps/designer',
        test: { name: 'designer', environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
