import type { Json } from '@tandem/journey';
import type { Examples, Report, Rule } from '../rule.ts';
import { labelOf, placeIn, scriptAt } from '../support.ts';

export const rule: Rule = {
  id: 'missing-variable',
  title: 'Variable is not in the realm',
  severity: 'warning',
  about:
    'A setting or script names a variable (ESV) that the realm does not have. AM takes the reference as it stands; an import asks for the variable. Scripts that give a default are fine.',
  source: 'AM facts 1.2 (ESVs are not validated), 6.3 (systemEnv) and 7.1 (missing ESVs of an import)',
  checkNode(node, context) {
    const known = new Set(Object.keys(context.realm.variables).map(plain));
    const inSettings = Object.entries(node.stored).flatMap(([field, value]) =>
      referencesIn(value).flatMap((name): Report[] =>
        known.has(plain(name)) ? [] : [{ node, field, text: `${labelOf(node, field)}: ${missing(name)}` }],
      ),
    );
    const script = scriptAt(node, context);
    const inScript = (script?.facts.variables ?? []).flatMap((used): Report[] => {
      if (!script || known.has(plain(used.name))) return [];
      return [{ node, field: 'script', script: placeIn(script.id, used), text: `${script.name}, line ${used.line}: ${missing(used.name)}` }];
    });
    return [...inSettings, ...inScript];
  },
};

const missing = (name: string) => `the realm has no variable ${name}.`;
/** `esv.smtp.host` in a setting is `esv-smtp-host` in the environment. */
const plain = (name: string) => name.toLowerCase().replaceAll(/[._]/g, '-');

function referencesIn(value: Json): string[] {
  if (typeof value === 'string')
    return [...value.matchAll(/&\{(esv[.\w-]+)(?:\|[^}]*)?\}/gi)].flatMap(([whole, name]) =>
      name === undefined || whole.includes('|') ? [] : [name],
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((entry) => referencesIn(entry as Json));
}

export const examples: Examples = {
  valid: [
    {
      title: 'a variable of the realm',
      journey: { nodes: { put: ['SetStateNode', { attributes: { host: '&{esv.mail.host}' } }] } },
      realm: { variables: { 'esv-mail-host': {} } },
    },
    {
      title: 'one with a default',
      journey: { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['yes'] }] } },
      scripts: { s: { source: 'outcome = systemEnv.getProperty("esv.next", "yes");' } },
    },
  ],
  invalid: [
    {
      title: 'in a setting',
      journey: { nodes: { put: ['SetStateNode', { attributes: { host: '&{esv.mail.host}' } }] } },
      finds: 'Attributes: the realm has no variable esv.mail.host.',
    },
    {
      title: 'in a script',
      journey: { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['yes'] }] } },
      scripts: { s: { source: 'outcome = systemEnv.getProperty("esv.next");' } },
      finds: 's, line 1: the realm has no variable esv.next.',
    },
  ],
};
