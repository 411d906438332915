import type { Script } from '@tandem/journey';
import { collectUser } from './collectUser.ts';
import { collectUserAsTyped } from './collectUserAsTyped.ts';
import { displayRedirectUrlPoll } from './displayRedirectUrlPoll.ts';
import { displayTreeResults } from './displayTreeResults.ts';
import { inProgressWait } from './inProgressWait.ts';

export const scriptId = {
  collectUser: '3b3f28bf-f6f7-403b-9005-bd3508da0ee7',
  collectUserAsTyped: '291cdbc1-2355-44c7-9073-654b3966b968',
  displayRedirectUrlPoll: 'd4ba5a93-a92e-4e88-aa42-bdb33231d272',
  displayTreeResults: '730eb964-42b0-4346-879c-cf81fff1af7a',
  inProgressWait: '9e9513dd-d435-4774-afef-81ce203a844c',
} as const;

/** AM's pair of context and evaluator version. A next-generation scripted decision keeps the legacy context's name, as in AIC's exports. */
const nextGenDecision = { context: 'AUTHENTICATION_TREE_DECISION_NODE', evaluatorVersion: '2.0' };
const nextGenProvider = { context: 'CONFIG_PROVIDER_NODE_NEXT_GEN', evaluatorVersion: '2.0' };
const legacyProvider = { context: 'CONFIG_PROVIDER_NODE', evaluatorVersion: '1.0' };

/** A script resource as an AIC export writes it: the source as a JSON string. */
function script(id: string, name: string, engine: { context: string; evaluatorVersion: string }, description: string, source: string): Script {
  return {
    _id: id,
    name,
    description,
    script: JSON.stringify(source),
    default: false,
    language: 'JAVASCRIPT',
    ...engine,
    createdBy: 'null',
    creationDate: 0,
    lastModifiedBy: 'null',
    lastModifiedDate: 0,
  };
}

export const scripts: readonly Script[] = [
  script(scriptId.collectUser, 'Collect User to Login', nextGenDecision, 'Asks for a user name and prepares the backchannel journey', collectUser),
  script(scriptId.collectUserAsTyped, 'Collect User as Typed', nextGenDecision, 'Passes a user name on without looking it up', collectUserAsTyped),
  script(
    scriptId.displayRedirectUrlPoll,
    'Display Redirect URL Poll',
    legacyProvider,
    'Configures a Polling Wait node that shows the redirect URI',
    displayRedirectUrlPoll,
  ),
  script(
    scriptId.displayTreeResults,
    'Display Tree Results',
    nextGenDecision,
    'Shows the session properties of the backchannel journey',
    displayTreeResults,
  ),
  script(
    scriptId.inProgressWait,
    'In Progress Wait',
    nextGenProvider,
    'Configures a Polling Wait node that shows the status sent by the backchannel journey',
    inProgressWait,
  ),
];
