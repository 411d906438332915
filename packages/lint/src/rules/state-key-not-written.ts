import { PAGE_TYPE } from '@tandem/journey';
import { fieldApplies } from '@tandem/nodes';
import type { LintContext } from '../context.ts';
import { writesOn } from '../flow/flow.ts';
import { certaintyOf } from '../flow/known.ts';
import { pathTo } from '../graph.ts';
import { namesOf } from '../names.ts';
import type { LintNode } from '../node.ts';
import type { Examples, Report, Rule } from '../rule.ts';
import { fieldsOf, placeIn, scriptAt, textsOf } from '../support.ts';

export const rule: Rule = {
  id: 'state-key-not-written',
  title: 'State key that nobody writes',
  severity: 'warning',
  about:
    'A setting or a script reads a key of node state that no node before it, no inner journey and no data object of a transaction writes; the way from the start is shown. Keys that a run makes up count as any key, so nothing is said where such a script comes before. A value that the script looks at before it uses it may be missing.',
  source: 'AM facts 2.1 (keys of the backchannel nodes), 2.4 (keys of AM) and 6.3 (node state in scripts)',
  check: (context) =>
    context.nodes.flatMap((node): Report[] => {
      if (node.type === PAGE_TYPE || !context.graph.reached.has(node.page?.id ?? node.id)) return [];
      return [...inSettings(node, context), ...inScript(node, context)];
    }),
};

const KNOWN_ELSEWHERE = new Set(['usernameKey', 'transactionDataKey', 'startTimeProperty', 'stateField']);

function inSettings(node: LintNode, context: LintContext): Report[] {
  return fieldsOf(node).flatMap(([field, definition]): Report[] => {
    const key = node.config[field];
    if (definition.kind !== 'stateKey' || KNOWN_ELSEWHERE.has(field) || typeof key !== 'string' || key.trim() === '') return [];
    if (!fieldApplies(definition, node.config, node.definition.fields) || !node.definition.reads(node.config).includes(key)) return [];
    if (certaintyOf(context, node, key) !== 'never') return [];
    return [
      {
        node,
        field,
        text: `${definition.label}: nothing writes “${key}” before this${way(node, context)}.`,
        path: pathTo(context.graph, node.page?.id ?? node.id),
      },
    ];
  });
}

function inScript(node: LintNode, context: LintContext): Report[] {
  const script = scriptAt(node, context);
  if (!script) return [];
  const own = writesOn(node, undefined, context);
  if (own.any) return [];
  const said = new Set<string>();
  return script.facts.reads.flatMap((read) =>
    (read.optional ? [] : (textsOf(read.value, node) ?? [])).flatMap((key): Report[] => {
      // What a script wrote itself is there when it is visited again.
      if (said.has(key) || own.keys.some((write) => write.key === key) || certaintyOf(context, node, key) !== 'never') return [];
      said.add(key);
      const text = `${script.name}, line ${read.line}: nothing writes “${key}” before this${way(node, context)}.`;
      return [
        {
          node,
          field: script.id === null ? undefined : 'script',
          script: placeIn(script.id, read),
          text,
          path: pathTo(context.graph, node.page?.id ?? node.id),
        },
      ];
    }),
  );
}

function way(node: LintNode, context: LintContext): string {
  const path = pathTo(context.graph, node.page?.id ?? node.id);
  return path && path.length > 1 ? `: ${namesOf(context, path).join(' › ')}` : '';
}

const reads = (key: string) => ({ s: { source: `var value = nodeState.get("${key}");\naction.goTo("next");` } });

export const examples: Examples = {
  valid: [
    {
      title: 'written by the node before',
      journey: {
        nodes: {
          put: ['SetStateNode', { attributes: { colour: 'red' } }, { outcome: 'read' }],
          read: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'success' }],
        },
      },
      scripts: /* @__PURE__ */ reads('colour'),
    },
    {
      title: 'the data object with which another journey starts this one',
      journey: { nodes: { read: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'success' }] } },
      others: {
        Main: {
          nodes: {
            put: ['ScriptedDecisionNode', { script: 'data', outcomes: ['next'] }, { next: 'init' }],
            init: ['BackChannelInitNode', { tree: 'Example', idType: 'NONE', dataKey: 'data' }],
          },
        },
      },
      scripts: {
        s: { source: 'var name = nodeState.get("colour");\naction.goTo("next");' },
        data: { source: 'nodeState.putShared("data", { colour: "red" });\naction.goTo("next");' },
      },
    },
    {
      title: 'the script can do without',
      journey: { nodes: { read: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'success' }] } },
      scripts: { s: { source: 'var value = nodeState.get("colour");\nif (value) { nodeState.putShared("found", true); }\naction.goTo("next");' } },
    },
    {
      title: 'an inner journey writes it on its way to Success',
      journey: {
        nodes: {
          inner: ['InnerTreeEvaluatorNode', { tree: 'Part' }, { true: 'read', false: 'failure' }],
          read: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'success' }],
        },
      },
      others: { Part: { nodes: { put: ['SetStateNode', { attributes: { colour: 'red' } }, { outcome: 'success' }] } } },
      scripts: /* @__PURE__ */ reads('colour'),
    },
  ],
  invalid: [
    {
      title: 'the key is spelled otherwise',
      journey: {
        nodes: {
          put: ['SetStateNode', { attributes: { colour: 'red' } }, { outcome: 'read' }],
          read: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'success' }],
        },
      },
      scripts: /* @__PURE__ */ reads('color'),
      finds: 's, line 1: nothing writes “color” before this: put › read.',
    },
    {
      title: 'it is not in the data object of the transaction',
      journey: { nodes: { read: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'success' }] } },
      others: {
        Main: {
          nodes: {
            put: ['ScriptedDecisionNode', { script: 'data', outcomes: ['next'] }, { next: 'init' }],
            init: ['BackChannelInitNode', { tree: 'Example', idType: 'NONE', dataKey: 'data' }],
          },
        },
      },
      scripts: {
        s: { source: 'var name = nodeState.get("color");\naction.goTo("next");' },
        data: { source: 'nodeState.putShared("data", { colour: "red" });\naction.goTo("next");' },
      },
      finds: 's, line 1: nothing writes “color” before this.',
    },
    {
      title: 'a notification that nobody prepares',
      journey: { nodes: { note: ['BackchannelNotificationNode', { dataKey: 'status' }, { success: 'success' }] } },
      finds: 'Data Key: nothing writes “status” before this.',
    },
  ],
};
