import type { CreateFork, ForkChange, ForkMove, Parent } from '@tandem/api';
import type { SimulationState } from '@tandem/engine';
import type { Realm } from '@tandem/journey';

type Made = NonNullable<Parent['changes']>;

/** What a fork is made with, in the names of its moment: ids and values tell a reader of the tree nothing, and may be secret. */
export function madeWith({ changes, moves }: Pick<CreateFork, 'changes' | 'moves'>, state: SimulationState, realm: Realm): Made {
  return [...changes, ...moves].map((one) => {
    const name = nameIn(one, state, realm);
    return name === undefined ? { kind: one.kind } : { kind: one.kind, name };
  });
}

function nameIn(one: ForkChange | ForkMove, { sessions, outbox }: SimulationState, realm: Realm): string | undefined {
  switch (one.kind) {
    case 'answer': {
      const node = Object.hasOwn(sessions, one.session) ? sessions[one.session]?.node : undefined;
      return node ? nodeName(realm, node) : undefined;
    }
    case 'node':
      return nodeName(realm, one.id);
    case 'script':
      return Object.hasOwn(realm.scripts, one.id) ? realm.scripts[one.id]?.name : undefined;
    case 'state':
      return one.key;
    case 'message':
      return Object.hasOwn(outbox, one.id) ? (one.approve ? 'approved' : 'denied') : undefined;
    default:
      return undefined;
  }
}

/** As it stands on a canvas, or on a page. */
function nodeName({ journeys, nodes }: Realm, id: string): string | undefined {
  for (const { tree } of Object.values(journeys)) {
    const name = tree.nodes && Object.hasOwn(tree.nodes, id) ? tree.nodes[id]?.displayName : undefined;
    if (name) return name;
  }
  for (const node of Object.values(nodes)) {
    const children = Array.isArray(node.nodes) ? (node.nodes as { _id?: unknown; displayName?: unknown }[]) : [];
    const child = children.find(({ _id }) => _id === id);
    if (typeof child?.displayName === 'string') return child.displayName;
  }
  return undefined;
}
