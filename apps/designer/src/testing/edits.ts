import {
  addNode,
  FAILURE_NODE_ID,
  type JourneyDocument,
  journeyTags,
  newScript,
  own,
  pageChildren,
  type Script,
  START_NODE_ID,
  SUCCESS_NODE_ID,
  scriptBody,
  withDetails,
} from '@tandem/journey';
import fc from 'fast-check';
import { notesOf } from '../canvas/index.ts';
import { clipFrom, cutCommand, duplicateCommand, pasteCommand } from '../editor/store/clipCommands.ts';
import * as commands from '../editor/store/commands.ts';
import type { EditorStore } from '../editor/store/editorStore.ts';
import type { Command } from '../editor/store/history.ts';
import { tidyCommand } from '../editor/store/layout.ts';
import { configIn, freshNode, outcomesIn } from '../editor/store/nodes.ts';
import { addNoteCommand, changeNoteCommand, colorNotesCommand, commentCommand } from '../editor/store/noteCommands.ts';
import { intoPageCommand, outOfPageCommand } from '../editor/store/pageCommands.ts';
import { betweenPagesCommand, pagesOf } from '../editor/store/pagePlaces.ts';
import { insertCommand, insertPlacedCommand, replaceCommand } from '../editor/store/replaceCommands.ts';
import { versionCommand } from '../editor/store/versionCommand.ts';
import { changeScriptCommand, newScriptCommand, scriptFieldsCommand } from '../scripts/scriptCommands.ts';
import { loopDocument } from './documents.ts';

const TYPES = [
  'PollingWaitNode',
  'UsernameCollectorNode',
  'BackChannelStatusNode',
  'PageNode',
  'MessageNode',
  'BackChannelInitNode',
  'ScriptedDecisionNode',
];
const INNER_TYPES = ['PasswordCollectorNode', 'UsernameCollectorNode', 'MessageNode'];

