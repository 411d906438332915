import { INNER_JOURNEY_TYPE, type JsonObject, type Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, EXPORTS, recorded } from '../../support/sources.ts';
import { numeric, scriptIds, text, texts } from '../../support/values.ts';

export const CONFIGURATION_FAILED = 'CONFIGURATION_FAILED';
const failed: Outcome = { id: CONFIGURATION_FAILED, displayName: 'Configuration failure' };

export function scriptInputs(config: JsonObject): string[] {
  return config.scriptInputs === undefined ? ['*'] : texts(config, 'scriptInputs');
}

/** The resource writes 1 for what connections call version 1.0. */
export function imitatedVersion(config: JsonObject): number {
  const version = numeric(config, 'nodeVersion') ?? 1;
  return Number.isInteger(version) && version > 0 ? version : 1;
}

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  version: 'nodeVersion chooses the version that is imitated; AM 8.0.2, which does not store it, takes the default one.',
} as const;

export const definition: NodeDefinition = {
  type: 'ConfigProviderNode',
  name: 'Configuration Provider',
  help: 'Behaves like another node type whose configuration a script makes at run time.',
  tags: ['utilities'],
  synonyms: ['dynamic', 'imitate', 'script', 'config provider', 'message', 'polling'],
  icon: 'wand-sparkles',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    nodeType: { kind: 'nodeType', label: 'Node Type', required: true, help: "The type to imitate. Its outcomes become this node's." },
    nodeVersion: { kind: 'integer', label: 'Node Version', default: 1, min: 1, help: 'Version of the imitated type.' },
    script: {
      kind: 'script',
      label: 'Script',
      required: true,
      help: 'Must leave a global map named config. Runs on every pass.',
      scriptContexts: ['CONFIG_PROVIDER_NODE', 'CONFIG_PROVIDER_NODE_NEXT_GEN'],
    },
    scriptInputs: { kind: 'stringList', label: 'Script Inputs', default: ['*'], help: 'Node state keys that the script may read; * is all.' },
  },
  outcomes: (config, context) => {
    const type = text(config, 'nodeType');
    const imitated = type ? context.allOutcomes(type) : [];
    // For a type whose outcomes nobody here knows, what AM computed and stored is the best there is.
    if (imitated.length === 0 && context.stored.length > 0) return [...context.stored];
    return [...imitated.filter(({ id }) => id !== CONFIGURATION_FAILED), failed];
  },
  allOutcomes: null,
  reads: scriptInputs,
  writes: (config) => (text(config, 'nodeType') === INNER_JOURNEY_TYPE ? [{ key: 'config', scope: 'shared' }] : []),
  summary: (config) => (text(config, 'nodeType') ? `as ${text(config, 'nodeType')}` : ''),
  scripts: (config) => scriptIds(config, 'script'),
  sources: [
    recorded('Outcomes are all that the imitated type can ever have, and Configuration failure.', AM_SOURCE),
    recorded('The script must leave a global map named config; anything else, or an error in it, goes to Configuration failure.', AM_SOURCE),
    recorded("The script runs on every pass; the imitated node works under this node's id.", AM_SOURCE),
    recorded(
      'While an inner journey that it imitates asks its client, the configuration is kept in shared state as config; the script does not run again.',
      AM_SOURCE,
    ),
    recorded('nodeVersion is stored as 1.', EXPORTS),
    assumed(ASSUMED.version),
  ],
};
