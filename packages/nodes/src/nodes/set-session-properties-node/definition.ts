import { INT_MAX } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { numeric, summarize, textMap } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'SetSessionPropertiesNode',
  name: 'Set Session Properties',
  help: 'Gives the session that the journey makes properties and time limits.',
  tags: ['utilities'],
  synonyms: ['session', 'token', 'property', 'timeout', 'idle'],
  icon: 'tags',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    properties: { kind: 'stringMap', label: 'Properties', default: {}, help: 'Names and values.' },
    maxSessionTime: {
      kind: 'integer',
      label: 'Maximum Session Time',
      min: 1,
      max: INT_MAX,
      unit: 'min',
      help: 'How long the session lasts. Empty: as the realm says.',
    },
    maxIdleTime: {
      kind: 'integer',
      label: 'Maximum Idle Time',
      min: 1,
      max: INT_MAX,
      unit: 'min',
      help: 'How long it may stay unused. Empty: as the realm says.',
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [],
  summary: (config) => {
    const session = numeric(config, 'maxSessionTime');
    const idle = numeric(config, 'maxIdleTime');
    return summarize(
      Object.keys(textMap(config, 'properties')).join(', '),
      session !== undefined && `${session} min`,
      idle !== undefined && `idle ${idle} min`,
    );
  },
  sources: [recorded('Sets the properties and, in minutes, the limits of the session when it is made.', AM_SOURCE)],
};
