import { otherJourney } from '../context.ts';
import { setting } from '../fixes.ts';
import { pairsOf } from '../pair.ts';
import type { Example, Examples, Report, Rule } from '../rule.ts';
import { labelOf, text } from '../support.ts';

export const rule: Rule = {
  id: 'default-time-to-live',
  title: 'Transaction ends before its journey may',
  severity: 'info',
  about:
    'Without Max Time a transaction lives as long as the realm says: 180 s unless somebody changed it. Said when the backchannel journey, or the main one, was given more time than the transaction has. The fix sets Max Time to what the backchannel journey was given.',
  source: 'AM facts 2.1 (timeout unset) and 4.1 (time to live)',
  check: (context) =>
    pairsOf(context).flatMap(({ initialize, maxTime, isOwn }): Report[] => {
      const theirs = otherJourney(context, text(initialize, 'tree'))?.document.tree.treeTimeout;
      const longest = theirs ?? (isOwn ? undefined : context.document.tree.treeTimeout);
      if (longest === undefined || longest * 60 <= maxTime) return [];
      const label = labelOf(initialize, 'timeout');
      const whose = theirs === undefined ? 'this journey' : `“${text(initialize, 'tree')}”`;
      return [
        {
          node: initialize,
          field: 'timeout',
          text: `The transaction lives ${maxTime} s${isOwn ? '' : ', as the realm says'}; ${whose} may take ${longest * 60} s.`,
          fix: setting(initialize, context.realm, 'timeout', longest * 60, `Set ${label} of ${initialize.name} to ${longest * 60} s`),
        },
      ];
    }),
};

const journey: Example['journey'] = { nodes: { init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'success' }] } };

export const examples: Examples = {
  valid: [{ title: 'no journey has a time of its own', journey, others: { Verify: { nodes: {} } } }],
  invalid: [
    {
      title: 'ten minutes for a transaction of three',
      journey,
      others: { Verify: { nodes: {}, tree: { treeTimeout: 10 } } },
      finds: 'The transaction lives 180 s, as the realm says; “Verify” may take 600 s.',
    },
  ],
};
