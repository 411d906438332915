import { INT_MAX, type Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { flag, numeric, summarize } from '../../support/values.ts';

const done: Outcome = { id: 'DONE', displayName: 'Done' };
const exited: Outcome = { id: 'EXITED', displayName: 'Exited' };
const spam: Outcome = { id: 'SPAM', displayName: 'Spam' };

export const definition: NodeDefinition = {
  type: 'PollingWaitNode',
  name: 'Polling Wait Node',
  help: 'Holds the client for some seconds; it comes back by itself and the journey goes on.',
  tags: ['utilities'],
  synonyms: ['wait', 'pause', 'delay', 'sleep', 'poll', 'timer', 'spinner'],
  icon: 'hourglass',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    secondsToWait: {
      kind: 'integer',
      label: 'Seconds To Wait',
      default: 8,
      min: 0,
      max: INT_MAX,
      unit: 's',
      help: 'Time from the first display until Done.',
    },
    spamDetectionEnabled: {
      kind: 'boolean',
      label: 'Enable Spam Detection',
      default: false,
      help: 'Adds the outcome Spam for clients that keep coming back early.',
    },
    spamDetectionTolerance: {
      kind: 'integer',
      label: 'Spam Tolerance',
      default: 3,
      min: 0,
      max: INT_MAX,
      help: 'How often the client may come back early: with 3, the fifth early return is spam.',
      when: { field: 'spamDetectionEnabled', in: [true] },
    },
    waitingMessage: {
      kind: 'localized',
      label: 'Waiting Message',
      default: {},
      help: 'Shown while waiting, by locale. {{time}} becomes the seconds.',
    },
    exitable: { kind: 'boolean', label: 'Exitable', default: false, help: 'Shows a button that leaves early, and adds the outcome Exited.' },
    exitMessage: {
      kind: 'localized',
      label: 'Exit Message',
      default: {},
      help: 'Label of that button, by locale.',
      when: { field: 'exitable', in: [true] },
    },
  },
  outcomes: (config) => [done, ...(flag(config, 'exitable') ? [exited] : []), ...(flag(config, 'spamDetectionEnabled') ? [spam] : [])],
  allOutcomes: [done, exited, spam],
  reads: () => [],
  // The two keys carry the node's id, which a definition does not know; they are gone again with every outcome.
  writes: () => [],
  summary: (config) =>
    summarize(
      `${numeric(config, 'secondsToWait') ?? 8} s`,
      flag(config, 'exitable') && 'can exit',
      flag(config, 'spamDetectionEnabled') && 'spam detection',
    ),
  sources: [
    recorded('Exited is tested before Spam, Spam before Done; otherwise the callbacks are sent again and the end time stays.', AM_SOURCE),
    recorded('Spam when the returns exceed the tolerance: with tolerance 3 the fifth early return.', AM_SOURCE),
    recorded('The wait time sent is always the full time; {{time}} in the message is that time in seconds.', AM_SOURCE),
    recorded('Without a message in the client\'s languages: "Waiting for response..." and "Cancel".', AM_SOURCE),
  ],
};
