import { randomUUID } from 'node:crypto';
import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';

/** What is done with a conflict; each kind of thing meets each of them once. */
export const DECISIONS = ['keep', 'replace', 'rename'] as const;
export type Decided = (typeof DECISIONS)[number];

const node = (type: string, id: string, config: object) => ({
  _id: id,
  _type: { _id: type, name: type, collection: true, version: '1.0' },
  ...config,
});
const placed = (nodeType: string, displayName: string, x: number, connections: object) => ({
  nodeType,
  displayName,
  x,
  y: 100,
  connections,
  version: '1.0',
});

/** Three journeys, each with a script, an email template and a custom node of its own, in AIC's format. */
export function conflictFiles() {
  const suffix = randomUUID().slice(0, 6);
  const things = DECISIONS.map((decided, index) => ({
    decided,
    journey: `Conflict${decided}${suffix}`,
    script: { id: randomUUID(), name: `Script ${decided} ${suffix}` },
    template: `mail${decided}${suffix}`,
    type: {
      id: `${suffix}${index}abcdef0123456789abcdef01-1`,
      service: `${suffix}${index}abcdef0123456789abcdef01`,
      name: `Node ${decided} ${suffix}`,
    },
    nodes: [randomUUID(), randomUUID(), randomUUID()] as const,
  }));
  /** `side` stands in everything, so that each thing differs. */
  const text = (side: string) =>
    JSON.stringify({
      meta: { exportTool: 'platform-admin ui tree export', exportToolVersion: '1.1', treesSelectedForExport: things.map(({ journey }) => journey) },
      trees: Object.fromEntries(
        things.map(({ journey, script, template, type, nodes: [decision, mail, custom] }) => [
          journey,
          {
            tree: {
              _id: journey,
              description: `Of the ${side}`,
              entryNodeId: decision,
              nodes: {
                [decision]: placed('ScriptedDecisionNode', 'Decide', 200, { yes: mail, no: FAILURE_NODE_ID }),
                [mail]: placed('EmailTemplateNode', 'Tell', 500, { EMAIL_SENT: custom, EMAIL_NOT_SENT: FAILURE_NODE_ID }),
                [custom]: placed(`designer-${type.service}`, 'Greet', 800, { done: SUCCESS_NODE_ID }),
              },
              staticNodes: { startNode: { x: 50, y: 100 }, [SUCCESS_NODE_ID]: { x: 1100, y: 80 }, [FAILURE_NODE_ID]: { x: 1100, y: 200 } },
              enabled: true,
            },
            nodes: {
              [decision]: node('ScriptedDecisionNode', decision, { script: script.id, outcomes: ['yes', 'no'], inputs: ['*'], outputs: ['*'] }),
              [mail]: node('EmailTemplateNode', mail, { emailTemplateName: template, emailAttribute: 'mail', identityAttribute: 'userName' }),
              [custom]: node(`designer-${type.service}`, custom, {}),
            },
            innerNodes: {},
            scripts: {
              [script.id]: {
                _id: script.id,
                name: script.name,
                script: JSON.stringify(`action.goTo("yes"); // of the ${side}`),
                language: 'JAVASCRIPT',
                context: 'SCRIPTED_DECISION_NODE',
                evaluatorVersion: '2.0',
                default: false,
              },
            },
            emailTemplates: {
              [template]: {
                _id: `emailTemplate/${template}`,
                enabled: true,
                subject: { en: `From the ${side}` },
                message: { en: '<p>Hello</p>' },
                defaultLocale: 'en',
              },
            },
            nodeTypes: {
              [type.id]: {
                _id: type.id,
                serviceName: type.service,
                displayName: type.name,
                description: `Of the ${side}`,
                outcomes: ['done'],
                outputs: [],
                inputs: [],
                tags: [],
                errorOutcome: false,
                properties: {},
                script: `action.goTo("done"); // of the ${side}`,
              },
            },
          },
        ]),
      ),
    });
  return { things, inRealm: text('realm'), file: text('file') };
}

/** A journey that names a thing of each kind which nobody has. */
export function lackingFile() {
  const suffix = randomUUID().slice(0, 6);
  const journey = `Lacking${suffix}`;
  const script = randomUUID();
  const lacking = [
    ['InnerTreeEvaluatorNode', 'Go in', { tree: `NoJourney${suffix}` }],
    ['ScriptedDecisionNode', 'Decide', { script, outcomes: ['yes'], inputs: ['*'], outputs: ['*'] }],
    ['EmailTemplateNode', 'Tell', { emailTemplateName: `noMail${suffix}`, emailAttribute: 'mail', identityAttribute: 'userName' }],
    ['MessageNode', 'Say', { message: { en: `&{esv.no.${suffix}}` } }],
    ['PingOneVerifyEvaluationNode', 'Verify', { pingOneWorker: `noWorker${suffix}` }],
    [`designer-${suffix}0123456789abcdef01234567`, 'Greet', {}],
  ] as const;
  const nodes = lacking.map(([type, name, config]) => ({ id: randomUUID(), type, name, config }));
  const text = JSON.stringify({
    meta: { exportTool: 'platform-admin ui tree export', exportToolVersion: '1.1', treesSelectedForExport: [journey] },
    trees: {
      [journey]: {
        tree: {
          _id: journey,
          entryNodeId: nodes[0]?.id,
          nodes: Object.fromEntries(nodes.map(({ id, type, name }, index) => [id, placed(type, name, 200 + index * 250, {})])),
          staticNodes: {},
          enabled: true,
        },
        nodes: Object.fromEntries(nodes.map(({ id, type, config }) => [id, node(type, id, config)])),
        innerNodes: {},
        scripts: {},
        emailTemplates: {},
      },
    },
  });
  const missing = [
    [`Journey NoJourney${suffix}`, 'Go in'],
    // Nobody knows a script by its id.
    [`Script of Decide in ${journey}`, 'Decide'],
    [`Email template noMail${suffix}`, 'Tell'],
    [`Variable esv-no-${suffix}`, 'Say'],
    [`PingOne worker noWorker${suffix}`, 'Verify'],
    [`Custom node designer-${suffix}0123456789abcdef01234567`, 'Greet'],
  ] as const;
  return { journey, text, missing };
}
