import type { Bundle } from '../bundle.ts';
import { configOf } from '../graph/config.ts';
import { customTypeOfNode, nodesOf } from '../graph/nodes.ts';
import { fingerprint } from '../json/fingerprint.ts';
import { own } from '../json/own.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import type { Realm, Tree } from '../model.ts';

/**
 * What a journey's file used but left to the realm: see `bundleSchema.left`. Scripts and templates that nobody has yet are not listed, so they
 * come into exports as soon as they are made. Custom node types are listed in any case: AIC keeps them in a file of their own, which may be
 * imported after the journeys.
 */
export function leftToRealm(realm: Realm, tree: Tree, bundle: Bundle, knowledge: NodeKnowledge): Pick<Bundle, 'left'> {
  const scripts: Record<string, string> = {};
  const emailTemplates: Record<string, string> = {};
  const nodeTypes = new Set<string>();
  const bundled = { scripts: new Set(bundle.scripts), emailTemplates: new Set(bundle.emailTemplates), nodeTypes: new Set(bundle.nodeTypes) };
  for (const { type, resource } of nodesOf(realm, tree)) {
    const custom = customTypeOfNode(realm, type);
    if (custom !== undefined && !bundled.nodeTypes.has(custom)) nodeTypes.add(custom);
    if (resource === undefined) continue;
    const references = knowledge.references(type, configOf(resource));
    for (const id of references.scripts) mark(scripts, bundled.scripts, id, own(realm.scripts, id));
    for (const id of references.emailTemplates) mark(emailTemplates, bundled.emailTemplates, id, own(realm.emailTemplates, id));
  }
  if (Object.keys(scripts).length + Object.keys(emailTemplates).length + nodeTypes.size === 0) return {};
  return { left: { scripts, emailTemplates, nodeTypes: [...nodeTypes] } };
}

function mark(left: Record<string, string>, bundled: ReadonlySet<string>, id: string, resource: unknown): void {
  if (resource !== undefined && !bundled.has(id)) left[id] = fingerprint(resource);
}
