import { callersOf } from '../flow/start.ts';
import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'notification-outside',
  title: 'Notification outside of a backchannel journey',
  severity: 'warning',
  about:
    'Backchannel Notification adds to the transaction that the session serves. In a journey that no transaction starts there is none, and it takes Error. Said of journeys that no Backchannel Initialize of the realm starts, directly or around them, and that are not Transactional Only.',
  source: 'AM facts 2.1',
  check: (context) => {
    if (servesTransaction(context.realm, context.document.tree._id, context.document.tree.transactionalOnly === true)) return [];
    return context.nodes
      .filter(({ type }) => type === 'BackchannelNotificationNode')
      .map((node) => ({ node, text: 'No Backchannel Initialize of this realm starts this journey: there is no transaction to notify.' }));
  },
};

/** Whether a transaction starts the journey, or one that runs it inside. */
function servesTransaction(realm: Parameters<typeof callersOf>[0], name: string, transactional: boolean): boolean {
  const names = new Set([name]);
  if (transactional) return true;
  for (const journey of names)
    for (const caller of callersOf(realm, journey)) {
      if (caller.kind === 'backchannel' || realm.journeys[caller.journey]?.tree.transactionalOnly) return true;
      names.add(caller.journey);
    }
  return false;
}

export const examples: Examples = {
  valid: [
    {
      title: 'in a journey that another one initializes',
      journey: { nodes: { note: ['BackchannelNotificationNode', { dataKey: 'status' }] } },
      others: { Main: { nodes: { init: ['BackChannelInitNode', { tree: 'Example', idType: 'NONE' }] } } },
    },
    {
      title: 'in a journey that only transactions start',
      journey: { nodes: { note: ['BackchannelNotificationNode', { dataKey: 'status' }] }, tree: { transactionalOnly: true } },
    },
  ],
  invalid: [
    {
      title: 'in any other',
      journey: { nodes: { note: ['BackchannelNotificationNode', { dataKey: 'status' }] } },
      finds: 'No Backchannel Initialize of this realm starts this journey: there is no transaction to notify.',
    },
  ],
};
