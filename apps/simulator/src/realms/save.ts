import type { SaveJourney } from '@tandem/api';
import { journeyDocument, nodeKey, nodesOf, type Realm } from '@tandem/journey';
import { ProblemError } from '../http/problem.ts';
import type { Delete, Put, RealmChange, StoredRealm } from '../storage/realm-change.ts';
import { checkDocument } from './check-document.ts';
import { documentOf, knowledgeOf } from './find.ts';
import { usersOfNodes } from './placement.ts';
import { changedPuts, withTouches } from './touch.ts';

/**
 * What saving a journey changes in the realm as it is now.
 * @throws ProblemError 409 with the current document when somebody saved in between; 400 for a document that cannot be kept
 */
export function planSave(current: StoredRealm, id: string, save: SaveJourney): RealmChange {
  const { realm } = current;
  const knowledge = knowledgeOf(current);
  const found = current.revision('journeys', id)?.version ?? 0;
  const change = changeOf(realm, id, save);
  if (found !== save.baseVersion) {
    // The same document again, after an answer that got lost: it is saved already.
    if (found > 0 && changedPuts(realm, change).length === 0 && change.deletes?.length === 0) return {};
    throw conflict(current, id, save.baseVersion);
  }
  const errors = checkDocument(realm, id, save, journeyDocument(realm, id, knowledge));
  if (errors.length > 0)
    throw new ProblemError(400, errors[0]?.message ?? 'The journey cannot be kept.', { title: 'The journey cannot be kept', errors });
  return withTouches(realm, change, knowledge);
}

function changeOf(realm: Realm, id: string, { tree, nodes, scripts }: SaveJourney): RealmChange & { deletes: Delete[] } {
  const before = realm.journeys[id];
  const puts: Put[] = [
    ...Object.entries(scripts).map(([key, body]): Put => ({ kind: 'scripts', key, body })),
    ...Object.values(nodes).map((body): Put => ({ kind: 'nodes', key: nodeKey(body._type._id, body._id), body })),
    { kind: 'journeys', key: id, body: before?.bundle ? { tree, bundle: before.bundle } : { tree } },
  ];
  return { puts, deletes: removedNodes(realm, id, new Set(puts.map(({ key }) => key))) };
}

/** Nodes that the journey had and has no longer, unless another journey uses them. */
function removedNodes(realm: Realm, id: string, kept: ReadonlySet<string>): Delete[] {
  const before = realm.journeys[id];
  if (before === undefined) return [];
  const gone = nodesOf(realm, before.tree)
    .filter(({ resource }) => resource !== undefined)
    .map(({ type, id: node }) => nodeKey(type, node))
    .filter((key) => !kept.has(key));
  if (gone.length === 0) return [];
  const users = usersOfNodes(realm, id);
  return gone.filter((key) => !users.has(key)).map((key) => ({ kind: 'nodes', key }));
}

/** Somebody else saved since that version; the answer brings the document as it is now. */
export function conflict(current: StoredRealm, id: string, baseVersion: number): ProblemError {
  const document = documentOf(current, id) ?? null;
  const message =
    document === null
      ? `The journey "${id}" has been deleted.`
      : baseVersion === 0
        ? `There is a journey "${id}" already.`
        : `The journey "${id}" has been saved by somebody else since version ${baseVersion}.`;
  return new ProblemError(409, message, {
    title: 'The journey has changed in between',
    errors: [{ journey: id, field: 'baseVersion', message, expected: String(document?.version ?? 0) }],
    extra: { current: document },
  });
}
