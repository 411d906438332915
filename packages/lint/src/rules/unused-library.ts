import type { Examples, JourneySketch, Report, Rule } from '../rule.ts';
import { placeIn, scriptAt } from '../support.ts';

export const rule: Rule = {
  id: 'unused-library',
  title: 'Required library is not used',
  severity: 'info',
  about: 'The script loads a library and never uses what it gives. It takes time at every visit and makes the library look needed.',
  source: 'AM facts 6.4 (require)',
  checkNode(node, context) {
    const script = scriptAt(node, context);
    return (script?.facts.requires ?? []).flatMap((required): Report[] => {
      if (!script || required.used) return [];
      return [
        {
          node,
          field: 'script',
          script: placeIn(script.id, required),
          text: `${script.name}, line ${required.line}: “${required.name}” is required and not used.`,
        },
      ];
    });
  },
};

const journey: JourneySketch = { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['yes'] }] } };

export const examples: Examples = {
  valid: [{ title: 'used', journey, scripts: { s: { source: 'var lib = require("lib");\noutcome = lib.next();' } } }],
  invalid: [
    {
      title: 'not used',
      journey,
      scripts: { s: { source: 'var lib = require("lib");\noutcome = "yes";' } },
      finds: 's, line 1: “lib” is required and not used.',
    },
  ],
};
