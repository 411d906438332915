import { customTypeId, SUCCESS_NODE_ID } from '@tandem/journey';
import { setFrontChannelStatus } from '../custom-nodes/setFrontChannelStatus.ts';
import type { JourneySpec, PlacedNode } from '../journeyBuilder.ts';
import { passwordPage } from './passwordPage.ts';

const id = {
  page: '16eedb11-284d-439c-81a5-58c37f66b73f',
  username: '67c2fd4a-e7a7-45fe-a8ad-d89ac4029236',
  password: '76e935d8-8fe1-420f-96a0-53028bb60544',
  setEntered: '9bc428eb-5ac1-417b-bcad-e4bf84747dae',
  notifyEntered: '77cd7267-2911-407d-829a-da5dd7963729',
  decision: '8475fb28-c66c-40ae-aeaf-f2c9d5ccc3db',
  setValid: '0e2e8b25-5a82-483f-aa66-fd6ad17c058a',
  notifyValid: '1cbf4d1f-c158-4f96-85f3-df79b6e2bb51',
};

/**
 * The backchannel journey of Ping's page on the Backchannel Notification node. Each card stands a little higher than the one before, so that the
 * lines to Failure pass below the cards. Not transactional only, for the reason given at BackchannelLogin.
 */
export const helpDeskVerifyUser: JourneySpec = {
  name: 'HelpDeskVerifyUser',
  description: 'Asks the user for the password and tells the help desk agent how it goes',
  mustRun: false,
  start: [60, 255],
  success: [2140, 55],
  failure: [2140, 380],
  nodes: [
    passwordPage(id, [200, 240], id.setEntered),
    status(id.setEntered, 'User has entered their credentials', [520, 240], id.notifyEntered),
    notification(id.notifyEntered, [840, 200], id.decision),
    { id: id.decision, type: 'DataStoreDecisionNode', name: 'Data Store Decision', at: [1160, 160], to: { true: id.setValid } },
    status(id.setValid, "User's credentials are valid", [1480, 120], id.notifyValid),
    notification(id.notifyValid, [1800, 80], SUCCESS_NODE_ID),
  ],
  notes: [
    {
      id: '6fc422fc-3b0d-47ab-9bc8-0d047a608520',
      at: [520, 40],
      size: [264, 112],
      text: 'Two messages for the agent\nSet Front Channel Status puts the message into transaction:notify; Backchannel Notification sends it.',
    },
  ],
};

function status(nodeId: string, message: string, at: PlacedNode['at'], next: string): PlacedNode {
  return {
    id: nodeId,
    type: customTypeId(setFrontChannelStatus),
    name: 'Set Front Channel Status',
    at,
    config: { journeyStatusKey: 'transaction:notify', journeyStatusProperty: 'journeyStatus', journeyStatusValue: message },
    to: { Success: next },
  };
}

function notification(nodeId: string, at: PlacedNode['at'], next: string): PlacedNode {
  return {
    id: nodeId,
    type: 'BackchannelNotificationNode',
    name: 'Backchannel Notification',
    at,
    config: { dataKey: 'transaction:notify' },
    to: { success: next },
  };
}
