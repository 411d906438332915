import type { JourneySummary, RealmResources } from '@tandem/api';
import { configOf, nodesOf, type Tree } from '@tandem/journey';
import type { StoredRealm } from '../storage/realm-change.ts';
import { knowledgeOf } from './find.ts';

/** Type of the node that starts a backchannel journey. */
const INITIALIZE_TYPE = 'BackChannelInitNode';

/** The library's lines, by name. */
export function summariesOf(stored: StoredRealm): JourneySummary[] {
  const { realm } = stored;
  const knowledge = knowledgeOf(stored);
  const starts = new Map<string, string[]>();
  const startedBy = new Map<string, string[]>();
  for (const [id, { tree }] of Object.entries(realm.journeys)) {
    const initialize = nodesOf(realm, tree).filter((node) => node.type === INITIALIZE_TYPE && node.resource !== undefined);
    const names = new Set(initialize.flatMap(({ type, resource }) => (resource ? knowledge.references(type, configOf(resource)).journeys : [])));
    starts.set(id, [...names]);
    for (const name of names) startedBy.set(name, [...(startedBy.get(name) ?? []), id]);
  }
  const entered = (tree: Tree): string[] => [
    ...new Set(
      nodesOf(realm, tree).flatMap(({ type, resource }) =>
        type !== INITIALIZE_TYPE && resource ? knowledge.references(type, configOf(resource)).journeys : [],
      ),
    ),
  ];
  return Object.entries(realm.journeys)
    .map(([id, { tree }]): JourneySummary => {
      const revision = stored.revision('journeys', id);
      return {
        id,
        ...(tree.description === undefined ? {} : { description: tree.description }),
        enabled: tree.enabled ?? true,
        innerTreeOnly: tree.innerTreeOnly ?? false,
        transactionalOnly: tree.transactionalOnly ?? false,
        tags: tagsOf(tree),
        nodeCount: Object.keys(tree.nodes ?? {}).length,
        innerCount: nodesOf(realm, tree).length - Object.keys(tree.nodes ?? {}).length,
        starts: starts.get(id) ?? [],
        enters: entered(tree),
        startedBy: startedBy.get(id) ?? [],
        version: revision?.version ?? 0,
        modifiedAt: revision?.modifiedAt ?? '',
      };
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** `uiConfig.categories` is JSON in a string; what is not a list of strings has no tags. */
function tagsOf(tree: Tree): string[] {
  try {
    const tags: unknown = JSON.parse(tree.uiConfig?.categories ?? '[]');
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
  } catch {
    return [];
  }
}

/** What pickers and the palette offer. */
export function resourcesOf({ realm }: StoredRealm): RealmResources {
  return {
    journeys: Object.keys(realm.journeys).sort(),
    scripts: Object.values(realm.scripts).map(({ _id, name, context, evaluatorVersion }) => ({ id: _id, name, context, evaluatorVersion })),
    emailTemplates: Object.keys(realm.emailTemplates).sort(),
    nodeTypes: Object.values(realm.nodeTypes),
    identities: Object.values(realm.identities).map(({ _id, kind, userName, mail }) => ({ id: _id, kind, userName, mail })),
  };
}
