import { scriptOf } from '../context.ts';
import type { Examples, JourneySketch, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'script-context',
  title: 'Script was written for another kind of node',
  severity: 'error',
  about:
    'A script belongs to a context, which decides what it finds: a Scripted Decision script has callbacks and outcomes, a Configuration Provider script has neither and leaves a `config`. A library is only required by others.',
  source: 'AM facts 1.6 (contexts) and 6.2 (which binding exists where)',
  checkNode(node, context) {
    const wanted = CONTEXTS[node.type];
    const id = node.definition.scripts?.(node.config)[0];
    const script = wanted && id !== undefined ? scriptOf(context, id) : undefined;
    if (!wanted || script?.context === undefined || wanted.has(script.context)) return [];
    return [{ node, field: 'script', text: `“${script.name}” is a script for ${script.context}; this node takes ${[...wanted][0]}.` }];
  },
};

const CONTEXTS: Readonly<Record<string, ReadonlySet<string>>> = {
  ScriptedDecisionNode: /* @__PURE__ */ new Set(['AUTHENTICATION_TREE_DECISION_NODE', 'SCRIPTED_DECISION_NODE']),
  ConfigProviderNode: /* @__PURE__ */ new Set(['CONFIG_PROVIDER_NODE', 'CONFIG_PROVIDER_NODE_NEXT_GEN']),
};

const journey: JourneySketch = { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['a'] }] } };

export const examples: Examples = {
  valid: [{ title: 'a decision', journey, scripts: { s: { source: 'outcome = "a";' } } }],
  invalid: [
    {
      title: 'a library',
      journey,
      scripts: { s: { source: 'exports.a = 1;', context: 'LIBRARY' } },
      finds: '“s” is a script for LIBRARY; this node takes AUTHENTICATION_TREE_DECISION_NODE.',
    },
  ],
};
