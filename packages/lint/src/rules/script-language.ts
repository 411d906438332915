import { languageIssues, scriptOf } from '../context.ts';
import type { Examples, JourneySketch, Report, Rule } from '../rule.ts';
import { placeIn } from '../support.ts';

export const rule: Rule = {
  id: 'script-language',
  title: 'AM’s script engine does not understand the script',
  severity: 'error',
  about:
    'AIC runs scripts in Rhino with ES6 switched off: `let`, `for…of`, shorthand, destructuring and more are parse errors. The client gets a bare 401, the reason is only in the logs. Realms set to ES6 (self-managed AM) are checked for what that refuses.',
  source: 'AM facts 6.4 (recorded and measured, line by line)',
  check(context) {
    const seen = new Set<string>();
    return context.nodes.flatMap((node) =>
      (node.definition.scripts?.(node.config) ?? []).flatMap((id): Report[] => {
        const script = seen.has(id) ? undefined : scriptOf(context, id);
        seen.add(id);
        if (!script || (script.language !== undefined && script.language !== 'JAVASCRIPT')) return [];
        return languageIssues(script, context.realm).map((issue) => ({
          node,
          field: 'script',
          script: placeIn(id, issue),
          text: `${script.name}, line ${issue.line}: ${issue.message}.${issue.write === undefined ? '' : ` Write: ${issue.write}`}`,
        }));
      }),
    );
  },
};

const journey: JourneySketch = { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['a'] }] } };

export const examples: Examples = {
  valid: [
    { title: 'what Rhino understands', journey, scripts: { s: { source: 'var list = [1].map(x => x);\noutcome = "a";' } } },
    {
      title: 'ES6 where AM has it',
      journey,
      scripts: { s: { source: 'let a = 1;\noutcome = "a";' } },
      realm: { services: { transactionTimeToLive: 180, scriptLanguage: 'es6' } },
    },
  ],
  invalid: [
    {
      title: 'let',
      journey,
      scripts: { s: { source: 'var a;\nlet b = 1;\noutcome = "a";' } },
      finds: 's, line 2: missing ; before statement. Write: var',
    },
  ],
};
