import type { JourneyDocument } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { drawingOf } from '../canvas/index.ts';
import { loopDocument } from '../testing/documents.ts';
import { mermaidOf } from './mermaid.ts';
import type { Palette } from './palette.ts';
import { svgOf } from './svg.ts';
import { cut, type Measure, wrap } from './text.ts';

const measure: Measure = (text, size) => text.length * size * 0.5;
const palette = new Proxy({}, { get: (_, token) => `#${String(token)}` }) as Palette;
const tools = { palette, measure, icon: () => '<path d="M0 0"/>' };

function named(displayName: string): JourneyDocument {
  const document = loopDocument();
  const { status } = document.tree.nodes ?? {};
  if (!status) throw new Error('The fixture has a Status node.');
  return { ...document, tree: { ...document.tree, nodes: { ...document.tree.nodes, status: { ...status, displayName } } } };
}

function parsed(document: JourneyDocument): Document {
  const xml = new DOMParser().parseFromString(svgOf(drawingOf(document, []), tools).svg, 'image/svg+xml');
  expect(xml.querySelector('parsererror')).toBeNull();
  return xml;
}

describe('a journey as SVG', () => {
  test('shows every node, end and connection, wherever the canvas stands', () => {
    const xml = parsed(loopDocument());
    const words = [...xml.querySelectorAll('text')].map((element) => element.textContent);
    for (const word of ['Ask', 'Who', 'Start other', 'Look', 'Wait', 'Start', 'Success', 'Failure']) expect(words).toContain(word);
    expect(xml.querySelectorAll('g[stroke-width="1.5"] > path')).toHaveLength(6 + 1);
  });

  test('nothing that a name says becomes part of the document', () => {
    const hostile = '<script>alert(1)</script>&"\'\u0001';
    const { svg } = svgOf(drawingOf(named(hostile), []), { ...tools, measure: () => 0 });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;\ufffd');
  });

  test('needs nothing from elsewhere', () => {
    expect(svgOf(drawingOf(loopDocument(), []), tools).svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|var\(|href/);
  });
});

describe('a journey as Mermaid', () => {
  const mermaid = (document: JourneyDocument) => mermaidOf(document, drawingOf(document, []));

  test('has a page as a frame of its nodes, outcomes on arrows and loops', () => {
    const text = mermaid(loopDocument());
    expect(text).toContain('  subgraph n1["Ask"]\n    direction TB\n    n1c1["Who"]\n  end\n');
    expect(text).toContain('  start --> n1\n');
    expect(text).toContain('  n4 -->|"Done"| n3\n');
    expect(text).toMatch(/ {2}n3 -->\|"[^"]+"\| success\n/);
  });

  test('text cannot end its quotes, be Markdown or be markup', () => {
    const line = mermaid(named('a"] --> x\n`b` #1;<i>'))
      .split('\n')
      .find((candidate) => candidate.startsWith('  n3['));
    expect(line).toBe('  n3["a#34;] --#62; x #96;b#96; #35;1;#60;i#62;"]');
  });

  // Parsed with mermaid 11 by hand: it brings 180 MB, too much to install for one test.
  test.each([
    ['end', 'end'],
    ['(a) {b} |c| subgraph', '(a) {b} |c| subgraph'],
    ['[x](y)', '#91;x](y)'],
    ['%%{init: {}}%%', '#37;#37;{init: {}}#37;#37;'],
    ['**b** $$x$$ ~~y~~', '#42;#42;b#42;#42; #36;#36;x#36;#36; #126;#126;y#126;#126;'],
    ['1. first', '1#46; first'],
    ['- first', '#45; first'],
    ['_a_ b_c', '#95;a#95; b_c'],
    ['https://x.y www.z me@x.y', 'https#58;//x.y www#46;z me#64;x.y'],
    ['   ', '#160;'],
  ])('the name %s stays a name', (name, written) => {
    expect(mermaid(named(name))).toContain(`  n3["${written}"]\n`);
  });

  test('an id that nobody knows has a place', () => {
    const document = loopDocument();
    const wait = { ...document.tree.nodes?.wait, nodeType: 'PollingWaitNode', connections: { DONE: 'ghost' } };
    const text = mermaid({ ...document, tree: { ...document.tree, nodes: { ...document.tree.nodes, wait } } });
    expect(text).toContain('unknown1{{"Unknown node ghost"}}');
    expect(text).toContain('n4 -->|"Done"| unknown1');
  });
});

test('text that has no room is cut with an ellipsis, by words where there are lines for them', () => {
  expect(cut('abcdef', 30, 10, 400, measure)).toBe('abcdef');
  expect(cut('abcdefg', 30, 10, 400, measure)).toBe('abcde…');
  expect(wrap('one two three', 40, 10, 400, 2, measure)).toEqual(['one two', 'three']);
  expect(wrap('one two three four', 40, 10, 400, 1, measure)).toEqual(['one two…']);
});
