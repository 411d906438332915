import { configOf } from '../graph/config.ts';
import { nodesOf } from '../graph/nodes.ts';
import { own } from '../json/own.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import type { NodeResource, Realm, Script, Tree } from '../model.ts';

/**
 * One journey as it is edited: its tree, the nodes it uses (on the canvas and inside pages) by id, the scripts they name by id. Edits return a
 * new document that shares every untouched part, so an export differs by exactly the edit; an edit without effect returns the document itself.
 */
export interface JourneyDocument {
  readonly tree: Tree;
  readonly nodes: Readonly<Record<string, NodeResource>>;
  readonly scripts: Readonly<Record<string, Script>>;
}

/** The journey as a document, or undefined when the realm lacks it. Nodes and scripts that the realm lacks are missing in it, too. */
export function journeyDocument(realm: Realm, name: string, knowledge: NodeKnowledge): JourneyDocument | undefined {
  const tree = own(realm.journeys, name)?.tree;
  if (tree === undefined) return undefined;
  const nodes: Record<string, NodeResource> = {};
  const scripts: Record<string, Script> = {};
  for (const { id, type, resource } of nodesOf(realm, tree)) {
    if (resource === undefined) continue;
    nodes[id] = resource;
    for (const scriptId of knowledge.references(type, configOf(resource)).scripts) {
      const script = own(realm.scripts, scriptId);
      if (script !== undefined) scripts[scriptId] = script;
    }
  }
  return { tree, nodes, scripts };
}

/** An edit named a node that the journey does not have, or would have to create one that it has. A mistake of the caller, never of a file. */
export class EditError extends Error {
  override readonly name = 'EditError';
}
