import type { Identity, Json } from '@tandem/journey';
import type { IdentityView } from '@tandem/nodes';
import type { Model } from './model.ts';
import { own } from './own.ts';
import type { Session, SimulationState } from './state.ts';
import { attributeEquals } from './userIndex.ts';

/** Identities as a simulation sees them: the realm's, with the simulation's own changes laid over. */
export function identitiesOf(model: Model, state: Pick<SimulationState, 'identities'>): IdentityView & { all(kind: Identity['kind']): Identity[] } {
  return new Identities(model, state);
}

class Identities implements IdentityView {
  constructor(
    private readonly model: Model,
    private readonly state: Pick<SimulationState, 'identities'>,
  ) {}

  byId(id: string): Identity | undefined {
    const changed = own(this.state.identities, id);
    return changed === undefined ? own(this.model.realm.identities, id) : (changed ?? undefined);
  }

  byUserName(userName: string, kind: Identity['kind'] = 'user'): Identity | undefined {
    const wanted = userName.toLowerCase();
    const [changed] = this.changed((identity) => identity.kind === kind && identity.userName.toLowerCase() === wanted);
    if (changed) return changed;
    const found = this.model.identityNamed(kind, userName);
    return found && this.isKept(found) ? found : undefined;
  }

  find(attribute: string, value: Json): Identity[] {
    const kept = this.model.usersWith(attribute, value).filter((identity) => this.isKept(identity));
    return kept.concat(this.changed((identity) => identity.kind === 'user' && attributeEquals(identity[attribute] as Json | undefined, value)));
  }

  all(kind: Identity['kind']): Identity[] {
    const kept = Object.values(this.model.realm.identities).filter((identity) => identity.kind === kind && this.isKept(identity));
    return kept.concat(this.changed((identity) => identity.kind === kind));
  }

  /** Whether the simulation has left an identity of the realm as it is. */
  private isKept({ _id }: Identity): boolean {
    return !Object.hasOwn(this.state.identities, _id);
  }

  /** What the simulation has changed or made, as far as it is wanted. */
  private changed(wanted: (identity: Identity) => boolean): Identity[] {
    return Object.values(this.state.identities)
      .filter((identity) => identity !== null)
      .filter(wanted);
  }
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
