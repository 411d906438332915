import { findCustomType } from '@tandem/journey';
import { setting } from '../fixes.ts';
import type { Examples, JourneySketch, Report, Rule } from '../rule.ts';
import { placeIn, scriptAt, textsOf } from '../support.ts';

export const rule: Rule = {
  id: 'script-outcome',
  title: 'Script chooses an outcome that the node does not have',
  severity: 'error',
  about:
    'A run that takes it ends with “Invalid outcome from script”. Outcomes that only a run knows are not looked at. The fix adds the outcome to the node.',
  source: 'AM facts 6.1',
  checkNode(node, context) {
    const script = DECIDING(node.type) || findCustomType(context.realm, node.type) ? scriptAt(node, context) : undefined;
    if (!script?.facts.parsed) return [];
    const has = new Set(node.outcomes.map(({ id }) => id));
    const said = new Set<string>();
    return script.facts.outcomes.flatMap((chosen) =>
      (textsOf(chosen.value, node) ?? []).flatMap((outcome): Report[] => {
        if (has.has(outcome) || said.has(outcome)) return [];
        said.add(outcome);
        const { outcomes } = node.stored;
        const fix =
          DECIDING(node.type) && Array.isArray(outcomes)
            ? setting(node, context.realm, 'outcomes', [...outcomes, outcome], `Add outcome ${outcome} to ${node.name}`)
            : undefined;
        const text = `${script.name}, line ${chosen.line}: the node has no outcome “${outcome}”.`;
        return [{ node, field: 'script', script: placeIn(script.id, chosen), text, fix }];
      }),
    );
  },
};

const DECIDING = (type: string) => type === 'ScriptedDecisionNode';
const journey: JourneySketch = { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['known', 'unknown'] }] } };

export const examples: Examples = {
  valid: [
    { title: 'its own outcomes', journey, scripts: { s: { source: 'outcome = found ? "known" : "unknown";' } } },
    { title: 'an outcome that only a run knows', journey, scripts: { s: { source: 'outcome = nodeState.get("next");' } } },
  ],
  invalid: [
    {
      title: 'a word that is none',
      journey,
      scripts: { s: { source: 'var next = "Known";\naction.goTo(next);' } },
      finds: 's, line 2: the node has no outcome “Known”.',
    },
  ],
};
