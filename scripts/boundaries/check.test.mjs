import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBoundaries } from './check.mjs';
import * as rules from './rules.mjs';

let root;

function write(files) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), typeof text === 'string' ? text : JSON.stringify(text));
  }
}

const problemsWith = (files) => {
  write(files);
  return checkBoundaries(root, rules).problems;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'boundaries-'));
  write({
    'packages/journey/package.json': { name: '@tandem/journey', exports: { '.': './src/index.ts' } },
    'packages/journey/src/index.ts': 'export const journey = 1;',
    'packages/nodes/package.json': { name: '@tandem/nodes', exports: { '.': './src/index.ts', './execute': './src/execute.ts' } },
    'packages/nodes/src/index.ts': 'export interface Contract {}',
    'packages/nodes/src/execute.ts': `import { journey } from '@tandem/journey'; export const execute = journey;`,
    'packages/engine/package.json': { name: '@tandem/engine', exports: { '.': './src/index.ts', './view': './src/view/index.ts' } },
    'packages/engine/src/index.ts': `export * from '@tandem/nodes/execute';`,
    'packages/engine/src/view/index.ts': 'export const view = 1;',
    'packages/scripting/package.json': { name: '@tandem/scripting', exports: { '.': './src/index.ts' } },
    'packages/scripting/src/index.ts': `import type { Contract } from '@tandem/nodes'; export type C = Contract;`,
    'packages/scripting/src/node/pool.ts': `import { Worker } from 'node:worker_threads'; export const pool = Worker;`,
    'apps/designer/package.json': { name: '@tandem/designer' },
    'apps/designer/src/main.tsx': `import { view } from '@tandem/engine/view'; export const lazy = () => import('./canvas/canvas.tsx');`,
    'apps/designer/src/canvas/canvas.tsx': `import { ReactFlow } from 'reactflow'; export const Canvas = () => <ReactFlow />;`,
  });
});

afterEach(() => rmSync(root, { recursive: true }));

describe('boundaries', () => {
  it('lets the house be as it is meant', () => {
    const { problems, files, imports } = checkBoundaries(root, rules);
    expect(problems).toEqual([]);
    expect({ files, imports }).toEqual({ files: 9, imports: 7 });
  });

  it.each([
    ['an npm package that a package must not know', 'packages/journey/src/a.ts', `import React from 'react';`, 'must not import react'],
    ['a layer above', 'packages/journey/src/a.ts', `export * from '@tandem/nodes';`, 'must not import @tandem/nodes'],
    ['a layer above, for its types', 'packages/journey/src/a.ts', `import type { C } from '@tandem/nodes';`, 'must not import @tandem/nodes'],
    ['a type written as import(...)', 'packages/journey/src/a.ts', `export type A = import('@tandem/nodes').C;`, 'must not import @tandem/nodes'],
    ['Node in a package', 'packages/engine/src/a.ts', `import fs from 'node:fs';`, 'part of Node.js'],
    ['Node without its prefix', 'packages/engine/src/a.ts', `import fs from 'fs';`, 'part of Node.js'],
    ['Node by require', 'packages/engine/src/a.ts', `const fs = require('node:fs');`, 'part of Node.js'],
    ['values where types are allowed', 'packages/scripting/src/a.ts', `import { Contract } from '@tandem/nodes';`, 'only types of @tandem/nodes'],
    ['how nodes execute, in the designer', 'apps/designer/src/a.ts', `import '@tandem/nodes/execute';`, 'must not import @tandem/nodes/execute'],
    ['the engine, in the designer', 'apps/designer/src/a.ts', `const e = () => import('@tandem/engine');`, 'must not import @tandem/engine'],
    ['React Flow outside of the canvas', 'apps/designer/src/library/a.tsx', `import 'reactflow/dist/style.css';`, 'only apps/designer/src/canvas/'],
    [
      'CodeMirror outside of scripts',
      'apps/designer/src/canvas/a.ts',
      `import { EditorView } from '@codemirror/view';`,
      'only apps/designer/src/scripts/',
    ],
    [
      'a file that a package does not export',
      'apps/designer/src/a.ts',
      `import '@tandem/journey/src/index.ts';`,
      'not in the exports map of packages/journey',
    ],
    ['a way around the exports', 'packages/engine/src/a.ts', `import '../../journey/src/index.ts';`, 'leaves packages/engine'],
    ['a file that is not there', 'packages/engine/src/a.ts', `import './b.ts';`, 'names no file'],
    ['a worker that is not there', 'packages/engine/src/a.ts', `new URL('./worker.ts', import.meta.url);`, 'names no file'],
  ])('refuses %s', (_, file, text, problem) => {
    const problems = problemsWith({ [file]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${file}:1:`);
    expect(problems[0]).toContain(problem);
  });

  it('names the files of a cycle, of values only', () => {
    const problems = problemsWith({
      'packages/engine/src/a.ts': `import { b } from './b.ts'; export const a = b;`,
      'packages/engine/src/b.ts': `import { c } from './c.ts'; export const b = c;`,
      'packages/engine/src/c.ts': `import { a } from './a.ts'; import type { T } from './t.ts'; export const c = a; export type C = T;`,
      'packages/engine/src/t.ts': `import { c } from './c.ts'; export type T = typeof c;`,
    });
    expect(problems).toEqual([
      'import cycle: packages/engine/src/a.ts -> packages/engine/src/b.ts -> packages/engine/src/c.ts -> packages/engine/src/a.ts',
    ]);
  });

  it('sees a cycle through two packages', () => {
    const problems = problemsWith({ 'packages/journey/src/index.ts': `export * from '@tandem/nodes/execute';` });
    expect(problems.some((problem) => problem.startsWith('import cycle: '))).toBe(true);
  });

  it('wants a row for a new package', () => {
    expect(problemsWith({ 'packages/other/package.json': { name: '@tandem/other' } })).toEqual([
      'packages/other: has no row in scripts/boundaries/rules.mjs',
    ]);
  });
});
