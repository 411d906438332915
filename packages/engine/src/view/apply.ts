import type { PatchOp } from '../state.ts';

type Node = Record<string, unknown>;

/**
 * Folds patches into a state: returns a new state that shares every untouched part with the old one, so that viewers can compare by identity.
 *
 * @param state a snapshot as the server sent it
 * @param patch the `patch` of the events after it, in order of seq
 */
export function applyPatch<S>(state: S, patch: readonly PatchOp[]): S {
  let root = state as unknown as Node;
  const copied = new Set<Node>();
  const own = (node: Node): Node => {
    if (copied.has(node)) return node;
    const copy = (Array.isArray(node) ? [...node] : { ...node }) as Node;
    copied.add(copy);
    return copy;
  };
  for (const op of patch) {
    const path = op[0];
    const last = path.at(-1);
    if (last === undefined) continue;
    root = own(root);
    let node = root;
    for (const key of path.slice(0, -1)) {
      const child = own((node[key] ?? {}) as Node);
      node[key] = child;
      node = child;
    }
    if (op.length === 1) delete node[last];
    else node[last] = op[1];
  }
  return root as unknown as S;
}
