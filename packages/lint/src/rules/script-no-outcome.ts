import type { Examples, JourneySketch, Rule } from '../rule.ts';
import { scriptAt } from '../support.ts';

export const rule: Rule = {
  id: 'script-no-outcome',
  title: 'Script never chooses any outcome',
  severity: 'error',
  about:
    "A decision script has to set `outcome` or call `action.goTo`, else the run ends with “Script must set 'outcome' to a string.”. A Configuration Provider script has to leave a `config`.",
  source: 'AM facts 5.2 and 6.1',
  checkNode(node, context) {
    const script = scriptAt(node, context);
    if (!script?.facts.parsed || node.type === 'ConfigProviderNode') return [];
    if (node.type !== 'ScriptedDecisionNode' && script.id !== null) return [];
    // A library may choose the outcome where it is handed what it needs to.
    if (script.facts.outcomes.length > 0 || script.facts.requires.length > 0) return [];
    return [{ node, field: 'script', text: `${script.name} never sets outcome or calls action.goTo: the journey ends here.` }];
  },
};

const journey: JourneySketch = { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['yes'] }] } };

export const examples: Examples = {
  valid: [{ title: 'one that does', journey, scripts: { s: { source: 'action.goTo("yes");' } } }],
  invalid: [
    {
      title: 'one that only writes state',
      journey,
      scripts: { s: { source: 'nodeState.putShared("a", 1);' } },
      finds: 's never sets outcome or calls action.goTo: the journey ends here.',
    },
  ],
};
