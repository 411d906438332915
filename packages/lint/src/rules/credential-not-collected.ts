import { certaintyOf, pathWithout } from '../flow/known.ts';
import { namesOf } from '../names.ts';
import type { Examples, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'credential-not-collected',
  title: 'Credential is checked before it was collected',
  severity: 'error',
  about:
    'The node checks a user name, password, one-time password or push answer that nothing on the way has put into node state: it fails for everybody who comes that way, which is shown. What the data object of a transaction brings counts as collected.',
  source: 'AM facts 2.3 and 2.4 (what each node reads and writes)',
  check: (context) =>
    context.nodes.flatMap((node) => {
      if (!context.graph.reached.has(node.page?.id ?? node.id)) return [];
      return (NEEDS[node.type] ?? []).flatMap(([key, name]): Report[] => {
        const certainty = certaintyOf(context, node, key);
        if (certainty === 'always') return [];
        const path = pathWithout(context, node, key);
        const way = path && path.length > 1 ? `: ${namesOf(context, path).join(' › ')}` : '';
        return [
          { node, text: certainty === 'never' ? `No ${name} was collected before this${way}.` : `No ${name} is collected on the way${way}.`, path },
        ];
      });
    }),
};

const BOTH = [
  ['username', 'user name'],
  ['password', 'password'],
] as const;
const NEEDS: Readonly<Record<string, readonly (readonly [key: string, name: string])[]>> = {
  DataStoreDecisionNode: BOTH,
  IdentityStoreDecisionNode: BOTH,
  OneTimePasswordCollectorDecisionNode: [['oneTimePassword', 'one-time password']],
  OneTimePasswordSmtpSenderNode: [['oneTimePassword', 'one-time password']],
  OneTimePasswordSmsSenderNode: [['oneTimePassword', 'one-time password']],
  PushResultVerifierNode: [['pushMessageId', 'push message']],
};

export const examples: Examples = {
  valid: [
    {
      title: 'collected on a page',
      journey: {
        nodes: {
          page: ['PageNode', {}, { outcome: 'check' }, { name: ['UsernameCollectorNode'], word: ['PasswordCollectorNode'] }],
          check: ['DataStoreDecisionNode', {}, { true: 'success', false: 'failure' }],
        },
      },
    },
    {
      title: 'the name comes with the transaction',
      journey: {
        nodes: {
          word: ['PasswordCollectorNode', {}, { outcome: 'check' }],
          check: ['DataStoreDecisionNode', {}, { true: 'success', false: 'failure' }],
        },
        tree: { transactionalOnly: true },
      },
    },
  ],
  invalid: [
    {
      title: 'no password',
      journey: {
        nodes: {
          name: ['UsernameCollectorNode', {}, { outcome: 'check' }],
          check: ['DataStoreDecisionNode', {}, { true: 'success', false: 'failure' }],
        },
      },
      finds: 'No password was collected before this: name › check.',
    },
    {
      title: 'the code is sent on one way alone',
      journey: {
        nodes: {
          ask: ['MessageNode', {}, { true: 'make', false: 'check' }],
          make: ['OneTimePasswordGeneratorNode', {}, { outcome: 'check' }],
          check: ['OneTimePasswordCollectorDecisionNode', {}, { true: 'success', false: 'failure' }],
        },
      },
      finds: 'No one-time password is collected on the way: ask › check.',
    },
  ],
};
