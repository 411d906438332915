import type { Clash, JourneyDocument, Json, Script } from '@tandem/journey';
import { notesOf } from '../canvas/index.ts';
import { definitionFor, type Kinds, nameOf, outcomeName } from '../editor/store/nodes.ts';
import { settingLabel } from '../editor/store/settings.ts';
import { shown } from './describe.ts';

/** A question that a merge has to ask, in words. */
export interface ClashWords {
  title: string;
  mine: string;
  theirs: string;
  /** Shown line by line, from theirs to mine. */
  source?: { before: Script; after: Script };
}

interface Sides {
  kinds: Kinds;
  mine: JourneyDocument;
  theirs: JourneyDocument;
}

/** What both sides changed, and to what. */
export function clashWords({ kinds, mine, theirs }: Sides, { place, ...values }: Clash): ClashWords {
  const value = (side: Json | undefined) => shown(side) ?? 'nothing';
  const both = { mine: value(values.mine), theirs: value(values.theirs) };
  // A node has the name that the side which still has it gives it.
  const nodeName = (id: string) => (mine.nodes[id] || mine.tree.nodes?.[id] ? nameOf(kinds, mine, id) : nameOf(kinds, theirs, id));
  switch (place.kind) {
    case 'node': {
      const state = (side: Json | undefined) => (side === undefined ? 'Deleted it' : 'Changed it or connected to it');
      return { title: nodeName(place.node), mine: state(values.mine), theirs: state(values.theirs) };
    }
    case 'field': {
      const [field = '', ...rest] = place.path;
      const label = FIELDS[field] ?? definitionFor(kinds, mine, place.node)?.fields[field]?.label ?? field;
      const names = (document: JourneyDocument, list: Json | undefined) =>
        field === 'nodes' && rest.length === 0 ? namesIn(kinds, document, list) : null;
      return {
        title: [`${nodeName(place.node)}, ${label}`, ...rest].join(' · '),
        mine: names(mine, values.mine) ?? both.mine,
        theirs: names(theirs, values.theirs) ?? both.theirs,
      };
    }
    case 'connection': {
      const target = (document: JourneyDocument, to: Json | undefined) => (typeof to === 'string' ? nameOf(kinds, document, to) : 'nothing');
      const outcome = place.outcome === 'start' ? '' : `, ${outcomeName(kinds, mine, place.node, place.outcome)}`;
      return { title: `${nodeName(place.node)}${outcome} leads to`, mine: target(mine, values.mine), theirs: target(theirs, values.theirs) };
    }
    case 'setting':
      if (place.path[1] === 'annotations' && place.path.length > 3)
        return {
          title: annotationTitle(nodeName, [mine, theirs], place.path.slice(2)),
          mine: noteWords(values.mine),
          theirs: noteWords(values.theirs),
        };
      return { title: place.path.map((field, index) => (index === 0 ? settingLabel(field) : field)).join(' · '), ...both };
    case 'script': {
      const [after, before] = [mine.scripts[place.script], theirs.scripts[place.script]];
      const title = `Script ${after?.name ?? before?.name ?? place.script}`;
      if (place.path.join() !== 'script' || !before || !after) return { title: [title, ...place.path].join(' · '), ...both };
      return { title, mine: 'My source as a whole', theirs: 'Their source as a whole', source: { before, after } };
    }
  }
}

/** A note is known by its text. */
function annotationTitle(nodeName: (id: string) => string, sides: readonly JourneyDocument[], [kind, id = '', ...rest]: readonly string[]): string {
  const texts = sides.flatMap(({ tree }) => notesOf(tree.uiConfig?.annotations).flatMap((note) => (note.id === id ? [note.text] : [])));
  const what = kind === 'structural' ? `Note “${texts[0] ?? id}”` : kind === 'forNodes' ? `Comment at ${nodeName(id)}` : `Notes · ${kind} · ${id}`;
  return [what, ...rest].join(' · ');
}

function noteWords(value: Json | undefined): string {
  if (value === undefined) return 'Deleted it';
  const text = typeof value === 'object' && value !== null && !Array.isArray(value) ? value.text : value;
  return shown(text) ?? 'nothing';
}

const FIELDS: Readonly<Record<string, string>> = { displayName: 'Name', nodes: 'what is on the page', nodeType: 'Type', version: 'Node version' };

function namesIn(kinds: Kinds, document: JourneyDocument, list: Json | undefined): string | null {
  if (!Array.isArray(list)) return null;
  const ids = list.flatMap((entry) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry) && typeof entry._id === 'string' ? [entry._id] : [],
  );
  return ids.map((id) => nameOf(kinds, document, id)).join(', ');
}
