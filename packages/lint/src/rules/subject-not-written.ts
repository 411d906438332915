import { certaintyOf, pathWithout } from '../flow/known.ts';
import { INITIALIZE } from '../flow/start.ts';
import { namesOf } from '../names.ts';
import type { Examples, Report, Rule } from '../rule.ts';
import { labelOf, text } from '../support.ts';

export const rule: Rule = {
  id: 'subject-not-written',
  title: 'Subject of the transaction is in no node state',
  severity: 'error',
  about:
    'Backchannel Initialize reads the subject’s name from the key; when nothing wrote it, it takes Error with “Error retrieving subject from node state.”. The way on which nothing writes it is shown.',
  source: 'AM facts 2.1 (usernameKey)',
  check: (context) =>
    context.nodes.flatMap((node): Report[] => {
      const key = text(node, 'usernameKey');
      if (node.type !== INITIALIZE || node.config.idType === 'NONE' || key === '' || !context.graph.reached.has(node.page?.id ?? node.id)) return [];
      const certainty = certaintyOf(context, node, key);
      if (certainty === 'always') return [];
      const path = pathWithout(context, node, key);
      const way = path ? `: ${namesOf(context, path).join(' › ')}` : '';
      const label = labelOf(node, 'usernameKey');
      const said = certainty === 'never' ? `nothing writes “${key}” before this` : `“${key}” is not written on the way`;
      return [{ node, field: 'usernameKey', text: `${label}: ${said}${way}.`, path }];
    }),
};

export const examples: Examples = {
  valid: [
    {
      title: 'collected before',
      journey: {
        nodes: {
          who: ['UsernameCollectorNode', {}, { outcome: 'init' }],
          init: ['BackChannelInitNode', { tree: 'Verify', usernameKey: 'username' }, { created: 'success' }],
        },
      },
    },
    {
      title: 'written by a script',
      journey: {
        nodes: {
          who: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'init' }],
          init: ['BackChannelInitNode', { tree: 'Verify', usernameKey: 'backchannel-user' }, { created: 'success' }],
        },
      },
      scripts: { s: { source: 'nodeState.putShared("backchannel-user", "bjensen");\naction.goTo("next");' } },
    },
  ],
  invalid: [
    {
      title: 'another key is collected',
      journey: {
        nodes: {
          who: ['UsernameCollectorNode', {}, { outcome: 'init' }],
          init: ['BackChannelInitNode', { tree: 'Verify', usernameKey: 'user' }, { created: 'success' }],
        },
      },
      finds: 'Subject Name Key: nothing writes “user” before this: who › init.',
    },
    {
      title: 'it is collected on one way alone',
      journey: {
        nodes: {
          ask: ['MessageNode', {}, { true: 'who', false: 'init' }],
          who: ['UsernameCollectorNode', {}, { outcome: 'init' }],
          init: ['BackChannelInitNode', { tree: 'Verify', usernameKey: 'username' }, { created: 'success' }],
        },
      },
      finds: 'Subject Name Key: “username” is not written on the way: ask › init.',
    },
  ],
};
