// Who may import whom. A workspace without a row here is an error, so that a new package decides.
// `workspaces`: entry points of other packages; `type:` in front allows types only. `npm`: packages, `*` at the end as a wildcard.
// `builtins`: beginnings of paths that may use Node's own modules, as generators in `scripts/` may anywhere.
export const rules = {
  'packages/journey': { workspaces: [], npm: ['zod'] },
  'packages/nodes': { workspaces: ['@tandem/journey'], npm: ['zod'] },
  'packages/engine': { workspaces: ['@tandem/journey', '@tandem/nodes', '@tandem/nodes/execute'], npm: [] },
  'packages/scripting': {
    workspaces: ['type:@tandem/nodes'],
    npm: ['quickjs-emscripten-core', '@jitl/*'],
    builtins: ['src/node/'],
  },
  'packages/api': { workspaces: ['@tandem/journey'], npm: ['zod'] },
  'packages/lint': { workspaces: ['@tandem/journey', '@tandem/nodes'], npm: [] },
  'packages/ciba': { workspaces: ['@tandem/journey'], npm: ['jose', 'zod'] },
  'apps/simulator': { workspaces: ['@tandem/*'], npm: ['*'], builtins: [''] },
  'apps/designer': {
    workspaces: ['@tandem/journey', '@tandem/nodes', '@tandem/engine/view', '@tandem/api', '@tandem/lint', '@tandem/scripting'],
    npm: ['*'],
    builtins: ['vite.config.ts'],
  },
  bench: { workspaces: ['@tandem/*'], npm: ['*'], builtins: [''] },
  e2e: { workspaces: ['@tandem/*'], npm: ['*'], builtins: [''] },
};

/** What tests may import besides, next to Node's own modules. */
export const inTests = { npm: ['vitest', 'fast-check', '@testing-library/*', 'happy-dom'] };

/** npm packages that one folder keeps to itself. */
export const onlyIn = [
  { npm: ['reactflow', '@xyflow/*'], folders: ['apps/designer/src/canvas/'] },
  { npm: ['codemirror', '@codemirror/*', '@lezer/*'], folders: ['apps/designer/src/scripts/'] },
  { npm: ['react', 'react-dom', 'react-aria-components'], folders: ['apps/designer/'] },
  { npm: ['express'], folders: ['apps/simulator/', 'bench/', 'e2e/'] },
];
