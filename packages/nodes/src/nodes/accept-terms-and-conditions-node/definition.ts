import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  language: "The text is that of the client's language, else the first one.",
} as const;

export const definition: NodeDefinition = {
  type: 'AcceptTermsAndConditionsNode',
  name: 'Accept Terms and Conditions',
  help: 'Shows the current terms and conditions until they are accepted.',
  tags: ['identity management'],
  synonyms: ['consent', 'legal', 'agree', 'tos', 'privacy'],
  icon: 'file-check',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {},
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => ['termsVersion'],
  writes: () => [
    { key: 'termsVersion', scope: 'shared' },
    { key: 'termsAccepted', scope: 'shared' },
  ],
  summary: () => '',
  sources: [
    recorded('Shows version, text and date of the active terms; asks again until they are accepted.', AM_SOURCE),
    recorded(
      'Puts the shown version, then acceptDate and termsVersion, into shared state; Create and Patch Object keep them with the user.',
      AM_SOURCE,
    ),
    recorded('Without active terms the journey fails.', AM_SOURCE),
    assumed(ASSUMED.language),
  ],
};
