import { addNode, deepEqual, FAILURE_NODE_ID, type JourneyDocument, pageChildren, START_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { duplicateCommand } from './clipCommands.ts';
import * as commands from './commands.ts';
import type { Draft } from './drafts.ts';
import { createEditorStore, documentOf, type EditorStore } from './editorStore.ts';
import type { Command } from './history.ts';
import { historyText, parseHistory } from './keptHistory.ts';
import { configIn, freshNode, outcomesIn } from './nodes.ts';
import { insertCommand, replaceCommand } from './replaceCommands.ts';

const STEPS = 200;
const TYPES = ['PollingWaitNode', 'UsernameCollectorNode', 'BackChannelStatusNode', 'PageNode', 'MessageNode', 'BackChannelInitNode'];

/** A number chooses what is done and another one to which node, so that a failing run can be read and shrunk. */
interface Choice {
  what: number;
  which: number;
  value: number;
  text: string;
}
const choice: fc.Arbitrary<Choice> = fc.record({
  what: fc.nat(17),
  which: fc.nat(1000),
  value: fc.integer({ min: -500, max: 2000 }),
  // Words, numbers (which JavaScript puts first among the keys of an object) and names that objects have already.
  text: fc.oneof(fc.string({ maxLength: 12 }), fc.nat(20).map(String), fc.constantFrom('__proto__', 'constructor', 'DONE', 'ä "\\ 😀')),
});

/** Journeys of 4 to 12 nodes; ids may be numbers, settings anything that JSON can say. */
const generated: fc.Arbitrary<JourneyDocument> = fc
  .array(fc.record({ id: fc.oneof(fc.uuid(), fc.nat(99).map(String)), type: fc.constantFrom(...TYPES), more: fc.jsonValue({ maxDepth: 2 }) }), {
    maxLength: 8,
  })
  .map((nodes) =>
    nodes.reduce(
      (document, { id, type, more }) =>
        document.tree.nodes?.[id] ? document : addNode(document, { ...freshNode([], type), id, x: 10, y: 20, config: { 'x-more': more } as never }),
      loopDocument(),
    ),
  )
  // As it comes from the server.
  .map((document) => JSON.parse(JSON.stringify(document)) as JourneyDocument);

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

function commandFor(document: JourneyDocument, { what, which, value, text }: Choice): Command | null {
  const ids = Object.keys(document.tree.nodes ?? {});
  const node = at(ids, which);
  if (node === undefined || what === 0) return commands.addCommand([], at(TYPES, which) ?? '', { x: value, y: which });
  const outcome = at(outcomesIn([], document, node), value < 0 ? -value : value)?.id ?? text;
  const target = at([...ids, SUCCESS_NODE_ID, FAILURE_NODE_ID], value < 0 ? -value : value) ?? SUCCESS_NODE_ID;
  const page = ids.find((id) => document.tree.nodes?.[id]?.nodeType === 'PageNode');
  const child = page === undefined ? undefined : at(pageChildren(document.nodes[page]!), which)?._id;
  switch (what) {
    case 1:
      return commands.connectCommand([], document, node, outcome, target);
    case 2:
      return commands.connectCommand([], document, START_NODE_ID, 'start', node);
    case 3:
      return commands.disconnectCommand([], document, node, outcome);
    case 4:
      return commands.moveCommand([], document, [{ id: node, x: value, y: value / 3 }]);
    case 5:
      return commands.moveCommand([], document, [{ id: node, x: value, y: which }], { small: true });
    case 6:
      return commands.removeCommand([], document, [node]);
    case 7:
      return commands.bridgeCommand([], document, node);
    case 8:
      return commands.renameCommand([], document, node, text);
    case 9:
      return commands.configCommand([], document, node, { ...configIn(document, node), [text]: value }, text, `config:${node}`);
    case 10:
      return page === undefined ? null : commands.addChildCommand([], document, page, 'PasswordCollectorNode');
    case 11:
      return page === undefined || child === undefined ? null : commands.removeChildCommand([], document, page, child);
    case 12:
      return page === undefined || child === undefined ? null : commands.moveChildCommand([], document, page, child, value < 0 ? 0 : value % 3);
    case 13:
      return duplicateCommand([], document, [node]);
    case 16:
      return replaceCommand([], document, node, at(TYPES, which) ?? '');
    case 17:
      return Object.hasOwn(document.tree.nodes?.[node]?.connections ?? {}, outcome)
        ? insertCommand([], document, { from: node, outcome }, at(TYPES, which) ?? '', { x: value, y: which })
        : null;
    case 14:
      return commands.settingCommand('description', value < 0 ? undefined : text, 'description');
    default:
      return {
        name: 'Change a script',
        apply: (now) => ({ ...now, scripts: { ...now.scripts, [text]: { _id: text, name: text, value } as never } }),
      };
  }
}

function edit(store: EditorStore, choices: readonly Choice[]): void {
  for (const made of choices) {
    const command = commandFor(store.getState().document, made);
    if (command) store.run(command);
    if (made.value % 7 === 0) store.endGroup();
  }
}

const open = (document: JourneyDocument) => createEditorStore('alpha', { id: 'Loop', version: 3, ...document }, null);

/** What a reload does: the work and its history go through text, the server's side is read again. */
function reload(store: EditorStore): EditorStore {
  const { document, saved, baseVersion, latest, history } = JSON.parse(JSON.stringify(store.getState())) as ReturnType<EditorStore['getState']>;
  expect(history).toBeDefined();
  const draft: Draft = { baseVersion, document, base: saved };
  const isClean = store.getState().document === store.getState().saved;
  return createEditorStore(
    'alpha',
    { ...latest, ...documentOf(latest) },
    isClean ? null : draft,
    parseHistory(historyText(store.getState(), Infinity)),
  );
}

const text = (store: EditorStore) => JSON.stringify(store.getState().document);
function undoAll(store: EditorStore): void {
  while (store.undo() !== null);
}
function redoAll(store: EditorStore): void {
  while (store.redo() !== null);
}

const property = (check: (document: JourneyDocument, choices: Choice[], middle: number) => void) =>
  fc.assert(fc.property(generated, fc.array(choice, { minLength: STEPS, maxLength: STEPS }), fc.nat(STEPS), check), { numRuns: 12 });

test(`${STEPS} mixed commands undone give back the exact document, redone the exact result`, () => {
  property((document, choices) => {
    const store = open(document);
    const before = text(store);
    edit(store, choices);
    const after = store.getState().document;
    const afterText = text(store);
    undoAll(store);
    expect(deepEqual(store.getState().document, document)).toBe(true);
    expect(text(store)).toBe(before);
    redoAll(store);
    expect(deepEqual(store.getState().document, after)).toBe(true);
    expect(text(store)).toBe(afterText);
  });
});

test('and so they do through a reload in the middle, with some of them undone', () => {
  property((document, choices, middle) => {
    const first = open(document);
    const before = text(first);
    edit(first, choices.slice(0, middle));
    const whole = text(first);
    for (let back = 0; back < middle / 3; back++) first.undo();
    const part = text(first);

    const again = reload(first);
    expect(text(again)).toBe(part);
    redoAll(again);
    expect(text(again)).toBe(whole);
    edit(again, choices.slice(middle));
    const after = text(again);
    undoAll(again);
    expect(text(again)).toBe(before);
    // The saved document itself: nothing is left to save.
    expect(again.getState().document).toBe(again.getState().saved);
    redoAll(again);
    expect(text(again)).toBe(after);
  });
});
