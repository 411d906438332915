import type { Examples, JourneySketch, Report, Rule } from '../rule.ts';
import { placeIn, scriptAt } from '../support.ts';

export const rule: Rule = {
  id: 'const-at-top',
  title: 'Constant at the top of a script has no value',
  severity: 'error',
  about:
    'On AIC a `const` outside of any function parses, but reads back `undefined`, silently. Write `var`. Libraries, and realms set to ES6, are free of this.',
  source: 'AM facts 0 (5) and 6.4',
  check(context) {
    if (context.realm.services.scriptLanguage === 'es6') return [];
    const seen = new Set<string>();
    return context.nodes.flatMap((node) => {
      const script = scriptAt(node, context);
      if (!script || seen.has(script.id ?? script.name)) return [];
      seen.add(script.id ?? script.name);
      return script.facts.topConstants.map(
        (constant): Report => ({
          node,
          field: 'script',
          script: placeIn(script.id, constant),
          text: `${script.name}, line ${constant.line}: const ${constant.name} reads back undefined on AIC. Write: var`,
        }),
      );
    });
  },
};

const journey: JourneySketch = { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['yes'] }] } };

export const examples: Examples = {
  valid: [{ title: 'inside of a function', journey, scripts: { s: { source: '(function () { const a = "yes"; action.goTo(a); })();' } } }],
  invalid: [
    {
      title: 'at the top',
      journey,
      scripts: { s: { source: 'const next = "yes";\naction.goTo(next);' } },
      finds: 's, line 1: const next reads back undefined on AIC. Write: var',
    },
  ],
};
