import { findCustomType, PAGE_TYPE, SUCCESS_NODE_ID } from '@tandem/journey';
import { type LintContext, otherJourney } from '../context.ts';
import { isBackchannel, isInner } from '../flow/start.ts';
import { type Edge, pathTo } from '../graph.ts';
import { namesOf } from '../names.ts';
import type { LintNode } from '../node.ts';
import type { Examples, Rule } from '../rule.ts';
import { isNative, text } from '../support.ts';

export const rule: Rule = {
  id: 'success-without-check',
  title: 'Success without any check of who it is',
  severity: 'warning',
  about:
    'A way from Start to Success, which is shown, passes no node that checks a credential or opens an account: whoever takes it is signed in. Scripts, custom nodes and nodes that are not known here may check something, so ways through them are not counted; nor are journeys that run inside of others and those that give no session.',
  source: 'AM facts 1.1 (noSession, mustRun) and 2.3, 2.4 (nodes that check)',
  check(context) {
    const { tree } = context.document;
    if (tree.noSession || (isInner(context) && !isBackchannel(context))) return [];
    const path = pathTo(context.graph, SUCCESS_NODE_ID, (edge) => !checks(context, edge));
    if (!path) return [];
    const last = context.graph.nodes.get(path.at(-2) ?? '');
    return [{ node: last, text: `Success can be reached without any check of a credential: ${namesOf(context, path).join(' › ')}.`, path }];
  },
};

/** Outcomes that stand for a check that was passed; an empty list: any outcome. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  DataStoreDecisionNode: ['true'],
  IdentityStoreDecisionNode: ['TRUE'],
  OneTimePasswordCollectorDecisionNode: ['true'],
  PushResultVerifierNode: ['TRUE'],
  KbaVerifyNode: ['true'],
  CreateObjectNode: ['CREATED'],
  EmailSuspendNode: [],
  AnonymousUserNode: [],
  BackChannelStatusNode: ['success'],
};

function checks(context: LintContext, { from, outcome }: Edge): boolean {
  const node = context.graph.nodes.get(from);
  return node !== undefined && passes(node, outcome, context, new Set());
}

function passes(node: LintNode, outcome: string, context: LintContext, inside: ReadonlySet<string>): boolean {
  if (node.type === PAGE_TYPE) return node.children.some((child) => passes(child, outcome.replace(`${child.id}-`, ''), context, inside));
  const on = CHECKS[node.type];
  if (on) return on.length === 0 || on.includes(outcome);
  if (node.type === 'ScriptedDecisionNode' || node.type === 'ConfigProviderNode') return true;
  if (!isNative(node) || findCustomType(context.realm, node.type)) return true;
  return node.type === 'InnerTreeEvaluatorNode' && outcome === 'true' && innerChecks(context, text(node, 'tree'), inside);
}

/** Whether every way to an inner journey's Success passes a check; one that cannot be looked into may. */
function innerChecks(context: LintContext, name: string, inside: ReadonlySet<string>): boolean {
  const inner = otherJourney(context, name);
  if (!inner || inside.has(name)) return true;
  const further = new Set([...inside, name]);
  return (
    pathTo(inner.graph, SUCCESS_NODE_ID, ({ from, outcome }) => {
      const node = inner.graph.nodes.get(from);
      return node !== undefined && !passes(node, outcome, inner, further);
    }) === undefined
  );
}

export const examples: Examples = {
  valid: [
    {
      title: 'a password',
      journey: {
        nodes: {
          page: ['PageNode', {}, { outcome: 'check' }, { name: ['UsernameCollectorNode'], word: ['PasswordCollectorNode'] }],
          check: ['DataStoreDecisionNode', {}, { true: 'success', false: 'failure' }],
        },
      },
    },
    {
      title: 'a part of other journeys',
      journey: { nodes: { ask: ['MessageNode', {}, { true: 'success', false: 'failure' }] } },
      others: { Login: { nodes: { inner: ['InnerTreeEvaluatorNode', { tree: 'Example' }] } } },
    },
    {
      title: 'the inner journey checks',
      journey: { nodes: { login: ['InnerTreeEvaluatorNode', { tree: 'Login' }, { true: 'success', false: 'failure' }] } },
      others: { Login: { nodes: { check: ['DataStoreDecisionNode', {}, { true: 'success', false: 'failure' }] } } },
    },
  ],
  invalid: [
    {
      title: 'a name alone',
      journey: {
        nodes: {
          name: ['UsernameCollectorNode', {}, { outcome: 'sure' }],
          sure: ['MessageNode', {}, { true: 'success', false: 'failure' }],
        },
      },
      finds: 'Success can be reached without any check of a credential: name › sure › Success.',
    },
    {
      title: 'the wrong outcome',
      journey: { nodes: { check: ['DataStoreDecisionNode', {}, { true: 'success', false: 'success' }] } },
      finds: 'Success can be reached without any check of a credential: check › Success.',
    },
  ],
};
