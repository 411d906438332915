import { expect, it } from 'vitest';
import { filesOf } from './manifest.mjs';

const chunks = {
  'index.html': {
    file: 'index.js',
    isEntry: true,
    imports: ['_react'],
    dynamicImports: ['src/library/library.tsx', 'src/editor/index.tsx'],
    css: ['index.css'],
  },
  'login.html': { file: 'login.js', isEntry: true, imports: ['_react'] },
  _react: { file: 'react.js', imports: ['_shared'] },
  _shared: { file: 'shared.js', imports: ['_react'] },
  'src/library/library.tsx': { file: 'library.js', name: 'library', src: 'src/library/library.tsx', isDynamicEntry: true },
  'src/editor/index.tsx': {
    file: 'editor.js',
    name: 'index',
    src: 'src/editor/index.tsx',
    isDynamicEntry: true,
    imports: ['_canvas'],
    dynamicImports: ['src/elk.ts'],
  },
  'src/scripts/script-editor.tsx': { file: 'scripts.js', name: 'script-editor', src: 'src/scripts/script-editor.tsx', isDynamicEntry: true },
  _canvas: { file: 'canvas.js', css: ['canvas.css'] },
  'src/elk.ts': { file: 'elk.js', name: 'elk', src: 'src/elk.ts', isDynamicEntry: true },
};

it('counts the static imports of an entry once, though they import each other', () => {
  expect(filesOf(chunks, 'login.html', [])).toEqual({ scripts: ['login.js', 'react.js', 'shared.js'], styles: [] });
});

it('adds the route by the name of its chunk or its folder, and leaves out what that loads lazily', () => {
  expect(filesOf(chunks, 'index.html', ['library']).scripts).toEqual(['index.js', 'react.js', 'shared.js', 'library.js']);
  expect(filesOf(chunks, 'index.html', ['editor'])).toEqual({
    scripts: ['index.js', 'react.js', 'shared.js', 'editor.js', 'canvas.js'],
    styles: ['index.css', 'canvas.css'],
  });
});

it('does not pass when a route is missing', () => {
  expect(() => filesOf(chunks, 'index.html', ['simulation'])).toThrow(
    'no lazily loaded chunk named "simulation" (lazy chunks: library, index, script-editor, elk)',
  );
  expect(() => filesOf(chunks, 'admin.html', [])).toThrow('no entry admin.html');
});
