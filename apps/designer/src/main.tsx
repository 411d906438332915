import './app/insecure.ts';
import './theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { openAhead } from './app/openAhead.ts';
import { makeQueryClient } from './app/queries.ts';
import { matchRoute } from './app/router.ts';
import { watchKeys } from './theme/keys.ts';
import { showStoredTheme } from './theme/theme.ts';

showStoredTheme();
watchKeys();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
const queries = makeQueryClient();
openAhead(matchRoute(new URL(location.href)), queries);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
