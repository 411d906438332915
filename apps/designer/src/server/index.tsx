import './server.css';
import { adminSessionSchema } from '@tandem/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { FileJson, LogOut } from 'lucide-react';
import { useEffect, useState } from 'react';
import { AppHeader, Link, request, requestNothing, ScreenNav } from '../app/index.ts';
import { Button, ErrorBox, Skeleton } from '../components/index.ts';
import { PasswordForm } from './PasswordForm.tsx';

const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request('/api/session', adminSessionSchema, { signal }),
  staleTime: 0,
});

/** Who may use this server, and how else than by these screens. */
export default function ServerScreen() {
  const session = useQuery(sessionQuery);
  useEffect(() => {
    document.title = 'Server · Tandem';
  }, []);
  return (
    <>
      <AppHeader>
        <ScreenNav realm="alpha" current="server" />
      </AppHeader>
      <main className="page server">
        <h1 tabIndex={-1}>Server</h1>
        {session.error ? (
          <ErrorBox title="The session could not be read" error={session.error} onRetry={() => void session.refetch()} />
        ) : session.data === undefined ? (
          <Skeleton label="Reading the session" lines={4} />
        ) : (
          <>
            <section className="server-part" aria-labelledby="server-session">
              <h2 id="server-session">Sign-in</h2>
              {session.data.signIn === 'done' ? (
                <SignedIn userName={session.data.userName ?? ''} />
              ) : (
                <p className="dim">
                  You are at the machine that Tandem runs on: here nobody signs in. With <code>HOST=0.0.0.0</code> Tandem is open to the network;
                  journeys then run for everybody there, and whoever designs signs in as amadmin.
                </p>
              )}
            </section>
            <section className="server-part" aria-labelledby="server-password">
              <h2 id="server-password">Password of amadmin</h2>
              <PasswordForm isLocal={session.data.signIn !== 'done'} />
            </section>
          </>
        )}
        <section className="server-part" aria-labelledby="server-api">
          <h2 id="server-api">API</h2>
          <p className="dim">Everything that these screens do can be done by a script.</p>
          <Link href="/api-reference" className="server-link">
            <FileJson size={15} aria-hidden="true" />
            API reference
          </Link>
        </section>
      </main>
    </>
  );
}

function SignedIn({ userName }: { userName: string }) {
  const [error, setError] = useState<unknown>();
  const signOut = () =>
    requestNothing('/api/session', { method: 'DELETE' }).then(
      // What is not saved stays in this browser; what was read goes with the page.
      () => location.assign('/'),
      setError,
    );
  return (
    <div className="server-session">
      <p>
        Signed in as <strong>{userName}</strong>. The session is over after half an hour without a request.
      </p>
      <Button icon={<LogOut size={15} aria-hidden="true" />} onPress={() => void signOut()}>
        Sign out
      </Button>
      {error === undefined ? null : <ErrorBox title="You are still signed in" error={error} onRetry={() => void signOut()} />}
    </div>
  );
}
