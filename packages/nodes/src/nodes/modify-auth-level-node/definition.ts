import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { numeric } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  noValue: 'Without a value nothing is added.',
} as const;

export const definition: NodeDefinition = {
  type: 'ModifyAuthLevelNode',
  name: 'Modify Auth Level',
  help: 'Raises or lowers the authentication level.',
  tags: ['risk'],
  synonyms: ['step up', 'level', 'strength', 'increment'],
  icon: 'shield-check',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: { authLevelIncrement: { kind: 'integer', label: 'Value To Add', help: 'May be negative.' } },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => ['authLevel'],
  writes: () => [{ key: 'authLevel', scope: 'shared' }],
  summary: (config) => {
    const value = numeric(config, 'authLevelIncrement');
    return value === undefined ? '' : value < 0 ? `${value}` : `+${value}`;
  },
  sources: [recorded('Adds the value to authLevel in shared state; without one the value becomes the level.', AM_SOURCE), assumed(ASSUMED.noValue)],
};
