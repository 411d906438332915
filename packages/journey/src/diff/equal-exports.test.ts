import { describe, expect, it } from 'vitest';
import { journeyFiles, uid } from '../../test/fixtures.ts';
import { parsed, structured } from '../../test/helpers.ts';
import type { Json, JsonObject } from '../model.ts';
import { equalExports } from './equal-exports.ts';

const entry = (more: JsonObject): JsonObject => ({ tree: { _id: 'A' }, nodes: { n: { _id: 'n', a: 1 } }, ...more });

describe('two exports are equal', () => {
  it.each<[string, Json, Json]>([
    ['flat or in trees', entry({}), { trees: { A: entry({}) } }],
    ['whatever their meta', entry({ meta: { exportTool: 'a' } }), entry({})],
    ['with an empty container or none', entry({ themes: [], scripts: {} }), entry({})],
    ['in any order of keys', entry({ scripts: { s: { a: 1, b: 2 } } }), { scripts: { s: { b: 2, a: 1 } }, ...entry({}) }],
    ['in any encoding of sources', entry({ scripts: { s: { script: ['a', 'b'] } } }), entry({ scripts: { s: { script: '"a\\nb"' } } })],
    ['with custom types as lines or text', entry({ nodeTypes: { t: { script: ['a', 'b'] } } }), entry({ nodeTypes: { t: { script: 'a\nb' } } })],
    ['under the old name of innerNodes', entry({ innernodes: { i: {} } }), entry({ innerNodes: { i: {} } })],
  ])('%s', (_, a, b) => {
    expect(equalExports(a, b)).toEqual([]);
  });
});

describe('two exports differ', () => {
  it.each<[string, Json, string]>([
    ['by a value', entry({ nodes: { n: { _id: 'n', a: 2 } } }), 'nodes.n.a'],
    ['by an absent key', entry({ nodes: { n: { _id: 'n' } } }), 'nodes.n.a'],
    ['by a key set to null', entry({ nodes: { n: { _id: 'n', a: null } } }), 'nodes.n.a'],
    ['by an unused dependency', entry({ scripts: { s: { script: '""' } } }), 'scripts.s'],
    ['by a source', entry({ scripts: { s: { script: '"x"' } } }), 'scripts.s'],
    ['by the journey', { trees: { B: entry({}) } }, ''],
    ['by a custom type', { trees: { A: entry({}) }, nodeTypes: { t: {} } }, 'nodeTypes'],
  ])('%s', (_, other, place) => {
    expect(equalExports(entry({}), other).map((difference) => difference.place)).toContain(place.startsWith('scripts') ? 'scripts' : place);
  });

  it('by the order of themes', () => {
    expect(equalExports(entry({ themes: [{ _id: 'a' }, { _id: 'b' }] }), entry({ themes: [{ _id: 'b' }, { _id: 'a' }] }))).toHaveLength(1);
  });

  it('with both values at the smallest place', () => {
    const other = structured(parsed(journeyFiles.frodo3Single)) as Record<string, Record<string, JsonObject>>;
    (other.nodes?.[uid(42)] as JsonObject).script = 'x';
    expect(equalExports(parsed(journeyFiles.frodo3Single), other)).toEqual([
      { journey: 'Ferry', place: `nodes.${uid(42)}.script`, before: uid(43), after: 'x' },
    ]);
  });
});
