import { FAILURE_NODE_ID } from '@tandem/journey';
import type { JourneySpec, Note } from '../journeyBuilder.ts';
import { scriptId } from '../scripts/index.ts';

/** What BackchannelMain and its copy, BackchannelOutcomes, have each of their own. */
interface Variant {
  name: string;
  description: string;
  collectScript: string;
  ids: Record<'collect' | 'initialize' | 'message' | 'status' | 'redirectPoll' | 'progressPoll' | 'results', string>;
  note: Pick<Note, 'id' | 'text'>;
}

export const backchannelMain = mainJourney({
  name: 'BackchannelMain',
  description: 'Starts BackchannelLogin for a user, waits for it and shows its session properties',
  collectScript: scriptId.collectUser,
  ids: {
    collect: 'd3934d80-000d-4d5a-b206-f18452ad331a',
    initialize: '2575d6c3-7976-45df-96a9-54646c02208f',
    message: '3d4713da-873f-4d6c-9c62-1029382c9513',
    status: '44380b05-bac1-469c-a2a8-340879ebff31',
    redirectPoll: '1a9ef0e8-3702-4018-ae75-f4b60fd3f427',
    progressPoll: 'ad0b52ec-56b9-4496-8d3a-1f872f86f92d',
    results: 'a3730369-bac6-45eb-900b-172eeefd9c93',
  },
  note: {
    id: 'fbf9cc35-54c5-457e-9e00-897dc76f217a',
    text: 'Two people\nWhile Pending, the waiting message is the link for the user. Open it in another browser or a private window. The user has 120 s.',
  },
});

export const backchannelOutcomes = mainJourney({
  name: 'BackchannelOutcomes',
  description: 'BackchannelMain without the look-up in its script: reaches every outcome of Backchannel Initialize',
  collectScript: scriptId.collectUserAsTyped,
  ids: {
    collect: 'f345ddf7-45ca-4aca-9f4d-ff8ff0150ec9',
    initialize: '4a766ac2-3414-4a4a-9b5f-1805eaf32074',
    message: 'c42bcff6-b5ef-42a6-9baa-c54d79a0c04f',
    status: 'f1fa2117-6cac-453d-9098-3b61b22ae47d',
    redirectPoll: '023c1374-0de1-439f-9f85-5757dc57140e',
    progressPoll: '17a1097b-c62d-4b44-9b07-61f628d2cbfb',
    results: '6544c0c7-7168-4ae4-b59a-43675661637b',
  },
  note: {
    id: '7613a51e-3bce-40e8-a2d9-928c1d0befa6',
    text: 'Every outcome\nbjensen: Created. A name that nobody has: Unknown Subject. An empty name: Error. Let 120 s pass: Status says Unknown.',
  },
});

/**
 * The main journey of Ping's page on the Backchannel Initialize node. It "always ends on the Failure node as it is not in itself an authentication
 * journey"; for the same reason it runs although the browser has a session (`mustRun`), else a second go after signing in would end at once.
 */
function mainJourney({ name, description, collectScript, ids, note }: Variant): JourneySpec {
  return {
    name,
    description,
    mustRun: true,
    start: [60, 695],
    success: [1800, 420],
    failure: [1800, 540],
    nodes: [
      {
        id: ids.collect,
        type: 'ScriptedDecisionNode',
        name: 'Collect User to Login',
        at: [200, 680],
        config: { script: collectScript, outcomes: ['outcome'], inputs: ['*'], outputs: ['*'] },
        to: { outcome: ids.initialize },
      },
      {
        id: ids.initialize,
        type: 'BackChannelInitNode',
        name: 'Backchannel Initialize',
        at: [520, 680],
        config: {
          tree: 'BackchannelLogin',
          idType: 'USER',
          usernameKey: 'backchannel-user',
          dataKey: 'backchannel-data',
          redirectUrlType: 'GET',
          timeout: 120,
          allowRetry: true,
        },
        to: { created: ids.status, unknown: ids.message, error: FAILURE_NODE_ID },
      },
      {
        // The page names one way on from here, back to the start: that is Yes. No gives up.
        id: ids.message,
        type: 'MessageNode',
        name: 'Message Node',
        at: [840, 620],
        config: { message: { en: 'There is no such user. Do you want to try another name?' }, messageYes: {}, messageNo: {} },
        to: { true: ids.collect },
      },
      {
        id: ids.status,
        type: 'BackChannelStatusNode',
        name: 'Backchannel Status',
        at: [840, 340],
        config: { recordData: true, recordTransactionData: false },
        to: { pending: ids.redirectPoll, inprogress: ids.progressPoll, success: ids.results },
      },
      {
        id: ids.redirectPoll,
        type: 'ConfigProviderNode',
        name: 'Display Redirect URL Poll',
        at: [1160, 40],
        config: { nodeType: 'PollingWaitNode', nodeVersion: 1, script: scriptId.displayRedirectUrlPoll, scriptInputs: ['*'] },
        to: { DONE: ids.status, EXITED: ids.collect },
      },
      {
        id: ids.progressPoll,
        type: 'PollingWaitNode',
        name: 'In Progress Poll',
        at: [1160, 260],
        config: { secondsToWait: 8, spamDetectionEnabled: true, spamDetectionTolerance: 3, waitingMessage: {}, exitable: true, exitMessage: {} },
        to: { DONE: ids.status, EXITED: ids.collect },
      },
      {
        id: ids.results,
        type: 'ScriptedDecisionNode',
        name: 'Display Tree Results',
        at: [1480, 680],
        config: { script: scriptId.displayTreeResults, outcomes: ['outcome'], inputs: ['*'], outputs: ['*'] },
        to: { outcome: FAILURE_NODE_ID },
      },
    ],
    notes: [{ ...note, at: [200, 420], size: [264, 136] }],
  };
}
