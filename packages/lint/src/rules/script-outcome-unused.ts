import { setting } from '../fixes.ts';
import type { Examples, JourneySketch, Report, Rule } from '../rule.ts';
import { scriptAt } from '../support.ts';

export const rule: Rule = {
  id: 'script-outcome-unused',
  title: 'Script never chooses the outcome',
  severity: 'info',
  about:
    'The node offers an outcome that its script never takes: what is connected to it is dead. Said only of scripts whose outcomes are all plain texts. The fix removes the outcome.',
  source: 'AM facts 6.1',
  checkNode(node, context) {
    const script = node.type === 'ScriptedDecisionNode' ? scriptAt(node, context) : undefined;
    if (!script?.facts.parsed || script.facts.outcomes.length === 0) return [];
    const chosen = script.facts.outcomes.map(({ value }) => value && 'text' in value && value.text);
    if (chosen.some((outcome) => typeof outcome !== 'string')) return [];
    const { outcomes } = node.stored;
    return node.outcomes.flatMap(({ id }): Report[] => {
      if (chosen.includes(id)) return [];
      const left = Array.isArray(outcomes) ? outcomes.filter((outcome) => outcome !== id) : [];
      const fix = setting(node, context.realm, 'outcomes', left, `Remove outcome ${id} of ${node.name}`);
      return [{ node, field: 'outcomes', text: `${script.name} never chooses the outcome “${id}”.`, fix }];
    });
  },
};

const journey: JourneySketch = { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['yes', 'no'] }] } };

export const examples: Examples = {
  valid: [
    { title: 'both are chosen', journey, scripts: { s: { source: 'outcome = ok ? "yes" : "no";' } } },
    { title: 'a run decides', journey, scripts: { s: { source: 'outcome = answer;' } } },
  ],
  invalid: [{ title: 'one is not', journey, scripts: { s: { source: 'outcome = "yes";' } }, finds: 's never chooses the outcome “no”.' }],
};
