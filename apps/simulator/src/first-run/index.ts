import { emptyRealm, type Realm } from '@tandem/journey';
import { firstRunClients } from './clients.ts';
import { setBackchannelStateProperties } from './custom-nodes/setBackchannelStateProperties.ts';
import { setFrontChannelStatus } from './custom-nodes/setFrontChannelStatus.ts';
import { userMessageToDisplay } from './custom-nodes/userMessageToDisplay.ts';
import { firstRunIdentities } from './identities.ts';
import { addJourney } from './journeyBuilder.ts';
import { backchannelLogin } from './journeys/backchannelLogin.ts';
import { backchannelMain, backchannelOutcomes } from './journeys/backchannelMain.ts';
import { helpDeskVerify } from './journeys/helpDeskVerify.ts';
import { helpDeskVerifyUser } from './journeys/helpDeskVerifyUser.ts';
import { scripts } from './scripts/index.ts';

export interface FirstRunOptions {
  /** Makes an `Identity.passwordHash` of a plain password. */
  hashPassword(plain: string): string;
  /** Every id is fixed in the source, so that links and saved runs survive a reset; there is nothing to hand in. */
  newId?: never;
}

/** The realm `alpha` that an installation without data starts with: the examples of Ping's pages on the three backchannel nodes. */
export function firstRunRealm(options: FirstRunOptions): Realm {
  const realm = emptyRealm('alpha');
  for (const script of scripts) realm.scripts[script._id] = script;
  for (const type of [setBackchannelStateProperties, userMessageToDisplay, setFrontChannelStatus]) realm.nodeTypes[type._id] = type;
  for (const journey of [backchannelMain, backchannelLogin, helpDeskVerify, helpDeskVerifyUser, backchannelOutcomes]) addJourney(realm, journey);
  for (const identity of firstRunIdentities(options.hashPassword)) realm.identities[identity._id] = identity;
  for (const client of firstRunClients(options.hashPassword)) realm.clients[client._id] = client;
  return structuredClone(realm);
}
