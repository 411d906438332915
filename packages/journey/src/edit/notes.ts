import { isObject, own } from '../json/own.ts';
import type { Json, JsonObject, Tree } from '../model.ts';
import { EditError } from './document.ts';

/**
 * Sticky notes and comments at nodes, kept as AIC's editor keeps them: JSON text in `uiConfig.annotations`, `{"forNodes":{},"structural":[{"id",
 * "text","color","createdBy","x","y","w","h"}]}` (recorded in exports). Exports show `forNodes` only empty: that it holds a list of comments by
 * node id, made of the same fields without the place, is inferred (see assumptions.ts). Whatever else stands in the text is kept.
 */
export interface StickyNote {
  id: string;
  text: string;
  /** "yellow" is recorded; the other names are Tandem's. */
  color: string;
  x: number;
  y: number;
  w: number;
  h: number;
}
export const NOTE_COLORS = ['yellow', 'green', 'blue', 'purple', 'red'] as const;
const AUTHOR = 'Tandem';

export interface Annotations {
  /** The whole of it, with what nobody here knows. */
  all: JsonObject;
  structural: readonly Json[];
  forNodes: JsonObject;
}

/** The text that was read last: every node of a journey asks for its comment. */
let latest: { text: string; annotations: Annotations | undefined } | undefined;

/** @returns undefined for text that cannot be read, which then nobody may write over */
function read(tree: Tree): Annotations | undefined {
  const text = tree.uiConfig?.annotations ?? '';
  if (latest?.text !== text) latest = { text, annotations: readAnnotations(text) };
  return latest.annotations;
}

/** @returns undefined for text of another shape */
export function readAnnotations(text: string): Annotations | undefined {
  if (text === '') return { all: {}, structural: [], forNodes: {} };
  try {
    const all: unknown = JSON.parse(text);
    if (!isObject(all as Json)) return undefined;
    const { structural = [], forNodes = {} } = all as JsonObject;
    return Array.isArray(structural) && isObject(forNodes) ? { all: all as JsonObject, structural, forNodes } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether notes can be changed: text of another shape is left alone. */
export function canAnnotate(tree: Tree): boolean {
  return read(tree) !== undefined;
}

function write(tree: Tree, change: (now: Annotations) => { structural?: readonly Json[]; forNodes?: JsonObject }): Tree {
  const now = read(tree);
  if (now === undefined) throw new EditError(`The notes of the journey "${tree._id}" cannot be read.`);
  const { structural = now.structural, forNodes = now.forNodes } = change(now);
  if (structural === now.structural && forNodes === now.forNodes) return tree;
  const annotations = JSON.stringify({ ...now.all, forNodes, structural });
  return { ...tree, uiConfig: { ...tree.uiConfig, annotations } };
}

const isNote = (entry: Json, id: string): entry is JsonObject => isObject(entry) && entry.id === id;

/** @throws EditError when the notes cannot be read */
export function addNote(tree: Tree, { id, text, color, x, y, w, h }: StickyNote): Tree {
  return write(tree, ({ structural }) => ({ structural: [...structural, { id, text, color, createdBy: AUTHOR, x, y, w, h }] }));
}

/** Sets some of a note's properties; nothing happens when there is no such note. */
export function changeNote(tree: Tree, id: string, change: Partial<Omit<StickyNote, 'id'>>): Tree {
  return write(tree, ({ structural }) => {
    const note = structural.find((entry) => isNote(entry, id));
    const differs = note !== undefined && isObject(note) && Object.entries(change).some(([key, value]) => note[key] !== value);
    return differs ? { structural: structural.map((entry) => (isNote(entry, id) ? { ...entry, ...(change as JsonObject) } : entry)) } : {};
  });
}

export function removeNotes(tree: Tree, ids: readonly string[]): Tree {
  return write(tree, ({ structural }) => {
    const rest = structural.filter((entry) => !ids.some((id) => isNote(entry, id)));
    return rest.length === structural.length ? {} : { structural: rest };
  });
}

export interface NodeComment {
  text: string;
  color: string;
  /** Who wrote it, where it was not here. Nothing is recorded of when. */
  author?: string;
}

const isComment = (entry: Json): entry is JsonObject & { text: string } => isObject(entry) && typeof entry.text === 'string';
const entriesIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

const NO_COMMENTS: readonly NodeComment[] = [];

/** The comments at a node, the oldest first, as the file has them. */
export function commentsOf(tree: Tree, node: string): readonly NodeComment[] {
  const found = own(read(tree)?.forNodes ?? {}, node);
  if (found === undefined) return NO_COMMENTS;
  return entriesIn(found)
    .filter(isComment)
    .map(({ text, color, createdBy }) => ({
      text,
      color: typeof color === 'string' ? color : 'yellow',
      ...(typeof createdBy === 'string' && createdBy !== AUTHOR ? { author: createdBy } : {}),
    }));
}

/**
 * Writes a comment at a node; an empty text takes it away. Entries that are no comments stay where they are.
 *
 * @param id of the comment, where there was none
 * @param at which of them; as many as there are: a further one
 */
export function setComment(tree: Tree, node: string, { text, color }: NodeComment, id: string, at = 0): Tree {
  return write(tree, ({ forNodes }) => {
    const before = own(forNodes, node);
    const entries = entriesIn(before);
    const places = entries.flatMap((entry, index) => (isComment(entry) ? [index] : []));
    const place = places[at] ?? entries.length;
    const found = entries[place] as JsonObject | undefined;
    if (found?.text === text && found.color === color) return {};
    if (found === undefined && text === '') return {};
    const written = text === '' ? [] : [{ ...(found ?? { id, createdBy: AUTHOR }), text, color }];
    const next = [...entries.slice(0, place), ...written, ...entries.slice(place + 1)];
    const { [node]: _, ...rest } = forNodes;
    if (next.length === 0) return { forNodes: rest };
    const isList = Array.isArray(before) || before === undefined || next.length > 1;
    return { forNodes: { ...forNodes, [node]: isList ? next : (next[0] ?? {}) } };
  });
}
