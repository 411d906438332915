import type { Examples, JourneySketch, Report, Rule } from '../rule.ts';
import { placeIn, scriptAt } from '../support.ts';

export const rule: Rule = {
  id: 'missing-library',
  title: 'Required library is not in the realm',
  severity: 'error',
  about: '`require("name")` takes a script of context LIBRARY by its name. AM does not look for it when the script is saved; the run fails.',
  source: 'AM facts 1.2 (libraries are not validated) and 6.4',
  checkNode(node, context) {
    const script = scriptAt(node, context);
    const libraries = new Set(Object.values(context.realm.scripts).flatMap((other) => (other.context === 'LIBRARY' ? [other.name] : [])));
    return (script?.facts.requires ?? []).flatMap((required): Report[] => {
      if (!script || libraries.has(required.name)) return [];
      const text = `${script.name}, line ${required.line}: the realm has no library script “${required.name}”.`;
      return [{ node, field: 'script', script: placeIn(script.id, required), text }];
    });
  },
};

const journey: JourneySketch = { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['yes'] }] } };
const source = 'var lib = require("lib");\noutcome = lib.next();';

export const examples: Examples = {
  valid: [
    { title: 'a library of the realm', journey, scripts: { s: { source }, lib: { source: 'exports.next = function () {};', context: 'LIBRARY' } } },
  ],
  invalid: [{ title: 'none of that name', journey, scripts: { s: { source } }, finds: 's, line 1: the realm has no library script “lib”.' }],
};
