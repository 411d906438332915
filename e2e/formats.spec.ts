import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import {
  connectionsOf,
  equalExports,
  FAILURE_NODE_ID,
  type Json,
  type ParsedJourney,
  pageChildren,
  parseExport,
  START_NODE_ID,
  SUCCESS_NODE_ID,
  type Tree,
  treeNodes,
} from '@tandem/journey';
import type { Canvas } from './pages/canvas.ts';
import { Designer } from './pages/designer.ts';
import { importText } from './support/files.ts';
import { OwnServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

const OWN = join(import.meta.dirname, 'fixtures/formats');
const REAL = process.env.TANDEM_EXPORTS;
const PIXELS = 1;
const ENDS = new Set([START_NODE_ID, SUCCESS_NODE_ID, FAILURE_NODE_ID]);

/** Cards, page children and connections of the file, each where the file has it. */
async function expectShown(canvas: Canvas, { tree, nodes }: ParsedJourney): Promise<void> {
  const ids = treeNodes(tree).map(({ id }) => id);
  expect((await canvas.cards()).toSorted()).toEqual(ids.toSorted());
  for (const id of ids) {
    const resource = nodes[id];
    expect(await canvas.children(id), `on page ${id}`).toEqual(resource ? pageChildren(resource).map((child) => child._id) : []);
  }
  const wanted = connectionsOf(tree).map(({ from, outcome, to }) => `${from}|${outcome}|${to}`);
  expect((await canvas.connections()).toSorted()).toEqual(wanted.toSorted());
  expect(await canvas.values('[data-entry]', 'data-entry')).toEqual(tree.entryNodeId === undefined ? [] : [tree.entryNodeId]);

  const annotations = JSON.parse(tree.uiConfig?.annotations ?? '{}') as { structural?: { text: string }[] };
  for (const { text } of annotations.structural ?? []) await expect(canvas.root.getByText(text.split('\n')[0] ?? '')).toBeAttached();
  const known = new Set([...ids, SUCCESS_NODE_ID, FAILURE_NODE_ID]);
  const lost = new Set([tree.entryNodeId, ...connectionsOf(tree).map(({ to }) => to)].filter((id) => id !== undefined && !known.has(id)));
  expect((await canvas.values('[data-unknown-id]', 'data-unknown-id')).toSorted()).toEqual([...lost].toSorted());
  await expectPlaces(canvas, tree);
}

/** Distances on screen, at the canvas's zoom, are those of the file. */
async function expectPlaces(canvas: Canvas, tree: Tree): Promise<void> {
  const ends = Object.entries(tree.staticNodes ?? {}).filter(([id]) => ENDS.has(id));
  const stored = new Map([...treeNodes(tree).map(({ id, node }) => [id, node] as const), ...ends]);
  const shown = (await canvas.places()).flatMap((place) => {
    const { x, y } = stored.get(place.id) ?? {};
    return x === undefined || y === undefined ? [] : [{ ...place, x, y }];
  });
  const [first] = shown;
  if (!first) return;
  const distances = shown.map(({ id, left, top, zoom }) => ({ id, x: (left - first.left) / zoom + first.x, y: (top - first.top) / zoom + first.y }));
  for (const { id, x, y } of distances) {
    const { x: fileX = 0, y: fileY = 0 } = stored.get(id) ?? {};
    expect(Math.abs(x - fileX), `${id}: x ${x}, in the file ${fileX}`).toBeLessThan(PIXELS);
    expect(Math.abs(y - fileY), `${id}: y ${y}, in the file ${fileY}`).toBeLessThan(PIXELS);
  }
  expect(shown).toHaveLength([...stored.values()].filter(({ x, y }) => x !== undefined && y !== undefined).length);
}

async function expectEqual(request: APIRequestContext, server: string, text: string): Promise<void> {
  const before = JSON.parse(text) as Json;
  const { kind, journeys } = parseExport(text);
  const paths =
    kind === 'custom-nodes'
      ? [`export/custom-nodes?ids=${customIds(before).join(',')}`]
      : ['aic', 'frodo'].map((format) => `export?journeys=${journeys.map(({ name }) => encodeURIComponent(name)).join(',')}&format=${format}`);
  for (const path of paths) {
    const answer = await request.get(`${server}/api/realms/alpha/${path}`);
    expect(answer.status(), path).toBe(200);
    expect(equalExports(before, (await answer.json()) as Json), path).toEqual([]);
  }
}

function customIds(file: Json): string[] {
  return Object.keys((file as { nodeTypes?: Record<string, Json> }).nodeTypes ?? {});
}

/** Every file gets a realm of its own: a server is started for each. */
async function roundTrip(page: Page, request: APIRequestContext, text: string): Promise<void> {
  const server = new OwnServer();
  try {
    await server.start();
    await importText(request, text, server.url);
    const designer = new Designer(page);
    for (const journey of parseExport(text).journeys) {
      await test.step(`${journey.name} on the canvas`, async () => {
        const canvas = await designer.open(journey.name, { server: server.url });
        await expectShown(canvas, journey);
        await canvas.fit();
        await expectPlaces(canvas, journey.tree);
      });
    }
    await expectEqual(request, server.url, text);
  } finally {
    await server.remove();
  }
}

for (const name of readdirSync(OWN)) {
  test(`${name} is shown as it is and exported equal`, async ({ page, request }) => {
    await roundTrip(page, request, readFileSync(join(OWN, name), 'utf8'));
  });
}

if (REAL === undefined) {
  test.skip('real exports: set TANDEM_EXPORTS to a folder of them', () => undefined);
} else {
  for (const name of readdirSync(REAL).filter((file) => file.endsWith('.json'))) {
    test(`${name} of TANDEM_EXPORTS is shown as it is and exported equal`, async ({ page, request }) => {
      await roundTrip(page, request, readFileSync(join(REAL, name), 'utf8'));
    });
  }
}
