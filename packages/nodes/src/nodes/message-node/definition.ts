import type { NodeDefinition } from '../../contract.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { text, textMap } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'MessageNode',
  name: 'Message Node',
  help: 'Shows a message and asks for a positive or a negative answer.',
  tags: ['utilities'],
  synonyms: ['text', 'show', 'confirm', 'yes', 'no', 'question', 'info'],
  icon: 'message-square',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    message: { kind: 'localized', label: 'Message', default: {}, help: "By locale; where none fits the client's, English is used." },
    messageYes: { kind: 'localized', label: 'Positive answer', default: {}, help: 'Label of the answer that leads to True.' },
    messageNo: { kind: 'localized', label: 'Negative answer', default: {}, help: 'Label of the answer that leads to False.' },
    stateField: { kind: 'stateKey', label: 'Shared State Property Name', help: 'Shared state key that receives the index of the answer: 0 or 1.' },
  },
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => [],
  writes: (config) => (text(config, 'stateField') ? [{ key: text(config, 'stateField'), scope: 'shared' }] : []),
  summary: (config) => Object.values(textMap(config, 'message'))[0] ?? 'Default message',
  sources: [
    recorded('Sends a text and a confirmation with the two answers, the negative one as default; index 0 goes to True.', AM_SOURCE),
    recorded('Texts come in the client\'s languages, else in the realm\'s (en_US), else they are "Default message", "Yes", "No".', AM_SOURCE),
    recorded('The state property holds the chosen index, null while the message is shown.', AM_SOURCE),
  ],
};
