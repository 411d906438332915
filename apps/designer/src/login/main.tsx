import '../theme/base.css';
import './login.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AmClient, createPlayer, OnPageContext, realClock, WordsContext } from '../callbacks/index.ts';
import { showStoredTheme } from '../theme/theme.ts';
import { LoginPage } from './LoginPage.tsx';
import { readLocation } from './location.ts';
import { cameBack } from './redirected.ts';
import { remoteClock } from './simulationClock.ts';
import { chooseWords } from './words/choose.ts';
import { PageWordsContext } from './words/context.ts';

async function open(root: HTMLElement): Promise<void> {
  const request = readLocation(location);
  const locale = request.parameters.find(([name]) => name === 'locale')?.[1];
  const clock = request.simulation === null ? null : remoteClock(request.simulation);
  const back = cameBack(request.base, location.search);
  const speaking: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...init?.headers, ...(locale ? { 'Accept-Language': locale } : {}) } });
  const client = new AmClient({ ...request, parameters: [...request.parameters, ...(back?.parameters ?? [])], fetch: speaking });
  const player = createPlayer(client, clock ?? realClock);
  if (back) {
    player.resume(back.target, back.step, null);
    player.submit();
  } else if (!request.signOut) player.start(request.target);

  const words = await chooseWords([...(locale ? [locale] : []), ...navigator.languages]);
  document.documentElement.lang = words.language;
  createRoot(root).render(
    <StrictMode>
      <PageWordsContext value={words}>
        <WordsContext value={words.form}>
          <OnPageContext value={true}>
            <LoginPage request={request} player={player} clock={clock} />
          </OnPageContext>
        </WordsContext>
      </PageWordsContext>
    </StrictMode>,
  );
}

showStoredTheme();
const root = document.getElementById('root');
if (root === null) throw new Error('login.html has no #root.');
// A link from one journey to another changes the fragment alone.
addEventListener('hashchange', () => location.reload());
void open(root);
