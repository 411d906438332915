import { INT_MAX } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { numeric } from '../../support/values.ts';

const outcomes = [
  { id: 'DONE', displayName: 'Done' },
  { id: 'EXITED', displayName: 'Exit' },
];

export const definition: NodeDefinition = {
  type: 'PushWaitNode',
  name: 'Push Wait Node',
  help: 'Holds the client while the user answers the push message; shows the number to choose on the phone.',
  tags: ['mfa', 'multi-factor authentication'],
  synonyms: ['poll', 'number challenge', 'notification', '2fa', 'second factor'],
  icon: 'hourglass',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    secondsToWait: {
      kind: 'integer',
      label: 'Seconds To Wait',
      default: 5,
      min: 0,
      max: INT_MAX,
      unit: 's',
      help: 'Time from the first display until Done.',
    },
    waitingMessage: {
      kind: 'localized',
      label: 'Waiting Message',
      default: {},
      help: 'Shown while waiting, by locale. {{time}} becomes the seconds.',
    },
    challengeMessage: {
      kind: 'localized',
      label: 'Push Challenge Message',
      default: {},
      help: 'Shown instead when the push asks for a number, by locale. {{challenge}} becomes the number.',
    },
    exitMessage: { kind: 'localized', label: 'Exit Message', default: {}, help: 'Label of the button that leaves early, by locale.' },
  },
  outcomes: () => [...outcomes],
  allOutcomes: outcomes,
  reads: () => ['pushNumberChallengeKey'],
  // The keys of the wait carry the node's id, which a definition does not know; they are gone again with every outcome.
  writes: () => [],
  summary: (config) => `${numeric(config, 'secondsToWait') ?? 5} s`,
  sources: [
    recorded('Exit is tested before Done; otherwise the callbacks are sent again and the end time stays.', AM_SOURCE),
    recorded('With pushNumberChallengeKey in node state the message names the number and a hidden value pushChallengeNumber carries it.', AM_SOURCE),
    recorded(
      'Without a message in the client\'s languages: "Waiting for response...", "Tap the number [..] on the Push Notification to continue.", "Cancel".',
      AM_SOURCE,
    ),
  ],
};
