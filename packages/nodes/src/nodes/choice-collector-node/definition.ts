import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { text, texts } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'ChoiceCollectorNode',
  name: 'Choice Collector',
  help: 'Lets the user choose from a list; every choice is a path.',
  tags: ['utilities'],
  synonyms: ['select', 'option', 'menu', 'dropdown', 'branch'],
  icon: 'clipboard-list',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    choices: { kind: 'outcomes', label: 'Choices', required: true, help: 'Shown in this order; each is an outcome.' },
    defaultChoice: { kind: 'string', label: 'Default Choice', required: true, help: 'Selected at first; the first choice where it is none of them.' },
    prompt: { kind: 'string', label: 'Prompt', required: true, help: 'The question.' },
  },
  outcomes: (config) => texts(config, 'choices').map((id) => ({ id, displayName: id })),
  allOutcomes: null,
  reads: () => [],
  writes: () => [],
  summary: (config) => text(config, 'prompt'),
  sources: [
    recorded('Sends a ChoiceCallback with the default choice selected; the chosen one is the outcome.', AM_SOURCE),
    recorded('With a single choice nothing is asked; without any the journey fails.', AM_SOURCE),
    recorded('An index outside of the list ends the journey.', AM_SOURCE),
    assumed('targetAuthLevel does not narrow the choices: a simulation starts no journey by level.'),
  ],
};
