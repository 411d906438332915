import { isDots, type JourneyDetailsBody } from '@tandem/api';
import { type Journey, own, type RealmServices, renameReferences, withDetails } from '@tandem/journey';
import { badRequest } from '../../http/problem.ts';
import type { Put, RealmChange, StoredRealm } from '../../storage/realm-change.ts';
import { knowledgeOf, missingJourney } from '../find.ts';
import { conflict } from '../save.ts';
import { checkDefaultJourney } from '../services-routes.ts';
import { withTouches } from '../touch.ts';

/** What saving a journey's details changes. `scripts` are the names of those that were rewritten. */
interface DetailsPlan {
  change: RealmChange;
  scripts: string[];
  /** Keys of the nodes that were rewritten. */
  nodes: Set<string>;
}

/**
 * Details of a journey, and its name: a new one is written wherever the old one was, in the same change.
 * @throws ProblemError 404; 409 when somebody saved in between; 400 for what cannot be
 */
export function planDetails(current: StoredRealm, id: string, baseVersion: number, { name, ...details }: JourneyDetailsBody): DetailsPlan {
  const { realm } = current;
  const journey = own(realm.journeys, id);
  if (journey === undefined) throw missingJourney(realm.name, id);
  if (current.revision('journeys', id)?.version !== baseVersion) throw conflict(current, id, baseVersion);
  // Ping docs: an inner journey and one that only transactions start exclude each other.
  if (details.innerTreeOnly && details.transactionalOnly)
    throw badRequest({
      journey: id,
      field: 'details.transactionalOnly',
      message: 'A journey cannot be both inner only and transactional only.',
      expected: 'one of the two, or none',
    });
  const tree = withDetails(journey.tree, { ...details, tags: [...new Set(details.tags)] });
  const isDefault = realm.services.defaultJourney === id;
  const services: RealmServices = isDefault ? { ...realm.services, defaultJourney: name } : realm.services;
  const renamed = name === id ? { nodes: {}, scripts: {} } : renamedIn(current, id, name);
  const body: Journey = { ...journey, tree: { ...tree, _id: name } };
  const puts: Put[] = [
    ...Object.entries(renamed.nodes).map(([key, node]): Put => ({ kind: 'nodes', key, body: node })),
    ...Object.entries(renamed.scripts).map(([key, script]): Put => ({ kind: 'scripts', key, body: script })),
    { kind: 'journeys', key: name, body },
  ];
  if (isDefault) checkDefaultJourney({ ...realm, journeys: { ...realm.journeys, [name]: body } }, services);
  const change: RealmChange = {
    puts,
    ...(name === id ? {} : { deletes: [{ kind: 'journeys', key: id }], rename: { from: id, to: name } }),
    ...(isDefault ? { services } : {}),
  };
  return {
    change: withTouches(realm, change, knowledgeOf(current)),
    scripts: Object.values(renamed.scripts).map((script) => script.name),
    nodes: new Set(Object.keys(renamed.nodes)),
  };
}

function renamedIn(current: StoredRealm, from: string, to: string) {
  const { realm } = current;
  if (isDots(to))
    throw badRequest({ journey: from, field: 'details.name', message: `A journey cannot be called "${to}".`, expected: 'another name' });
  if (to === '__proto__' || own(realm.journeys, to) !== undefined)
    throw badRequest({ journey: from, field: 'details.name', message: `The realm has a journey "${to}" already.`, expected: 'another name' });
  return renameReferences(realm, from, to, knowledgeOf(current));
}
