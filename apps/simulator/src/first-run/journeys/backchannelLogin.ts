import { SUCCESS_NODE_ID } from '@tandem/journey';
import type { JourneySpec } from '../journeyBuilder.ts';
import { passwordPage } from './passwordPage.ts';

const id = {
  page: 'd96f29e3-62be-4f20-a934-ba6b21c475d7',
  username: 'a86f0b76-c197-499d-af86-925b7aa29f28',
  password: '710e9c4b-da2c-4b68-b41a-d5506fa1a806',
  decision: 'ad615d8e-f992-4c2d-82bc-ff736514f793',
};

/**
 * The backchannel journey of Ping's page on the Backchannel Initialize node. The user name comes with the transaction, so started directly it ends
 * with "Unable to find username to display". The page does not make it transactional only, so it isn't here.
 */
export const backchannelLogin: JourneySpec = {
  name: 'BackchannelLogin',
  description: 'Asks the user that BackchannelMain named for the password',
  mustRun: false,
  start: [60, 95],
  success: [860, 80],
  failure: [860, 260],
  nodes: [
    passwordPage(id, [200, 80], id.decision),
    {
      id: id.decision,
      type: 'IdentityStoreDecisionNode',
      name: 'Identity Store Decision',
      at: [520, 80],
      config: { minimumPasswordLength: 8, useUniversalIdForUsername: false, mixedCaseForPasswordChangeMessages: false },
      to: { TRUE: SUCCESS_NODE_ID },
    },
  ],
};
