import { customTypeId, FAILURE_NODE_ID } from '@tandem/journey';
import { setBackchannelStateProperties } from '../custom-nodes/setBackchannelStateProperties.ts';
import { userMessageToDisplay } from '../custom-nodes/userMessageToDisplay.ts';
import type { JourneySpec } from '../journeyBuilder.ts';
import { scriptId } from '../scripts/index.ts';

const id = {
  page: '3e2d7063-7515-4a42-afce-156f0f697fae',
  mail: 'a8de15ad-99d5-4c90-a5f6-32c623d018a4',
  identify: '43cd1b5f-6337-4c1a-afc6-709f5bf7f779',
  setState: '22ee07f3-7d86-4940-959d-ed5edc101000',
  initialize: '38d45fcb-2e11-4122-a7df-fc9814d96a5e',
  status: 'a719d9b7-b150-4442-b896-cd77aa5af309',
  pendingWait: 'e7eba059-543d-4c5f-a378-1a2220014308',
  progressWait: 'd7a3e600-326a-4b9d-ae6e-15f6da5fe944',
  message: 'b854dbaa-e063-4cf9-a92e-9761dd4a11b2',
};

/**
 * The main journey of Ping's page on the Backchannel Notification node, for a help desk agent, who is signed in already (`mustRun`).
 *
 * The page does not say where its last message leads. It leads to Failure, as in BackchannelMain: Success would give the agent a session of the
 * user who was looked up.
 */
export const helpDeskVerify: JourneySpec = {
  name: 'HelpDeskVerify',
  description: 'Lets a help desk agent verify a user and watch the progress',
  mustRun: true,
  start: [60, 655],
  success: [2440, 380],
  failure: [2440, 500],
  nodes: [
    {
      id: id.page,
      type: 'PageNode',
      name: 'Page Node',
      at: [200, 640],
      config: { pageHeader: {}, pageDescription: {} },
      children: [
        {
          id: id.mail,
          type: 'AttributeCollectorNode',
          name: 'Attribute Collector',
          config: { attributesToCollect: ['mail'], required: true, validateInputs: false, identityAttribute: 'userName' },
        },
      ],
      to: { outcome: id.identify },
    },
    {
      id: id.identify,
      type: 'IdentifyExistingUserNode',
      name: 'Identify Existing User',
      at: [520, 640],
      config: { identifier: 'userName', identityAttribute: 'mail' },
      to: { true: id.setState },
    },
    {
      id: id.setState,
      type: customTypeId(setBackchannelStateProperties),
      name: 'Set Backchannel State Properties',
      at: [840, 600],
      config: { attributeListProperty: ['_id', 'objectAttributes', 'username'], backchannelStateProperty: 'backchannel:data' },
      to: { Next: id.initialize },
    },
    {
      id: id.initialize,
      type: 'BackChannelInitNode',
      name: 'Backchannel Initialize',
      at: [1160, 520],
      config: {
        tree: 'HelpDeskVerifyUser',
        idType: 'USER',
        usernameKey: 'username',
        dataKey: 'backchannel:data',
        redirectUrlType: 'GET',
        timeout: 120,
        allowRetry: true,
      },
      to: { created: id.status },
    },
    {
      id: id.status,
      type: 'BackChannelStatusNode',
      name: 'Backchannel Status',
      at: [1480, 240],
      config: { recordData: false, recordTransactionData: true, transactionDataKey: 'transaction:data' },
      to: { pending: id.pendingWait, inprogress: id.progressWait, success: id.message },
    },
    {
      id: id.pendingWait,
      type: 'PollingWaitNode',
      name: 'Pending Wait',
      at: [1800, 40],
      config: { secondsToWait: 3, spamDetectionEnabled: false, spamDetectionTolerance: 3, waitingMessage: {}, exitable: false, exitMessage: {} },
      to: { DONE: id.status },
    },
    {
      id: id.progressWait,
      type: 'ConfigProviderNode',
      name: 'In Progress Wait',
      at: [1800, 180],
      config: { nodeType: 'PollingWaitNode', nodeVersion: 1, script: scriptId.inProgressWait, scriptInputs: ['*'] },
      to: { DONE: id.status },
    },
    {
      id: id.message,
      type: customTypeId(userMessageToDisplay),
      name: 'User Message To Display',
      at: [2120, 600],
      config: { message: 'User successfully authenticated' },
      to: { Success: FAILURE_NODE_ID },
    },
  ],
  notes: [
    {
      id: 'a4bb6771-570b-40bf-b5aa-094e8a0732cb',
      at: [1100, 240],
      size: [264, 96],
      text: 'Timing\n3 s poll inside 120 s Max Time: 40 polls. Journey limit 5 min.',
    },
  ],
};
