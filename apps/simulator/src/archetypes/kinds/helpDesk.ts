import { setBackchannelStateProperties } from '../../first-run/custom-nodes/setBackchannelStateProperties.ts';
import { setFrontChannelStatus } from '../../first-run/custom-nodes/setFrontChannelStatus.ts';
import { userMessageToDisplay } from '../../first-run/custom-nodes/userMessageToDisplay.ts';
import { helpDeskVerify } from '../../first-run/journeys/helpDeskVerify.ts';
import { helpDeskVerifyUser } from '../../first-run/journeys/helpDeskVerifyUser.ts';
import { scriptId } from '../../first-run/scripts/index.ts';
import type { Archetype } from '../archetype.ts';
import { fromPair } from '../fromPair.ts';

export const helpDesk: Archetype<'main' | 'backchannel'> = {
  id: 'help-desk',
  title: 'Help desk verification with live status',
  help: 'A pair: an agent has a caller confirm who they are and sees at once how far the caller is. Brings three custom nodes.',
  names: [
    { key: 'main', label: "Name of the agent's journey", initial: 'VerifyCaller' },
    { key: 'backchannel', label: "Name of the caller's journey", initial: 'CallerConfirms' },
  ],
  build: (names, realm) => ({
    ...fromPair(helpDeskVerify, helpDeskVerifyUser, [scriptId.inProgressWait], names, realm),
    nodeTypes: [setBackchannelStateProperties, userMessageToDisplay, setFrontChannelStatus],
  }),
};