/** Numbers choose what is done and to which node, so that a failing run can be read and shrunk. */
export interface Choice {
  what: number;
  which: number;
  value: number;
  text: string;
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[Math.abs(index) % Math.max(1, list.length)];

/** What of a journey a choice is about. */
function chosenIn(document: JourneyDocument, { which, value, text }: Choice) {
  const ids = Object.keys(document.tree.nodes ?? {});
  const node = at(ids, which);
  const outcome = node === undefined ? text : (at(outcomesIn([], document, node), value)?.id ?? text);
  const page = at(pagesOf(document), which);
  return {
    ids,
    node,
    outcome,
    isConnected: node !== undefined && Object.hasOwn(document.tree.nodes?.[node]?.connections ?? {}, outcome),
    target: at([...ids, SUCCESS_NODE_ID, FAILURE_NODE_ID], value) ?? SUCCESS_NODE_ID,
    page,
    child: page === undefined ? undefined : at(pageChildren(document.nodes[page]!), value)?._id,
    otherPage: pagesOf(document).find((id) => id !== page),
    note: at(notesOf(document.tree.uiConfig?.annotations), which)?.id,
    script: at(Object.values(document.scripts), which),
    type: at(TYPES, which) ?? '',
    point: { x: value, y: which },
  };
}
type Chosen = ReturnType<typeof chosenIn>;
type Edit = (document: JourneyDocument, chosen: Chosen, choice: Choice) => Command | null;

/** Only where the choice has what the edit needs. */
const withNode =
  (edit: (document: JourneyDocument, node: string, chosen: Chosen, choice: Choice) => Command | null): Edit =>
  (document, chosen, choice) =>
    chosen.node === undefined ? null : edit(document, chosen.node, chosen, choice);
/** A file may place a node without its settings: the editor offers neither a form nor a page for it. */
const withSettings = (edit: Parameters<typeof withNode>[0]): Edit =>
  withNode((document, node, chosen, choice) => (own(document.nodes, node) === undefined ? null : edit(document, node, chosen, choice)));
const withChild =
  (edit: (document: JourneyDocument, page: string, child: string, chosen: Chosen, choice: Choice) => Command | null): Edit =>
  (document, chosen, choice) =>
    chosen.page === undefined || chosen.child === undefined ? null : edit(document, chosen.page, chosen.child, chosen, choice);
const onConnection =
  (edit: (document: JourneyDocument, from: { from: string; outcome: string }, chosen: Chosen) => Command | null): Edit =>
  (document, chosen) =>
    chosen.node !== undefined && chosen.isConnected ? edit(document, { from: chosen.node, outcome: chosen.outcome }, chosen) : null;
const withScript =
  (edit: (script: Script, choice: Choice) => Command | null): Edit =>
  (_, { script }, choice) =>
    script === undefined ? null : edit(script, choice);

/** Every command that changes a document, by the name of the function that makes it. `whole`: what brings another document (revert, merge, discard). */
export const EDITS: Readonly<Record<string, Edit>> = {
  addCommand: (_, { type, point, node, outcome }, { value }) =>
    commands.addCommand([], type, point, node === undefined || value < 0 ? undefined : { node, outcome }),
  connectCommand: withNode((document, node, { outcome, target }, { value }) =>
    value % 5 === 0
      ? commands.connectCommand([], document, START_NODE_ID, 'start', node)
      : commands.connectCommand([], document, node, outcome, target),
  ),
  disconnectCommand: withNode((document, node, { outcome }) => commands.disconnectCommand([], document, node, outcome)),
  moveCommand: withNode((document, node, { point }, { value }) =>
    commands.moveCommand([], document, [{ id: node, ...point, x: value / 3 }], { small: value % 2 === 0 }),
  ),
  removeCommand: withNode((document, node) => commands.removeCommand([], document, [node])),
  bridgeCommand: withNode((document, node) => commands.bridgeCommand([], document, node)),
  renameCommand: withNode((document, node, { child }, { text, value }) =>
    commands.renameCommand([], document, value < 0 && child ? child : node, text),
  ),
  configCommand: withSettings((document, node, _, { text, value }) =>
    commands.configCommand([], document, node, { ...configIn(document, node), [text]: value }, text, `config:${node}`),
  ),
  addChildCommand: (document, { page }, { which, value }) =>
    page === undefined ? null : commands.addChildCommand([], document, page, at(INNER_TYPES, which) ?? '', value < 0 ? 0 : undefined),
  removeChildCommand: withChild((document, page, child) => commands.removeChildCommand([], document, page, child)),
  moveChildCommand: withChild((document, page, child, _, { which }) => commands.moveChildCommand([], document, page, child, which % 3)),
  intoPageCommand: withSettings((document, node, { page }, { value }) =>
    page === undefined || page === node || document.tree.nodes?.[node]?.nodeType === 'PageNode'
      ? null
      : intoPageCommand([], document, node, page, value < 0 ? 0 : undefined),
  ),
  outOfPageCommand: withChild((document, page, child, { point }, { value }) =>
    outOfPageCommand([], document, page, child, value < 0 ? point : undefined),
  ),
  betweenPagesCommand: withChild((document, page, child, { otherPage }) =>
    otherPage === undefined || own(document.nodes, child) === undefined ? null : betweenPagesCommand([], document, page, child, otherPage, 0),
  ),
  cutCommand: withNode((document, node) => cutCommand([], document, [node])),
  pasteCommand: withNode((document, node, { ids, point }) =>
    pasteCommand([], document, clipFrom([], document, [node, ...ids.slice(0, 1)]), point, new Set()),
  ),
  duplicateCommand: withNode((document, node) => duplicateCommand([], document, [node])),
  replaceCommand: withNode((document, node, { type }) => replaceCommand([], document, node, type)),
  insertCommand: onConnection((document, start, { type, point }) => insertCommand([], document, start, type, point)),
  insertPlacedCommand: onConnection((document, start, { ids, point, target }) => {
    const placed = ids.find((id) => id !== start.from && id !== target && document.nodes[id] !== undefined);
    return placed === undefined ? null : insertPlacedCommand([], document, start, placed, point);
  }),
  versionCommand: withNode((document, node, _, { value }) => versionCommand([], document, node, value % 2 === 0 ? '1.0' : '2.0')),
  settingCommand: (document, _, { text, value }) =>
    value % 3 === 0
      ? commands.settingCommand('uiConfig', withDetails(document.tree, { tags: [...journeyTags(document.tree), text] }).uiConfig, 'tags')
      : commands.settingCommand('description', value < 0 ? undefined : text, 'description'),
  tidyCommand: (_, { ids }, { value }) =>
    tidyCommand(
      'Tidy up',
      ids.map((id, index) => ({ id, x: value + index * 300, y: value })),
    ),
  addNoteCommand: (_, { point }) => addNoteCommand(point),
  changeNoteCommand: (_, { note }, { text }) => (note === undefined ? null : changeNoteCommand(note, { text }, 'a note')),
  colorNotesCommand: (_, { note }) => (note === undefined ? null : colorNotesCommand([note, 'gone'], 'red')),
  commentCommand: withNode((document, node, _, { text, value, which }) =>
    commentCommand([], document, node, value < 0 ? '' : text, 'yellow', which % 2),
  ),
  newScriptCommand: (document, _, { which, text }) => {
    const scripted = Object.keys(document.tree.nodes ?? {}).filter((id) => document.tree.nodes?.[id]?.nodeType === 'ScriptedDecisionNode');
    const node = at(scripted, which);
    const fields = { name: text, description: '', context: 'SCRIPTED_DECISION_NODE', evaluatorVersion: '2.0' };
    return node === undefined || own(document.nodes, node) === undefined
      ? null
      : newScriptCommand([], document, { id: node, field: 'script' }, fields);
  },
  changeScriptCommand: withScript((script, { text, value }) => changeScriptCommand(script, `${scriptBody(script)}\n// ${text}`, value % 2)),
  scriptFieldsCommand: withScript((script, { text }) =>
    scriptFieldsCommand(script, { name: text, description: text, context: script.context ?? '', evaluatorVersion: script.evaluatorVersion ?? '1.0' }),
  ),
  whole: (document, _, { text }) => ({
    name: `Revert to ${text}`,
    apply: () => JSON.parse(JSON.stringify({ ...document, tree: { ...document.tree, description: `as ${text}` } })) as JourneyDocument,
  }),
};
const NAMES = Object.keys(EDITS);

export const choice: fc.Arbitrary<Choice> = fc.record({
  what: fc.nat(NAMES.length - 1),
  which: fc.nat(1000),
  value: fc.integer({ min: -500, max: 2000 }),
  // Words, numbers (which JavaScript puts first among the keys of an object) and names that objects have already.
  text: fc.oneof(fc.string({ maxLength: 12 }), fc.nat(20).map(String), fc.constantFrom('__proto__', 'constructor', 'DONE', 'ä "\\ 😀')),
});

/** Journeys of 4 to 12 nodes with a script; ids may be numbers, settings anything that JSON can say. */
export const generatedJourney: fc.Arbitrary<JourneyDocument> = fc
  .array(fc.record({ id: fc.oneof(fc.uuid(), fc.nat(99).map(String)), type: fc.constantFrom(...TYPES), more: fc.jsonValue({ maxDepth: 2 }) }), {
    maxLength: 8,
  })
  .map((nodes) =>
    nodes.reduce(
      (document, { id, type, more }) =>
        document.tree.nodes?.[id] ? document : addNode(document, { ...freshNode([], type), id, x: 10, y: 20, config: { 'x-more': more } as never }),
      withOneScript(loopDocument()),
    ),
  )
  // As it comes from the server.
  .map((document) => JSON.parse(JSON.stringify(document)) as JourneyDocument);

function withOneScript(document: JourneyDocument): JourneyDocument {
  const script = newScript({ id: 's1', name: 'Decide', source: 'action.goTo("a");', context: 'SCRIPTED_DECISION_NODE', evaluatorVersion: '2.0' });
  return { ...document, scripts: { [script._id]: script } };
}

/** Does what was chosen. @returns the names of the edits that changed something */
export function edit(store: EditorStore, choices: readonly Choice[]): string[] {
  return choices.flatMap((made) => {
    const name = NAMES[made.what] ?? '';
    const { document } = store.getState();
    const command = EDITS[name]?.(document, chosenIn(document, made), made) ?? null;
    if (command) store.run(command);
    if (made.value % 7 === 0) store.endGroup();
    return store.getState().document === document ? [] : [name];
  });
}

export function undoAll(store: EditorStore): void {
  while (store.undo() !== null);
}
export function redoAll(store: EditorStore): void {
  while (store.redo() !== null);
}
