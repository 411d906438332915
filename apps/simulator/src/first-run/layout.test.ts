import { FAILURE_NODE_ID, nodeKey, type Tree } from '@tandem/journey';
import { configOf, pageChildren } from '@tandem/nodes';
import { describe, expect, it } from 'vitest';
import { additionsOf } from '../archetypes/add.ts';
import { archetypes } from '../archetypes/index.ts';
import { firstRunRealm } from './index.ts';

/** Canvas measures in px: a card's head with up to two summary lines, a row for each outcome, a row for each node of a page. */
const CARD = { width: 224, head: 94, outcome: 24, child: 40 };
const END = { width: 120, height: 44 };
const GAP = 20;

interface Box {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The first-run journeys, and one of each archetype. */
const realm = firstRunRealm({ hashPassword: () => 'x' });
for (const archetype of archetypes) {
  const added = additionsOf(archetype, Object.fromEntries(archetype.names.map(({ key, initial }) => [key, initial])), realm);
  Object.assign(realm.journeys, added.journeys);
  Object.assign(realm.nodes, added.nodes);
}

function cards(tree: Tree): Box[] {
  return Object.entries(tree.nodes!).map(([id, { displayName = '', nodeType, x = 0, y = 0 }]) => {
    const resource = realm.nodes[nodeKey(nodeType, id)]!;
    const height =
      CARD.head + CARD.outcome * resource._outcomes!.length + CARD.child * (nodeType === 'PageNode' ? pageChildren(configOf(resource)).length : 0);
    return { name: displayName, x, y, width: CARD.width, height };
  });
}

function boxes(tree: Tree): Box[] {
  const ends = Object.entries(tree.staticNodes!).map(([name, { x = 0, y = 0 }]) => ({ name, x, y, ...END }));
  const { structural } = JSON.parse(tree.uiConfig!.annotations!) as { structural: { id: string; x: number; y: number; w: number; h: number }[] };
  return [...cards(tree), ...ends, ...structural.map(({ id, x, y, w, h }) => ({ name: `note ${id}`, x, y, width: w, height: h }))];
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && a.y < b.y + b.height + GAP && b.y < a.y + a.height + GAP;
}

describe.each(Object.values(realm.journeys).map(({ tree }) => tree))('layout of $_id', (tree) => {
  it('keeps cards, ends and notes apart', () => {
    const all = boxes(tree);
    const pairs = all.flatMap((a, index) =>
      all
        .slice(index + 1)
        .filter((b) => overlap(a, b))
        .map((b) => `${a.name} / ${b.name}`),
    );
    expect(pairs).toEqual([]);
  });

  it('puts columns 80 px apart and Failure to the right of all', () => {
    const columns = [...new Set(cards(tree).map(({ x }) => x))].sort((a, b) => a - b);
    for (const [index, x] of columns.slice(1).entries()) expect(x - columns[index]! - CARD.width).toBeGreaterThanOrEqual(80);
    expect(tree.staticNodes![FAILURE_NODE_ID]!.x).toBeGreaterThanOrEqual(columns.at(-1)! + CARD.width + 80);
  });

  it('lets lines to Failure pass below or above every card, not behind one', () => {
    const all = cards(tree);
    const end = tree.staticNodes![FAILURE_NODE_ID]!;
    const crossed = Object.entries(tree.nodes!).flatMap(([id, node]) => {
      const from = all.find((card) => card.name === node.displayName && card.x === node.x && card.y === node.y)!;
      const outcomes = realm.nodes[nodeKey(node.nodeType, id)]!._outcomes!;
      return outcomes.flatMap((outcome, row) => {
        if (node.connections![outcome.id] !== FAILURE_NODE_ID) return [];
        const y = from.y + from.height - (outcomes.length - row - 0.5) * CARD.outcome;
        const behind = all.filter(
          (card) => card !== from && curve([from.x + CARD.width, y], [end.x!, end.y! + END.height / 2]).some((at) => inside(at, card)),
        );
        return behind.map((card) => `${from.name} ${outcome.id} behind ${card.name}`);
      });
    });
    expect(crossed).toEqual([]);
  });
});

/** Points of the canvas' edge between two ports: a Bezier curve that leaves and arrives level. */
function curve([x1, y1]: [number, number], [x2, y2]: [number, number]): [number, number][] {
  const bend = (x2 - x1) / 2;
  return Array.from({ length: 101 }, (_, step) => {
    const t = step / 100;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
    return [a * x1 + b * (x1 + bend) + c * (x2 - bend) + d * x2, (a + b) * y1 + (c + d) * y2];
  });
}

function inside([x, y]: [number, number], { x: left, y: top, width, height }: Box): boolean {
  return x > left && x < left + width && y > top && y < top + height;
}
