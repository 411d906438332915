import {
  type ConnectionDiff,
  type DiffState,
  diffJourneys,
  type FieldDiff,
  type JourneyDocument,
  type Json,
  type NodeDiff,
  type ScriptDiff,
} from '@tandem/journey';
import { definitionFor, type Kinds, nameOf, outcomeName } from '../editor/store/nodes.ts';
import { settingLabel } from '../editor/store/settings.ts';

/** One value before and after, in a few words. */
export interface DiffDetail {
  label: string;
  before: string | null;
  after: string | null;
}

/** One thing that differs, said in a sentence. */
export interface DiffItem {
  id: string;
  state: DiffState;
  text: string;
  details: readonly DiffDetail[];
  /** Node on the canvas that it is about. */
  node?: string;
  /** Shown line by line. */
  script?: ScriptDiff;
}

export interface DiffGroup {
  title: string;
  items: readonly DiffItem[];
}

const LONGEST = 120;
/** Of what both sides of long texts have alike, so much stands before the first difference. */
const ALIKE = 40;

const written = (value: Json) => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value));

function cut(text: string, start: number): string {
  const end = start + LONGEST;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${text.length > end ? ' …' : ''}`;
}

/** A value in a few words. */
export function shown(value: Json | undefined): string | null {
  return value === undefined ? null : cut(written(value), 0);
}

/** Two values in a few words: of long ones the part in which they begin to differ. */
export function shownBoth(before: Json | undefined, after: Json | undefined): Pick<DiffDetail, 'before' | 'after'> {
  if (before === undefined || after === undefined) return { before: shown(before), after: shown(after) };
  const [was, is] = [written(before), written(after)];
  if (was.length <= LONGEST && is.length <= LONGEST) return { before: was, after: is };
  let alike = 0;
  while (alike < was.length && was[alike] === is[alike]) alike++;
  const start = alike + ALIKE < LONGEST ? 0 : alike - ALIKE;
  return { before: cut(was, start), after: cut(is, start) };
}

/** Both sides of a comparison, and how they call things. */
interface Sides {
  kinds: Kinds;
  before: JourneyDocument;
  after: JourneyDocument;
}

const detailsOf = (fields: readonly FieldDiff[], labelOf: (field: string) => string): DiffDetail[] =>
  fields.map(({ path: [field = '', ...rest], before, after }) => ({
    label: [labelOf(field), ...rest].join(' · '),
    ...shownBoth(before, after),
  }));

function typeName(kinds: Kinds, document: JourneyDocument, id: string): string {
  return definitionFor(kinds, document, id)?.name ?? '';
}

function nodeItem({ kinds, before, after }: Sides, diff: NodeDiff): DiffItem {
  const { id, state } = diff;
  const [was, is] = [diff.before, diff.after];
  if (was === undefined || is === undefined) {
    const [verb, document] = state === 'added' ? ['Added', after] : ['Deleted', before];
    const type = typeName(kinds, document, id);
    const name = nameOf(kinds, document, id);
    const page = (is ?? was)?.page;
    const place = page === undefined ? '' : `, on ${nameOf(kinds, document, page)}`;
    return { id, state, text: `${verb} ${name}${type === '' || type === name ? '' : ` (${type})`}${place}`, details: [], node: page ?? id };
  }
  const definition = definitionFor(kinds, after, id) ?? definitionFor(kinds, before, id);
  const details = detailsOf(diff.fields, (field) => definition?.fields[field]?.label ?? field);
  if (was.type !== is.type) details.unshift({ label: 'Type', before: typeName(kinds, before, id), after: typeName(kinds, after, id) });
  if (was.version !== is.version) details.unshift({ label: 'Node version', before: was.version ?? null, after: is.version ?? null });
  if (was.page !== is.page) {
    const placeOf = (document: JourneyDocument, page: string | undefined) => (page === undefined ? 'the canvas' : nameOf(kinds, document, page));
    details.unshift({ label: 'Place', before: placeOf(before, was.page), after: placeOf(after, is.page) });
  }
  if (diff.children) {
    const listOf = (document: JourneyDocument, ids: readonly string[]) => ids.map((child) => nameOf(kinds, document, child)).join(', ');
    details.push({ label: 'On the page', before: listOf(before, diff.children.before), after: listOf(after, diff.children.after) });
  }
  const [old, name] = [nameOf(kinds, before, id), nameOf(kinds, after, id)];
  return { id, state, text: old === name ? `Changed ${name}` : `Renamed ${old} to ${name}`, details, node: is.page ?? id };
}

function connectionItem({ kinds, before, after }: Sides, { from, outcome, before: was, after: is }: ConnectionDiff): DiffItem {
  const state = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
  const document = is === undefined ? before : after;
  const target = (side: JourneyDocument, id: string | undefined) => (id === undefined ? null : nameOf(kinds, side, id));
  const label = outcomeName(kinds, document, from, outcome);
  const start = from === 'startNode';
  const verb = { added: 'Connected', removed: 'Disconnected', changed: 'Connected elsewhere:' }[state];
  return {
    id: `${from}|${outcome}`,
    state,
    text: `${verb} ${nameOf(kinds, document, from)}${start ? '' : `, ${label}`}`,
    details: [{ label: 'Leads to', before: target(before, was), after: target(after, is) }],
    node: from,
  };
}

const SCRIPT_FIELDS: Readonly<Record<string, string>> = {
  name: 'Name',
  description: 'Description',
  context: 'Context',
  language: 'Language',
  evaluatorVersion: 'Version of the engine',
};

/** A script that differs, in words; the source is shown line by line beside them. */
export function scriptItem(diff: ScriptDiff): DiffItem {
  const { id, state, before, after, fields } = diff;
  const verb = { added: 'Added', removed: 'Removed', changed: 'Changed' }[state];
  return {
    id,
    state,
    text: `${verb} the script ${(after ?? before)?.name ?? id}`,
    details: detailsOf(fields, (field) => SCRIPT_FIELDS[field] ?? field),
    ...(diff.source ? { script: diff } : {}),
  };
}

/** Fields of anything that has no words of its own: a template, a theme. */
export function fieldItems(fields: readonly FieldDiff[], labelOf: (field: string) => string = (field) => field): DiffItem[] {
  return detailsOf(fields, labelOf).map((detail) => ({
    id: detail.label,
    state: detail.before === null ? 'added' : detail.after === null ? 'removed' : 'changed',
    text: detail.label,
    details: [{ ...detail, label: '' }],
  }));
}

function movedItems({ kinds, before, after }: Sides, moved: readonly string[]): DiffItem[] {
  if (moved.length === 0) return [];
  const names = moved.map((id) => nameOf(kinds, after.tree.nodes?.[id] ? after : before, id));
  return [
    { id: 'moved', state: 'changed', text: `Moved ${moved.length > 4 ? `${moved.length} nodes` : names.join(', ')} on the canvas`, details: [] },
  ];
}

/** What is different between two states of a journey, in groups; none when nothing is. Connections of a node that came or left as a whole go with it. */
export function describe(kinds: Kinds, before: JourneyDocument, after: JourneyDocument): DiffGroup[] {
  const diff = diffJourneys(before, after);
  const sides: Sides = { kinds, before, after };
  const whole = new Set(diff.nodes.filter(({ state }) => state !== 'changed').map(({ id }) => id));
  const groups: DiffGroup[] = [
    { title: 'Nodes', items: diff.nodes.map((node) => nodeItem(sides, node)) },
    { title: 'Connections', items: diff.connections.filter(({ from }) => !whole.has(from)).map((connection) => connectionItem(sides, connection)) },
    { title: 'Scripts', items: diff.scripts.map(scriptItem) },
    { title: 'Settings of the journey', items: fieldItems(diff.settings, settingLabel) },
    { title: 'Layout', items: movedItems(sides, diff.moved) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
