import { configOf, deepEqual, type Journey, type NodeKnowledge, nodeKey, nodesOf, type Realm, type ResourceKind } from '@tandem/journey';
import type { Put, RealmChange } from '../storage/realm-change.ts';

/** Puts that really change something. */
export function changedPuts(realm: Realm, change: RealmChange): Put[] {
  return (change.puts ?? []).filter((put) => !deepEqual(realm[put.kind][put.key], put.body));
}

/**
 * Adds to a change what makes the versions of journeys count up whose documents it alters without altering their trees: a node's
 * configuration, a script that several journeys share. Without it two editors would overwrite each other's work unseen.
 */
export function withTouches(realm: Realm, change: RealmChange, knowledge: NodeKnowledge): RealmChange {
  const changed = changedPuts(realm, change);
  const keys = (kind: ResourceKind) => new Set([...changed, ...(change.deletes ?? [])].filter((item) => item.kind === kind).map((item) => item.key));
  const [nodes, scripts] = [keys('nodes'), keys('scripts')];
  if (nodes.size === 0 && scripts.size === 0) return change;

  const after = { journeys: { ...realm.journeys }, nodes: { ...realm.nodes } };
  for (const put of change.puts ?? []) {
    if (put.kind === 'journeys') after.journeys[put.key] = put.body;
    if (put.kind === 'nodes') after.nodes[put.key] = put.body;
  }
  for (const { kind, key } of change.deletes ?? []) if (kind === 'journeys') delete after.journeys[key];

  const shows = ({ tree }: Journey): boolean =>
    nodesOf(after, tree).some(({ id, type, resource }) => {
      if (nodes.has(nodeKey(type, id))) return true;
      return (
        scripts.size > 0 && resource !== undefined && knowledge.references(type, configOf(resource)).scripts.some((script) => scripts.has(script))
      );
    });
  const touches = Object.entries(after.journeys).flatMap(([key, body]): Put[] => (shows(body) ? [{ kind: 'journeys', key, body, touch: true }] : []));
  return { ...change, puts: [...(change.puts ?? []), ...touches] };
}
