import type { Identity, Json } from '@tandem/journey';
import type { IdentityView } from '@tandem/nodes';
import { type Model, own } from './model.ts';
import type { Session, SimulationState } from './state.ts';

/** Identities as a simulation sees them: the realm's, with the simulation's own changes laid over. */
export function identitiesOf(model: Model, state: Pick<SimulationState, 'identities'>): IdentityView & { all(kind: Identity['kind']): Identity[] } {
  const byId = (id: string): Identity | undefined => {
    const changed = own(state.identities, id);
    return changed === undefined ? own(model.realm.identities, id) : (changed ?? undefined);
  };
  const all = (kind: Identity['kind']): Identity[] => {
    const kept = Object.values(model.realm.identities).filter((identity) => !Object.hasOwn(state.identities, identity._id));
    const changed = Object.values(state.identities).filter((identity) => identity !== null);
    return [...kept, ...changed].filter((identity) => identity.kind === kind);
  };
  return {
    byId,
    all,
    byUserName(userName, kind = 'user') {
      const wanted = userName.toLowerCase();
      const changed = Object.values(state.identities).find((identity) => identity?.kind === kind && identity.userName.toLowerCase() === wanted);
      if (changed) return changed;
      const found = model.identityNamed(kind, userName);
      return found && !Object.hasOwn(state.identities, found._id) ? found : undefined;
    },
    find(attribute, value) {
      return all('user').filter((identity) => attributeEquals(identity[attribute] as Json | undefined, value));
    },
  };
}

/**
 * The user or agent that a session is for, as far as it is known: named by a node, else by `_id` or `username` of shared state. Whom a node names
 * counts alone, also when nobody has that name: what state tells of somebody else must not sign that one in.
 */
export function userOf(model: Model, state: SimulationState, session: Session): Identity | undefined {
  const identities = identitiesOf(model, state);
  for (const name of session.identified === null ? [session.shared._id, session.shared.username] : [session.identified]) {
    if (typeof name !== 'string' || name === '') continue;
    const found = identities.byId(name) ?? identities.byUserName(name) ?? identities.byUserName(name, 'agent');
    if (found) return found;
  }
  return undefined;
}

/** Whether an attribute holds a value, as AM's store compares: texts ignoring case, lists by any of their entries. */
export function attributeEquals(stored: Json | undefined, wanted: Json): boolean {
  if (Array.isArray(stored)) return stored.some((value) => attributeEquals(value, wanted));
  if (typeof stored === 'string' && typeof wanted === 'string') return stored.toLowerCase() === wanted.toLowerCase();
  return stored !== undefined && stored !== null && stored === wanted;
}
