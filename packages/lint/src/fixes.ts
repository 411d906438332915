import {
  connect,
  disconnect,
  type JourneyDocument,
  type Json,
  own,
  PAGE_TYPE,
  pageChildren,
  removePageChild,
  setConfig,
  setOutcomes,
  type Tree,
} from '@tandem/journey';
import { configOf } from '@tandem/nodes';
import { type LintNode, lintNode } from './node.ts';
import type { LintRealm } from './realm.ts';
import type { Fix } from './rule.ts';

/** The edits that fixes are made of. Each works on the document as it is then, which may have changed since it was looked at. */

export function connecting(node: LintNode, outcome: string, to: string, name: string): Fix {
  return {
    name,
    apply: (document) => (own(document.tree.nodes, node.id) ? withTree(document, connect(document.tree, node.id, outcome, to)) : document),
  };
}

export function disconnecting(node: LintNode, outcome: string, name: string): Fix {
  return {
    name,
    apply: (document) => (own(document.tree.nodes, node.id) ? withTree(document, disconnect(document.tree, node.id, outcome)) : document),
  };
}

/** Gives one property of a node another value (undefined takes it away); outcomes follow, those of its page too. */
export function setting(node: LintNode, realm: LintRealm, field: string, value: Json | undefined, name: string): Fix {
  const page = node.page?.id ?? node.id;
  return {
    name,
    apply(document) {
      const resource = own(document.nodes, node.id);
      if (resource === undefined) return document;
      const { [field]: _, ...rest } = configOf(resource);
      const config = value === undefined ? rest : { ...configOf(resource), [field]: value };
      const before = outcomesNow(document, node.id, page, realm);
      const changed = { ...document, nodes: { ...document.nodes, [node.id]: { ...resource, ...config } } };
      const edited = setConfig(document, node.id, config, outcomesNow(changed, node.id, page, realm) ?? [], before).document;
      return page === node.id ? edited : settled(edited, page, realm);
    },
  };
}

/** Takes a node out of its page. */
export function takingOut(node: LintNode, realm: LintRealm, name: string): Fix {
  const page = node.page?.id ?? '';
  return {
    name,
    apply(document) {
      if (own(document.nodes, page)?._type._id !== PAGE_TYPE) return document;
      return settled(removePageChild(document, page, node.id, []).document, page, realm, outcomesNow(document, page, page, realm));
    },
  };
}

/** A page's outcomes are those of its last child: they are set anew after a child changed. */
export function settled(document: JourneyDocument, page: string, realm: LintRealm, before?: LintNode['outcomes']): JourneyDocument {
  const resource = own(document.nodes, page);
  if (resource === undefined) return document;
  const outcomes = pageChildren(resource).length === 0 ? [] : (outcomesNow(document, page, page, realm) ?? []);
  return setOutcomes(document, page, outcomes, before).document;
}

function outcomesNow(document: JourneyDocument, id: string, canvas: string, realm: LintRealm): LintNode['outcomes'] | undefined {
  const placed = own(document.tree.nodes, canvas);
  if (placed === undefined) return undefined;
  const node = lintNode(document, canvas, { ...placed }, realm.nodeTypes);
  return id === canvas ? node.outcomes : node.children.find((child) => child.id === id)?.outcomes;
}

/** Sets a property of the journey. */
export function settingOfJourney<K extends keyof Tree & string>(property: K, value: Tree[K], name: string): Fix {
  return { name, apply: (document) => withTree(document, { ...document.tree, [property]: value }) };
}

export function withTree(document: JourneyDocument, tree: Tree): JourneyDocument {
  return tree === document.tree ? document : { ...document, tree };
}
