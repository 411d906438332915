import '../theme/base.css';
import './login.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AmClient, createPlayer, realClock } from '../callbacks/index.ts';
import { showStoredTheme } from '../theme/theme.ts';
import { LoginPage } from './LoginPage.tsx';
import { readLocation } from './location.ts';
import { remoteClock } from './simulationClock.ts';

showStoredTheme();
const root = document.getElementById('root');
if (root === null) throw new Error('login.html has no #root.');
const request = readLocation(location);
const clock = request.simulation === null ? null : remoteClock(request.simulation);
const player = createPlayer(new AmClient(request), clock ?? realClock);
player.start(request.target);
createRoot(root).render(
  <StrictMode>
    <LoginPage request={request} player={player} clock={clock} />
  </StrictMode>,
);
