// Who may import whom. A workspace without a row here is an error, so that a new package decides.
// `workspaces`: entry points of other packages. `npm`: packages. `*` at the end is a wildcard, `type:` in front allows types only.
// `builtins`: beginnings of paths that may use Node's own modules. Tests and a package's own `scripts/` may use any module.
export const rules = {
  'packages/journey': { workspaces: [], npm: ['zod'] },
  'packages/nodes': { workspaces: ['@tandem/journey'], npm: ['zod'] },
  'packages/engine': { workspaces: ['@tandem/journey', '@tandem/nodes', '@tandem/nodes/execute'], npm: [] },
  'packages/scripting': {
    workspaces: ['@tandem/journey', 'type:@tandem/nodes'],
    npm: ['acorn', 'quickjs-emscripten-core', '@jitl/*', 'type:esbuild'],
    builtins: ['src/node/'],
  },
  'packages/api': { workspaces: ['@tandem/journey'], npm: ['zod'] },
  'packages/lint': { workspaces: ['@tandem/journey', '@tandem/nodes', '@tandem/scripting/language'], npm: [] },
  'packages/ciba': { workspaces: ['@tandem/journey'], npm: ['jose', 'zod'] },
  'apps/simulator': { workspaces: ['@tandem/*'], npm: ['*'], builtins: [''] },
  'apps/designer': {
    workspaces: [
      '@tandem/journey',
      '@tandem/nodes',
      '@tandem/engine/view',
      '@tandem/api',
      '@tandem/lint',
      '@tandem/scripting/bindings',
      '@tandem/scripting/language',
    ],
    npm: ['*'],
    builtins: ['vite.config.ts'],
  },
  bench: { workspaces: ['@tandem/*'], npm: ['*'], builtins: [''] },
  e2e: { workspaces: ['@tandem/*'], npm: ['*'], builtins: [''] },
};

/** npm packages that one folder keeps to itself. */
export const onlyIn = [
  { npm: ['reactflow', '@xyflow/*'], folders: ['apps/designer/src/canvas/'] },
  { npm: ['codemirror', '@codemirror/*', '@lezer/*'], folders: ['apps/designer/src/scripts/'] },
  { npm: ['react', 'react-dom', 'react-aria-components'], folders: ['apps/designer/'] },
  { npm: ['express'], folders: ['apps/simulator/', 'bench/', 'e2e/'] },
];
