import { backchannelLogin as backchannel } from '../../first-run/journeys/backchannelLogin.ts';
import { backchannelMain } from '../../first-run/journeys/backchannelMain.ts';
import { scriptId } from '../../first-run/scripts/index.ts';
import type { Archetype } from '../archetype.ts';
import { fromPair } from '../fromPair.ts';

const SCRIPTS = [scriptId.collectUser, scriptId.displayRedirectUrlPoll, scriptId.displayTreeResults];

export const backchannelLogin: Archetype<'main' | 'backchannel'> = {
  id: 'backchannel-login',
  title: 'Backchannel login',
  help: 'A pair: the main journey asks who has to sign in, waits for that person, and shows what the other journey found.',
  names: [
    { key: 'main', label: 'Name of the main journey', initial: 'StartLogin' },
    { key: 'backchannel', label: 'Name of the backchannel journey', initial: 'StartedLogin' },
  ],
  build: (names, realm) => fromPair(backchannelMain, backchannel, SCRIPTS, names, realm),
};
