import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, documented, recorded } from '../../support/sources.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  scripts: 'The scripts are our own short ones, and secrets are masked in log and pop-up; the log masks all of transient and secure state.',
} as const;

export const definition: NodeDefinition = {
  type: 'DebugNode',
  name: 'Debug Node',
  help: 'Shows the node state in a window while the journey runs.',
  tags: [],
  synonyms: ['log', 'inspect', 'trace', 'popup'],
  icon: 'activity',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: { popupEnabled: { kind: 'boolean', label: 'Enable Debug Popup', default: true, help: 'Off: the state goes to the log alone.' } },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => ['*'],
  writes: () => [],
  summary: (config) => (config.popupEnabled === false ? 'log only' : ''),
  sources: [
    recorded('Logs the whole node state, then sends two scripts for the browser and the text "Debug Step"; goes on once they come back.', AM_SOURCE),
    recorded('With the pop-up off the second script only moves on.', AM_SOURCE),
    documented(
      'Reading the state keeps values that would be lost otherwise: a debug node can change what a journey does.',
      'Ping backstage: debug mode',
    ),
    assumed(ASSUMED.scripts),
  ],
};
