import './api-reference.css';
import { adminSessionSchema, openApiSchema } from '@tandem/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { AppHeader, request, ScreenNav } from '../app/index.ts';
import { Code } from '../callbacks/index.ts';
import { EmptyState, ErrorBox, Skeleton, TextField } from '../components/index.ts';
import { isFound, operationsOf } from './describe.ts';
import { OperationEntry } from './OperationEntry.tsx';

const PATH = '/api/openapi.json';
const referenceQuery = queryOptions({ queryKey: ['openapi'], queryFn: ({ signal }) => request(PATH, openApiSchema, { signal }) });
const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => request('/api/session', adminSessionSchema, { signal }) });

/** Tandem's own API, as the server describes it. */
export default function ApiReferenceScreen() {
  const reference = useQuery(referenceQuery);
  const withCookies = useQuery(sessionQuery).data?.signIn === 'done';
  const [search, setSearch] = useState('');
  const isThere = reference.data !== undefined;
  useEffect(() => {
    document.title = 'API reference · Tandem';
    if (isThere && location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isThere]);
  const groups = reference.data ? [...operationsOf(reference.data)] : [];
  const found = groups
    .map(([tag, all]) => [tag, all.filter((operation) => isFound(operation, search))] as const)
    .filter(([, some]) => some.length > 0);
  const count = found.reduce((sum, [, some]) => sum + some.length, 0);
  return (
    <>
      <AppHeader>
        <ScreenNav realm="alpha" current="server" />
      </AppHeader>
      <main className="page api-reference">
        <h1 tabIndex={-1}>API reference</h1>
        <p className="dim">
          As OpenAPI 3.1 at <a href={PATH}>{PATH}</a>. Calls that change something need <code>content-type: application/json</code>; what is wrong
          comes as <code>application/problem+json</code>, with the place and what would be right. Clients of AM use <code>/am</code> instead.
        </p>
        {withCookies ? <Code className="operation-code">{signInByCurl()}</Code> : null}
        {reference.error ? (
          <ErrorBox title="The description could not be read" error={reference.error} onRetry={() => void reference.refetch()} />
        ) : reference.data === undefined ? (
          <Skeleton label="Reading the description" lines={10} />
        ) : (
          <>
            <TextField
              label="Search"
              hideLabel
              type="search"
              placeholder="Search calls: export, clock, POST, /outbox"
              value={search}
              onChange={setSearch}
            />
            <p className="dim" role="status">
              {count === 1 ? '1 call' : `${count} calls`}
            </p>
            {found.length === 0 ? <EmptyState title="No call has all these words">Search for less, or for a part of a path.</EmptyState> : null}
            {found.map(([tag, operations]) => (
              <section key={tag} aria-label={tag} className="operations">
                <h2 className="caps">{tag}</h2>
                {operations.map((operation) => (
                  <OperationEntry
                    key={operation.operationId}
                    operation={operation}
                    schemas={reference.data.components.schemas}
                    withCookies={withCookies}
                  />
                ))}
              </section>
            ))}
          </>
        )}
      </main>
    </>
  );
}

/** From elsewhere than Tandem's machine every command needs the cookie that this one keeps. */
function signInByCurl(): string {
  return `curl -c cookies.txt '${location.origin}/api/session' -H 'content-type: application/json' -d '{"password":"PASSWORD"}'`;
}
