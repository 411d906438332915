import {
  FAILURE_NODE_ID,
  type Identity,
  type Json,
  type JsonObject,
  type ManagedObject,
  nodeKey,
  type PageChild,
  type Realm,
  SUCCESS_NODE_ID,
  scriptBody,
  type Tree,
} from '@tandem/journey';
import { allOutcomesOf, type Complete } from '@tandem/nodes';
import { completions } from '@tandem/nodes/execute';
import { own } from './own.ts';
import { type ResolvedNode, resolveNode } from './resolvedNode.ts';
import { UserIndex } from './userIndex.ts';
import { allNodes, readsFrom } from './walk.ts';

/** What standing at a node id means: an end, a node that can run, or why it cannot. */
export type Place = { kind: 'success' } | { kind: 'failure' } | { kind: 'node'; node: ResolvedNode } | { kind: 'missing'; message: string };

export interface DecodedScript {
  id: string;
  name: string;
  source: string;
  evaluatorVersion: string;
  context: string | undefined;
}

/** A node that has something left to do when a journey that contains it succeeds. */
interface CompletingNode {
  node: ResolvedNode;
  complete: Complete;
}

/** Path of a realm as AM writes it: "/alpha". */
export function realmPath(realm: Realm): string {
  return `/${realm.name}`;
}

/**
 * A realm prepared for running: look-ups computed once and kept. It never changes; a changed realm is a new model.
 */
export class Model {
  private readonly places = new Map<string, Map<string, Place>>();
  private readonly children = new Map<string, ResolvedNode | string>();
  private readonly readsAfter = new Map<string, ReadonlySet<string>>();
  private readonly completingIn = new Map<string, readonly CompletingNode[]>();
  private readonly decoded = new Map<string, DecodedScript>();
  private readonly byUserName = new Map<string, Identity>();
  private readonly byType = new Map<string, ManagedObject[]>();
  private readonly users: UserIndex;

  constructor(readonly realm: Realm) {
    for (const identity of Object.values(realm.identities)) this.byUserName.set(userNameKey(identity.kind, identity.userName), identity);
    this.users = new UserIndex(Object.values(realm.identities).filter((identity) => identity.kind === 'user'));
    for (const managed of Object.values(realm.objects)) {
      const others = this.byType.get(managed.type);
      if (others) others.push(managed);
      else this.byType.set(managed.type, [managed]);
    }
  }

  tree(journey: string): Tree | undefined {
    return own(this.realm.journeys, journey)?.tree;
  }

  /** The realm's own identity of that name, ignoring case; simulations lay their changes over it. */
  identityNamed(kind: Identity['kind'], userName: string): Identity | undefined {
    return this.byUserName.get(userNameKey(kind, userName));
  }

  /** The realm's own users whose attribute equals the value; simulations lay their changes over them. */
  usersWith(attribute: string, value: Json): readonly Identity[] {
    return this.users.find(attribute, value);
  }

  /** The realm's own managed objects of a type; simulations lay their changes over them. */
  objectsOfType(type: string): readonly ManagedObject[] {
    return this.byType.get(type) ?? [];
  }

  place(journey: string, id: string): Place {
    let places = this.places.get(journey);
    if (!places) {
      places = new Map();
      this.places.set(journey, places);
    }
    let place = places.get(id);
    if (!place) {
      place = this.findPlace(journey, id);
      places.set(id, place);
    }
    return place;
  }

  /** A page's child, or why there is none. */
  child(child: PageChild): ResolvedNode | string {
    const key = nodeKey(child.nodeType, child._id);
    let found = this.children.get(key);
    if (!found) {
      const resource = own(this.realm.nodes, key);
      found = resource
        ? resolveNode(this.realm, resource, { id: child._id, type: child.nodeType, version: child.nodeVersion, displayName: child.displayName }, {})
        : `Node does not exist: ${child.displayName ?? child.nodeType} (${child.nodeType} ${child._id}).`;
      this.children.set(key, found);
    }
    return found;
  }

  /** Another type under a node's id, as Configuration Provider runs it; undefined for a type that cannot be imitated. */
  imitated(node: ResolvedNode, type: string, version: string, config: JsonObject): ResolvedNode | undefined {
    if (allOutcomesOf(type, this.realm.nodeTypes) === null) return undefined;
    const resource = { ...config, _id: node.id, _type: { _id: type } };
    return resolveNode(this.realm, resource, { id: node.id, type, version, displayName: node.displayName }, {});
  }

  script(id: string): DecodedScript | undefined {
    let found = this.decoded.get(id);
    if (!found) {
      const script = own(this.realm.scripts, id);
      if (!script) return undefined;
      found = { id, name: script.name, source: scriptBody(script), evaluatorVersion: script.evaluatorVersion ?? '1.0', context: script.context };
      this.decoded.set(id, found);
    }
    return found;
  }

  /**
   * Node state keys that the node itself or any node after it reads; "*" stands for all. Decides which transient values survive the way to the
   * client (AM keeps those that a later node declares as input, in secure state).
   */
  keysReadFrom(journey: string, nodeId: string): ReadonlySet<string> {
    const key = `${journey} ${nodeId}`;
    let keys = this.readsAfter.get(key);
    if (!keys) {
      keys = readsFrom(this, journey, nodeId);
      this.readsAfter.set(key, keys);
    }
    return keys;
  }

  /** Nodes of a journey, of its pages and of the journeys inside it, that want to know of its success. */
  completing(journey: string): readonly CompletingNode[] {
    let found = this.completingIn.get(journey);
    if (!found) {
      found = [...allNodes(this, journey)].flatMap((node) => {
        const complete = own(completions, node.type);
        return complete ? [{ node, complete }] : [];
      });
      this.completingIn.set(journey, found);
    }
    return found;
  }

  private findPlace(journey: string, id: string): Place {
    if (id === SUCCESS_NODE_ID) return { kind: 'success' };
    if (id === FAILURE_NODE_ID) return { kind: 'failure' };
    const entry = own(this.tree(journey)?.nodes ?? {}, id);
    if (!entry) return { kind: 'missing', message: `Journey "${journey}" has no node ${id}. Connect the outcome to a node of the journey.` };
    const resource = own(this.realm.nodes, nodeKey(entry.nodeType, id));
    if (!resource) {
      return {
        kind: 'missing',
        message: `Node "${entry.displayName ?? id}" (${entry.nodeType} ${id}) is placed in journey "${journey}" but the realm has no such node.`,
      };
    }
    const at = { id, type: entry.nodeType, version: entry.version, displayName: entry.displayName };
    return { kind: 'node', node: resolveNode(this.realm, resource, at, entry.connections ?? {}) };
  }
}

function userNameKey(kind: Identity['kind'], userName: string): string {
  return `${kind} ${userName.toLowerCase()}`;
}
