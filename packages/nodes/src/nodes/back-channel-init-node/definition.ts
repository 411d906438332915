import { INT_MAX, type JsonObject, type Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { assumed, documented, EXPORTS, PAGE_INITIALIZE, recorded } from '../../support/sources.ts';
import { flag, named, numeric, summarize, text } from '../../support/values.ts';

/** Keys in shared state that Status and the journey's scripts rely on. */
export const TRANSACTION_KEY = 'backchannel-transaction';
export const REDIRECT_KEY = 'backchannel-redirectUri';
export const DATA_KEY = 'backchannel-data';

const created: Outcome = { id: 'created', displayName: 'Created' };
const unknown: Outcome = { id: 'unknown', displayName: 'Unknown Subject' };
const error: Outcome = { id: 'error', displayName: 'Error' };

const subjectLabels: Record<string, string> = { USER: 'User', AGENT: 'Agent', NONE: 'Any subject' };

function hasSubject(config: JsonObject): boolean {
  return config.idType !== 'NONE';
}

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  post: 'The address of Post is the authenticate endpoint with authIndexType=transaction and the transaction as authIndexValue.',
  custom: 'A custom URL gets the same two query parameters, before its fragment.',
  cannotStart: 'A journey that cannot be started goes to Error with the log line "Error initializing back channel transaction.".',
} as const;

export const definition: NodeDefinition = {
  type: 'BackChannelInitNode',
  name: 'Backchannel Initialize',
  help: 'Starts a second journey that runs on its own, for another person or agent, and gets the link to it.',
  tags: ['utilities', 'backchannel'],
  synonyms: ['back channel', 'start', 'transaction', 'out of band', 'second journey', 'help desk', 'redirect uri', 'qr code'],
  icon: 'send',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    tree: { kind: 'journey', label: 'Journey', required: true, help: 'The journey that the other person goes through.' },
    idType: {
      kind: 'enum',
      label: 'Subject Type',
      default: 'USER',
      help: 'Whose journey it is. With None anybody who opens the link may finish it.',
      options: [
        { value: 'USER', label: 'User' },
        { value: 'AGENT', label: 'Agent' },
        { value: 'NONE', label: 'None' },
      ],
    },
    usernameKey: {
      kind: 'stateKey',
      label: 'Subject Name Key',
      required: true,
      placeholder: 'backchannel-user',
      help: 'Node state key that holds the user name or _id of the subject.',
      when: { field: 'idType', notIn: ['NONE'] },
    },
    dataKey: {
      kind: 'stateKey',
      label: 'Data Object Key',
      placeholder: 'backchannel-data',
      help: "Node state key of an object that becomes the start of the other journey's shared state. May be missing at run time.",
    },
    redirectUrlType: {
      kind: 'enum',
      label: 'Redirect URL Type',
      default: 'GET',
      help: 'What kind of link is written to backchannel-redirectUri. With None nothing is written.',
      options: [
        { value: 'GET', label: 'Get' },
        { value: 'POST', label: 'Post' },
        { value: 'CUSTOM', label: 'Custom' },
        { value: 'NONE', label: 'None' },
      ],
    },
    customRedirectUrl: {
      kind: 'url',
      label: 'Custom Redirect URL',
      required: true,
      placeholder: 'https://www.example.com/verify',
      help: 'Your own page; the transaction is appended as query parameters.',
      when: { field: 'redirectUrlType', in: ['CUSTOM'] },
    },
    timeout: {
      kind: 'integer',
      label: 'Max Time (Seconds)',
      min: 1,
      max: INT_MAX,
      unit: 's',
      help: "How long the transaction lives. Empty: the realm's time to live. The main journey has a timeout of its own.",
    },
    allowRetry: {
      kind: 'boolean',
      label: 'Allow Retry',
      default: true,
      help: 'A failed attempt may be repeated until Max Time. Off: the first failure is final.',
    },
  },
  outcomes: (config) => (hasSubject(config) ? [created, unknown, error] : [created, error]),
  allOutcomes: [created, unknown, error],
  reads: (config) => [...(hasSubject(config) ? named(config, 'usernameKey') : []), ...named(config, 'dataKey')],
  writes: (config) => [
    { key: TRANSACTION_KEY, scope: 'shared' },
    ...(config.redirectUrlType === 'NONE' ? [] : [{ key: REDIRECT_KEY, scope: 'shared' as const }]),
    ...(text(config, 'dataKey') ? [{ key: DATA_KEY, scope: 'shared' as const }] : []),
  ],
  summary: (config) => {
    const seconds = numeric(config, 'timeout');
    return summarize(
      subjectLabels[text(config, 'idType') || 'USER'] ?? text(config, 'idType'),
      seconds === undefined ? 'realm time' : `${seconds} s`,
      config.allowRetry === undefined || flag(config, 'allowRetry') ? 'retry' : 'no retry',
    );
  },
  journeys: (config) => named(config, 'tree'),
  sources: [
    recorded('Property ids, USER, NONE, GET, outcome ids, and no Unknown Subject outcome for subject type None.', EXPORTS),
    documented(
      'A subject that cannot be read from node state goes to Error with the warning "Error retrieving subject from node state.".',
      PAGE_INITIALIZE,
    ),
    documented('A subject that is not in the identity store goes to Unknown Subject.', PAGE_INITIALIZE),
    documented('Writes backchannel-transaction, backchannel-redirectUri and optionally backchannel-data to shared state.', PAGE_INITIALIZE),
    documented("Without Max Time the realm's time to live applies; Allow Retry is on unless switched off.", PAGE_INITIALIZE),
    assumed('The values AGENT, POST, CUSTOM and NONE of the two lists are named after their labels.'),
    documented("Get is the address of /XUI/Login, on the request's base URL or that of the Base URL Source service.", PAGE_INITIALIZE),
    assumed(ASSUMED.post),
    assumed(ASSUMED.custom),
    assumed(ASSUMED.cannotStart),
    assumed('A new node starts with subject type User and redirect type Get.'),
  ],
};
