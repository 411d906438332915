import type { JsonObject } from '@tandem/journey';

/** Journeys as frodo 3 writes them, each with a script in another encoding. */

const SUCCESS = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';
const FAILURE = 'e301438c-0bd0-429c-ab0c-66126501069a';
const id = (journey: number, part: number): string => `00000000-0000-4000-8000-${String(journey).padStart(6, '0')}${String(part).padStart(6, '0')}`;

/** With a tab and letters beyond ASCII. */
const SOURCE = 'var greeting = "Grüße";\nif (greeting) {\n\toutcome = "known";\n} else {\n\toutcome = "unknown";\n}';

export type Encoding = 'lines' | 'json' | 'base64';
const WRITTEN: Record<Encoding, string | string[]> = {
  lines: SOURCE.split('\n'),
  json: JSON.stringify(SOURCE),
  base64: Buffer.from(SOURCE).toString('base64'),
};

/**
 * A page with name and password, a script, and an end on either side.
 * @param number makes its ids its own
 * @param coordinates an older file lacks them
 */
export function journey(name: string, number: number, encoding: Encoding, coordinates = true): JsonObject {
  const [page, user, password, decision, script] = [1, 2, 3, 4, 5].map((part) => id(number, part)) as [string, string, string, string, string];
  const at = (x: number, y: number): JsonObject => (coordinates ? { x, y } : {});
  const type = (type: string, label: string): JsonObject => ({ _id: type, collection: true, name: label });
  return {
    circlesOfTrust: {},
    emailTemplates: {},
    innerNodes: {
      [user]: {
        _id: user,
        _outcomes: [{ displayName: 'Outcome', id: 'outcome' }],
        _type: type('ValidatedUsernameNode', 'Platform Username'),
        usernameAttribute: 'userName',
        validateInput: false,
      },
      [password]: {
        _id: password,
        _outcomes: [{ displayName: 'Outcome', id: 'outcome' }],
        _type: type('ValidatedPasswordNode', 'Platform Password'),
        passwordAttribute: 'password',
        validateInput: false,
      },
    },
    meta: {},
    nodes: {
      [page]: {
        _id: page,
        _outcomes: [{ displayName: 'Outcome', id: 'outcome' }],
        _type: type('PageNode', 'Page Node'),
        nodes: [
          { _id: user, displayName: 'Name', nodeType: 'ValidatedUsernameNode' },
          { _id: password, displayName: 'Password', nodeType: 'ValidatedPasswordNode' },
        ],
        pageDescription: {},
        pageHeader: { en: 'Who is it?' },
      },
      [decision]: {
        _id: decision,
        _outcomes: ['known', 'unknown'].map((outcome) => ({ displayName: outcome, id: outcome })),
        _type: type('ScriptedDecisionNode', 'Scripted Decision'),
        inputs: ['*'],
        outcomes: ['known', 'unknown'],
        outputs: ['*'],
        script,
      },
    },
    saml2Entities: {},
    scripts: {
      [script]: {
        _id: script,
        context: 'AUTHENTICATION_TREE_DECISION_NODE',
        default: false,
        description: 'Whether they are known',
        evaluatorVersion: '1.0',
        language: 'JAVASCRIPT',
        name: `${name} script`,
        script: WRITTEN[encoding],
      },
    },
    socialIdentityProviders: {},
    themes: [],
    tree: {
      _id: name,
      description: 'Made for frodo',
      enabled: true,
      entryNodeId: page,
      identityResource: 'managed/alpha_user',
      innerTreeOnly: false,
      mustRun: false,
      noSession: false,
      nodes: {
        [page]: { connections: { outcome: decision }, displayName: 'Page', nodeType: 'PageNode', ...at(200, 100.5) },
        [decision]: { connections: { known: SUCCESS, unknown: FAILURE }, displayName: 'Known?', nodeType: 'ScriptedDecisionNode', ...at(450, 100) },
      },
      staticNodes: coordinates ? { [FAILURE]: at(700, 200), [SUCCESS]: at(700, 50), startNode: at(50, 100) } : {},
      uiConfig: { categories: '["Made for frodo"]' },
    },
  };
}

/** Several journeys in one file. */
export function multi(...journeys: JsonObject[]): JsonObject {
  const trees = journeys.map(({ meta, ...entry }) => [(entry.tree as JsonObject)._id, entry] as const);
  return { meta: {}, trees: Object.fromEntries(trees) };
}
