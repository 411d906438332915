import type { JourneyDocument } from '../edit/document.ts';
import { own } from '../json/own.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import { scriptBody } from '../script/body.ts';
import { configOf, textsOf } from './config.ts';
import { pageChildren, treeNodes } from './tree.ts';

/** A place in a journey where the text was found. */
export interface Found {
  node: string;
  /** Page that the node stands in. */
  page?: string;
  name: string;
  /** name, type, id: of the node; field: of its configuration, by path; line: of its script, counted from 1. */
  place: { kind: 'name' } | { kind: 'type' } | { kind: 'id' } | { kind: 'field'; field: string } | { kind: 'script'; script: string; line: number };
  /** The value or the line that holds it. */
  text: string;
}

/** Lines of one script that are listed. */
const LINES = 20;

/**
 * Finds nodes by name, type, id, by texts of their configuration and by lines of the scripts they name, whatever the case; in the journey's order,
 * each node's finds together.
 *
 * @param typeName what a type is called on screen, searched too
 */
export function findInJourney(
  { tree, nodes, scripts }: JourneyDocument,
  query: string,
  knowledge: NodeKnowledge,
  typeName: (type: string) => string,
): Found[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const holds = (text: string) => text.toLowerCase().includes(wanted);
  const found: Found[] = [];
  const look = (at: Omit<Found, 'place' | 'text'>, type: string) => {
    const add = (place: Found['place'], text: string) => {
      if (holds(text)) found.push({ ...at, place, text });
    };
    add({ kind: 'name' }, at.name);
    add({ kind: 'type' }, `${typeName(type)} (${type})`);
    add({ kind: 'id' }, at.node);
    const resource = own(nodes, at.node);
    if (resource === undefined) return;
    const config = configOf(resource);
    // The nodes of a page are found by themselves.
    for (const { field, text } of textsOf(config)) if (!(type === 'PageNode' && field.startsWith('nodes.'))) add({ kind: 'field', field }, text);
    for (const id of knowledge.references(type, config).scripts) {
      const script = own(scripts, id);
      if (script === undefined) continue;
      add({ kind: 'script', script: id, line: 1 }, script.name);
      const lines = scriptBody(script)
        .split('\n')
        .flatMap((text, index) => (holds(text) ? [{ text: text.trim(), line: index + 1 }] : []));
      for (const { text, line } of lines.slice(0, LINES)) found.push({ ...at, place: { kind: 'script', script: id, line }, text });
    }
  };
  for (const { id, node } of treeNodes(tree)) {
    look({ node: id, name: node.displayName || typeName(node.nodeType) }, node.nodeType);
    const resource = own(nodes, id);
    if (resource === undefined || node.nodeType !== 'PageNode') continue;
    for (const child of pageChildren(resource))
      look({ node: child._id, page: id, name: child.displayName || typeName(child.nodeType) }, child.nodeType);
  }
  return found;
}
