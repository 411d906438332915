import type { PageChild } from '@tandem/journey';
import { type Action, type Callback, goTo, NodeProcessError, send } from '@tandem/nodes';
import type { ResolvedNode } from '../model.ts';
import type { VisitRun } from './run.ts';

/** A callback that a page sends on behalf of one of its children. */
export type OwnedCallback = Callback & { node?: string };

/**
 * Runs a page's children in order and sends all they ask for as one step (AM 8.0.2 source, PageNode). Only the last child may branch; page 1.0
 * takes the last child's outcome, page 2.0 names it `<childId>-<outcome>`. When an answered child asks again the whole page is shown again, with
 * the children that were satisfied asking afresh (assumption: AM shows the page again, what the others show is not recorded).
 */
export function visitPage(run: VisitRun, page: ResolvedNode, children: readonly PageChild[]): Action {
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
  const first = nodes.map((node) => node.execute(run.contextOf(run, node)));
  // A child that suspends suspends the page: the client comes back to it.
  const suspending = first.find((action) => action.kind === 'suspend');
  if (suspending) return suspending;
  const asking = first.some((action) => action.kind === 'send' && action.callbacks.some((callback) => callback.type !== 'MetadataCallback'));
  if (!asking) return goTo(pageOutcome(page, nodes, first));
  const repeated = run.answers !== null;
  const actions = repeated ? askAfresh(run, nodes, first) : first;
  const callbacks = actions.flatMap((action, index): OwnedCallback[] =>
    action.kind === 'send' ? action.callbacks.map((callback) => ({ ...callback, node: nodes[index]?.id ?? page.id })) : [],
  );
  if (repeated) run.assumptions.push('A page is shown again in full when one of its nodes asks again.');
  return send(callbacks);
}

function askAfresh(run: VisitRun, nodes: readonly ResolvedNode[], first: readonly Action[]): Action[] {
  const fresh: VisitRun = { ...run, answers: null };
  return first.map((action, index) => {
    const node = nodes[index];
    return action.kind === 'goTo' && node && run.answers?.some((answer) => answer.node === node.id)
      ? node.execute(run.contextOf(fresh, node))
      : action;
  });
}

function pageOutcome(page: ResolvedNode, nodes: readonly ResolvedNode[], actions: readonly Action[]): string {
  const last = actions.at(-1);
  const outcome = last?.kind === 'goTo' ? last.outcome : (nodes.at(-1)?.outcomes[0]?.id ?? 'outcome');
  return page.version.startsWith('1.') ? outcome : `${nodes.at(-1)?.id}-${outcome}`;
}
