import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createAhead } from './ahead.ts';

const MANIFEST = {
  'index.html': { file: 'assets/index-1.js', imports: ['_react.js'], css: ['assets/index.css'] },
  '_react.js': { file: 'assets/react-1.js' },
  '_canvas.js': { file: 'assets/canvas-1.js', imports: ['_react.js', 'index.html'], css: ['assets/canvas.css'] },
  'src/editor/index.tsx': { file: 'assets/editor-1.js', imports: ['_canvas.js', 'index.html'], css: ['assets/canvas.css', 'assets/editor.css'] },
  'src/editor/Export.tsx': { file: 'assets/Export-1.js' },
  'src/library/index.tsx': { file: 'assets/library-1.js', imports: ['_react.js'] },
  'x/inter-latin-wght-normal.woff2': { file: 'assets/inter-latin-wght-normal-1.woff2' },
  'x/inter-greek-wght-normal.woff2': { file: 'assets/inter-greek-wght-normal-1.woff2' },
};
const FONT = '</assets/inter-latin-wght-normal-1.woff2>; rel=preload; as=font; type=font/woff2; crossorigin';
const folder = mkdtempSync(join(tmpdir(), 'tandem-ahead-'));
mkdirSync(join(folder, '.vite'));
writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(MANIFEST));
const ahead = createAhead(folder);
afterAll(() => rmSync(folder, { recursive: true }));

it('names what the screen loads and the page does not, each once', () => {
  expect(ahead('/realms/alpha/journeys/Sign%20in')?.split(', ')).toEqual([
    '</assets/editor-1.js>; rel=modulepreload',
    '</assets/canvas.css>; rel=preload; as=style',
    '</assets/editor.css>; rel=preload; as=style',
    '</assets/canvas-1.js>; rel=modulepreload',
    FONT,
  ]);
  expect(ahead('/')?.split(', ')).toEqual(['</assets/library-1.js>; rel=modulepreload', FONT]);
});

it('says nothing of addresses without a screen, and without a build', () => {
  expect(ahead('/elsewhere')).toBeUndefined();
  expect(createAhead(join(folder, 'nowhere'))('/')).toBeUndefined();
});
