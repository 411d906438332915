import { settingOfJourney } from '../fixes.ts';
import type { Examples, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'conflicting-flags',
  title: 'Journey is Inner Journey and Transactional Only',
  severity: 'error',
  about: 'An inner journey runs inside of others alone, so it cannot be Transactional Only. The fix switches Inner Journey off.',
  source: 'AM facts 1.1 (transactionalOnly can’t be an inner tree and vice versa)',
  check({ document: { tree } }) {
    const found: Report[] = [];
    if (tree.innerTreeOnly && tree.transactionalOnly)
      found.push({
        field: 'innerTreeOnly',
        text: 'Inner Journey and Transactional Only exclude each other.',
        fix: settingOfJourney('innerTreeOnly', false, 'Switch Inner Journey off'),
      });
    return found;
  },
};

export const examples: Examples = {
  valid: [{ title: 'one of them', journey: { nodes: {}, tree: { transactionalOnly: true } } }],
  invalid: [
    {
      title: 'both',
      journey: { nodes: {}, tree: { innerTreeOnly: true, transactionalOnly: true } },
      finds: 'Inner Journey and Transactional Only exclude each other.',
    },
  ],
};
