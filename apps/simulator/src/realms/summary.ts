import type { JourneySummary, journeyListSchema, RealmResources } from '@tandem/api';
import { configOf, journeyTags, nodesOf } from '@tandem/journey';
import { definitionOf } from '@tandem/nodes';
import type * as z from 'zod';
import type { StoredRealm } from '../storage/realm-change.ts';
import { knowledgeOf } from './find.ts';

/** Type of the node that starts a backchannel journey. */
const INITIALIZE_TYPE = 'BackChannelInitNode';

/** The library's lines, by name, with what the realm runs by default and the names of the node types. */
export function journeyListOf(stored: StoredRealm): z.input<typeof journeyListSchema> {
  const { realm } = stored;
  const knowledge = knowledgeOf(stored);
  const names = new Map<string, string>();
  const startedBy = new Map<string, string[]>();
  const lines = Object.entries(realm.journeys).map(([id, { tree }]): JourneySummary => {
    const used = nodesOf(realm, tree);
    const [starts, enters, types] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const { type, resource } of used) {
      types.add(type);
      if (!names.has(type)) names.set(type, definitionOf(type, { customTypes: realm.nodeTypes }).name);
      if (resource === undefined) continue;
      for (const name of knowledge.references(type, configOf(resource)).journeys) (type === INITIALIZE_TYPE ? starts : enters).add(name);
    }
    for (const name of starts) startedBy.set(name, [...(startedBy.get(name) ?? []), id]);
    const revision = stored.revision('journeys', id);
    const nodeCount = Object.keys(tree.nodes ?? {}).length;
    return {
      id,
      ...(tree.description === undefined ? {} : { description: tree.description }),
      enabled: tree.enabled ?? true,
      innerTreeOnly: tree.innerTreeOnly ?? false,
      transactionalOnly: tree.transactionalOnly ?? false,
      tags: journeyTags(tree),
      nodeCount,
      innerCount: used.length - nodeCount,
      starts: [...starts],
      enters: [...enters],
      startedBy: [],
      nodeTypes: [...types],
      version: revision?.version ?? 0,
      modifiedAt: revision?.modifiedAt ?? '',
    };
  });
  const { defaultJourney } = realm.services;
  return {
    journeys: lines.map((line) => ({ ...line, startedBy: startedBy.get(line.id) ?? [] })).sort((a, b) => a.id.localeCompare(b.id)),
    nodeTypes: Object.fromEntries(names),
    ...(defaultJourney === undefined ? {} : { defaultJourney }),
  };
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
