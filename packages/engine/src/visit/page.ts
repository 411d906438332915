import type { JsonObject, PageChild } from '@tandem/journey';
import { type Action, type Callback, goTo, NodeProcessError, send } from '@tandem/nodes';
import { ASSUMED } from '../assumptions.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { OwnedAnswer } from '../state.ts';
import { isSecretInput } from '../wire.ts';
import { write } from './nodeState.ts';
import type { VisitRun } from './run.ts';

/** A callback that a page sends on behalf of one of its children. */
export type OwnedCallback = Callback & { node?: string };

/** Which of a page's nodes each callback of the step belongs to, by number. */
const PAGE_NODE_CALLBACKS = 'pageNodeCallbacks';

/**
 * Runs a page's children in order and sends all they ask for as one step (AM 8.0.2 source, PageNode). Only the last child may branch; page 1.0
 * takes the last child's outcome, page 2.0 names it `<childId>-<outcome>`. Children that have what they need go on, but while one of them asks
 * again the page is shown with theirs as they came back. Metadata alone does not keep a page open.
 */
export function visitPage(run: VisitRun, page: ResolvedNode, children: readonly PageChild[]): Action {
  const nodes = childNodes(run, children);
  const again: string[] = [];
  const actions = nodes.map((node) => {
    const { action, rule } = visitChild(run, node);
    if (action.kind === 'send' && rule !== undefined) again.push(`${node.displayName}: ${rule}`);
    return action;
  });
  const suspending = actions.find((action) => action.kind === 'suspend');
  if (suspending) {
    run.assumptions.push(ASSUMED.pageSuspended);
    return suspending;
  }
  if (actions.some((action) => action.kind === 'enter')) throw new NodeProcessError('A page cannot run an inner journey');
  if (!actions.some(asksClient)) {
    const last = actions.at(-1);
    if (last?.kind !== 'goTo') throw new NodeProcessError('No outcome and only metadata callbacks found');
    write(run, { op: 'remove', key: PAGE_NODE_CALLBACKS });
    return goTo(page.version.startsWith('1.') ? last.outcome : `${nodes.at(-1)?.id}-${last.outcome}`);
  }
  // Each child that asks again says why; the page would tell the last one's reason alone.
  run.because = again.length > 0 ? { rule: again.join(' '), mark: 'recorded' } : null;
  const callbacks: OwnedCallback[] = [];
  const owners: JsonObject = {};
  for (const [index, action] of actions.entries()) {
    for (const callback of callbacksOf(run, action, nodes[index]?.id ?? page.id)) {
      owners[callbacks.length] = index;
      callbacks.push(callback);
    }
  }
  write(run, { op: 'put', scope: 'shared', key: PAGE_NODE_CALLBACKS, value: owners });
  return send(callbacks, { expiresAt: earliestEnd(actions) });
}

/** Visits a child; its own reason is told apart from those of the children before it, and without one theirs stays. */
function visitChild(run: VisitRun, node: ResolvedNode): { action: Action; rule: string | undefined } {
  const before = run.because;
  run.because = null;
  const action = node.execute(run.contextOf(run, node));
  const own = run.because as VisitRun['because'];
  run.because = own ?? before;
  return { action, rule: own?.rule };
}

/** A page is of no use any more when the answer to one of its nodes is. */
function earliestEnd(actions: readonly Action[]): number | undefined {
  let earliest: number | undefined;
  for (const action of actions) {
    if (action.kind === 'send' && action.expiresAt !== undefined) earliest = Math.min(earliest ?? action.expiresAt, action.expiresAt);
  }
  return earliest;
}

function childNodes(run: VisitRun, children: readonly PageChild[]): ResolvedNode[] {
  if (children.length === 0) throw new NodeProcessError('This page has no nodes in it, so cannot proceed');
  const nodes = children.map((child) => {
    const node = run.model.child(child);
    if (typeof node === 'string') throw new NodeProcessError(node);
    if (node.definition.inPage === 'unsupported') throw new NodeProcessError(`Illegal child node type: ${node.type}`);
    return node;
  });
  for (const node of nodes.slice(0, -1)) {
    if (node.outcomes.length > 1) throw new NodeProcessError('Only the last node in a page can have more than one outcome');
  }
  return nodes;
}

function asksClient(action: Action): boolean {
  return action.kind === 'send' && action.callbacks.some((callback) => callback.type !== 'MetadataCallback');
}

/** What a child sends, or what came back for it when it needs nothing more. */
function callbacksOf(run: VisitRun, action: Action, node: string): OwnedCallback[] {
  if (action.kind === 'send') return action.callbacks.map(({ type, output, input }) => ({ type, output, input, node }));
  return (run.answers ?? []).filter((answer) => answer.node === node).map((answer) => given(run, answer));
}

function given(run: VisitRun, { type, output, values, node }: OwnedAnswer): OwnedCallback {
  const input = Object.entries(values).map(([suffix, value]) => {
    if (!isSecretInput(type, suffix)) return { suffix, value };
    run.assumptions.push(ASSUMED.pagePassword);
    return { suffix, value: '' };
  });
  return { type, output, input, node };
}
