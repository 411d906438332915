import type { ForkChange } from '@tandem/api';
import { type NodeResource, type Realm, withScriptBody } from '@tandem/journey';
import { badRequest } from '../../http/problem.ts';

/**
 * The realm with these changes made to it; the same one when none of them is about the realm.
 *
 * @param now the realm as it is
 * @throws ProblemError 400 for a node or script that it does not have
 */
export function changedRealm(ran: Realm, now: Realm | undefined, changes: readonly ForkChange[]): Realm {
  let realm = changes.some(({ kind }) => kind === 'realm') ? (now ?? ran) : ran;
  for (const [index, change] of changes.entries()) {
    if (change.kind === 'node') realm = withNode(realm, change, `changes.${index}.id`);
    else if (change.kind === 'script') realm = withScript(realm, change, `changes.${index}.id`);
  }
  return realm;
}

function withNode(realm: Realm, { id, type, config }: Extract<ForkChange, { kind: 'node' }>, field: string): Realm {
  const keys = Object.keys(realm.nodes).filter((key) => {
    const node = realm.nodes[key];
    return node?._id === id && (type === undefined || node._type._id === type);
  });
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    const message = key === undefined ? `The simulation's realm has no node "${id}".` : `The realm has several nodes "${id}".`;
    throw badRequest({ field, message, expected: key === undefined ? 'The id of a node' : 'Also its type' });
  }
  const before = realm.nodes[key] as NodeResource;
  // What begins with an underscore tells what the resource is; the rest are settings.
  const own = Object.entries(before).filter(([name]) => name.startsWith('_'));
  const settings = Object.entries(config).filter(([name]) => !name.startsWith('_'));
  return { ...realm, nodes: { ...realm.nodes, [key]: Object.fromEntries([...own, ...settings]) as NodeResource } };
}

function withScript(realm: Realm, { id, source }: Extract<ForkChange, { kind: 'script' }>, field: string): Realm {
  const script = Object.hasOwn(realm.scripts, id) ? realm.scripts[id] : undefined;
  if (!script) throw badRequest({ field, message: `The simulation's realm has no script "${id}".`, expected: 'The id of a script' });
  return { ...realm, scripts: { ...realm.scripts, [id]: withScriptBody(script, source) } };
}
