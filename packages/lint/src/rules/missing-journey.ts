import { own } from '@tandem/journey';
import type { Examples, Report, Rule } from '../rule.ts';
import { fieldsOf } from '../support.ts';

export const rule: Rule = {
  id: 'missing-journey',
  title: 'Journey that the node runs or starts is missing',
  severity: 'error',
  about: 'AM refuses an Inner Tree Evaluator whose journey does not exist; Backchannel Initialize takes Error. An import of the journey alone fails.',
  source: 'AM facts 1.2 (Data validation failed for the attribute, Tree Name) and 7.1 (import)',
  checkNode: (node, { realm, document }) =>
    (node.definition.journeys?.(node.config) ?? []).flatMap((name): Report[] => {
      if (name === document.tree._id || own(realm.journeys, name)) return [];
      const field = fieldsOf(node).find(([id, { kind }]) => kind === 'journey' && node.config[id] === name);
      return [{ node, field: field?.[0], text: `${field?.[1].label ?? 'Journey'}: the realm has no journey “${name}”.` }];
    }),
};

export const examples: Examples = {
  valid: [
    {
      title: 'a journey of the realm',
      journey: { nodes: { inner: ['InnerTreeEvaluatorNode', { tree: 'Login' }] } },
      others: { Login: { nodes: {} } },
    },
  ],
  invalid: [
    {
      title: 'none of that name',
      journey: { nodes: { inner: ['InnerTreeEvaluatorNode', { tree: 'Login' }] } },
      finds: 'Tree Name: the realm has no journey “Login”.',
    },
  ],
};
