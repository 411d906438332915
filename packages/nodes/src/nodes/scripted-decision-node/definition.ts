import type { JsonObject } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { REQUEST_CALLBACKS } from '../../support/request-callbacks.ts';
import { AM_SOURCE, assumed, documented, recorded } from '../../support/sources.ts';
import { scriptIds, summarize, texts } from '../../support/values.ts';

/** A declared list of state keys; AM takes all when it is absent. */
export function declared(config: JsonObject, key: 'inputs' | 'outputs'): string[] {
  return config[key] === undefined ? ['*'] : texts(config, key);
}

export const definition: NodeDefinition = {
  type: 'ScriptedDecisionNode',
  name: 'Scripted Decision',
  help: 'Runs a script that asks for input, reads and writes node state, and chooses the outcome.',
  tags: ['utilities'],
  synonyms: ['script', 'javascript', 'code', 'custom logic', 'decision'],
  icon: 'code-xml',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    script: {
      kind: 'script',
      label: 'Script',
      required: true,
      help: 'The script to run.',
      scriptContexts: ['AUTHENTICATION_TREE_DECISION_NODE', 'SCRIPTED_DECISION_NODE'],
    },
    outcomes: { kind: 'outcomes', label: 'Outcomes', required: true, default: [], help: 'Every outcome that the script may choose.' },
    inputs: { kind: 'stringList', label: 'Script Inputs', default: ['*'], help: 'Node state keys that the script may read; * is all.' },
    outputs: { kind: 'stringList', label: 'Script Outputs', default: ['*'], help: 'Node state keys that the script may write; * is all.' },
  },
  outcomes: (config) => texts(config, 'outcomes').map((id) => ({ id, displayName: id })),
  allOutcomes: null,
  reads: (config) => declared(config, 'inputs'),
  writes: (config) => declared(config, 'outputs').map((key) => ({ key, scope: 'shared' as const })),
  summary: (config) => {
    const outcomes = texts(config, 'outcomes');
    return summarize(outcomes.length <= 3 ? outcomes.join(', ') : `${outcomes.length} outcomes`);
  },
  scripts: (config) => scriptIds(config, 'script'),
  sources: [
    recorded('Callbacks win over action.goTo, which wins over the global variable outcome.', AM_SOURCE),
    recorded('An outcome that is not configured ends the journey: "Invalid outcome from script, \'<x>\'".', AM_SOURCE),
    recorded('An outcome that is not text ends the journey: "Script must set \'outcome\' to a string.".', AM_SOURCE),
    recorded('A suspension wins over callbacks; the journey goes on here when its address is opened.', AM_SOURCE),
    recorded(
      'Of an action that suspends nothing else is kept; its text is a message format with the address, its function runs when the script is over.',
      AM_SOURCE,
    ),
    recorded('What a legacy action puts in place of shared or transient state is the whole of it, whatever the declared outputs.', AM_SOURCE),
    recorded('auditEntryDetail, a string or a map, is added to the audit entry of the node; anything else ends the journey.', AM_SOURCE),
    recorded('A legacy script that leaves out a declared output ends the journey: "Script did not provide all declared outputs".', AM_SOURCE),
    recorded("AIC's script engine refuses ES6 (let, for…of, shorthand …): the journey ends without a callback.", 'live-tenant probes, 2026'),
    assumed(REQUEST_CALLBACKS),
    documented('Evaluator version 2.0 scripts get the next-generation bindings, others the legacy ones.', 'Ping docs: next-generation scripts'),
  ],
};
