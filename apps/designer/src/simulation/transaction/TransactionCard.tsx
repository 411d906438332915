import type { Transaction } from '@tandem/engine/view';
import { Code, Smartphone } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button, Select } from '../../components/index.ts';
import { useLive, usePast, useScene, useSimulation } from '../hooks.ts';
import { Deadline } from './Deadline.tsx';
import { JsonValue } from './JsonValue.tsx';
import { RedirectLink } from './RedirectLink.tsx';
import { Stages } from './Stages.tsx';

const CopyAsDialog = lazy(async () => ({ default: (await import('../../copyAs/index.ts')).CopyAsDialog }));

/** Between the two journeys: what ties them together. */
export function TransactionCard() {
  const transaction = useScene((scene) => scene.transaction);
  const run = useScene((scene) => scene.run);
  const main = useScene((scene) => scene.main);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus (WCAG 2.1.1)
    <section className="sim-transaction" aria-label="Transaction" tabIndex={0}>
      <h2 className="sim-transaction-title">Transaction</h2>
      {transaction && run ? (
        <Details key={transaction.id} transaction={transaction} all={run.transactions} />
      ) : (
        <>
          <Stages transaction={null} />
          <p className="sim-note">
            {run
              ? main?.status.kind === 'ended'
                ? 'No transaction: the main journey ended, and no Backchannel Initialize node of it created one.'
                : 'No Backchannel Initialize node of the main journey has created one yet.'
              : 'Start a run: its Backchannel Initialize node creates the transaction.'}
          </p>
        </>
      )}
    </section>
  );
}

function Details({ transaction, all }: { transaction: Transaction; all: readonly Transaction[] }) {
  const simulation = useSimulation();
  const past = usePast();
  const realm = useLive((state) => state.realm) || 'alpha';
  const [copying, setCopying] = useState(false);
  const { subject } = transaction;
  const open = () => simulation.openTransaction(transaction.id);
  return (
    <>
      {all.length > 1 ? (
        <Select
          label="Transaction of this run"
          hideLabel
          value={transaction.id}
          options={all.map((entry, index) => ({ value: entry.id, label: `Transaction ${index + 1}`, detail: `${entry.journey}, ${entry.state}` }))}
          onChange={(id) => simulation.choices.setState({ transaction: id })}
        />
      ) : null}
      <Stages transaction={transaction} />
      {past ? null : (
        <Button
          size="small"
          kind={transaction.state === 'CREATED' && !transaction.expired ? 'primary' : 'default'}
          icon={<Smartphone size={14} aria-hidden="true" />}
          onPress={open}
        >
          {transaction.sessions.length > 0 ? 'Open again in phone' : 'Open in phone'}
        </Button>
      )}
      {transaction.state === 'COMPLETED' && !past ? (
        <p className="sim-note">AM lets it start and refuses it at the end: the transaction is completed.</p>
      ) : null}
      <Button size="small" icon={<Code size={14} aria-hidden="true" />} onPress={() => setCopying(true)}>
        Copy as…
      </Button>
      {copying ? (
        <Suspense fallback={null}>
          <CopyAsDialog
            title="Open this transaction from an app"
            place={{
              base: `${location.origin}/sim/${simulation.id}/am`,
              realm: realm,
              target: { type: 'transaction', value: transaction.id },
            }}
            onClose={() => setCopying(false)}
          />
        </Suspense>
      ) : null}
      <dl className="sim-facts">
        <dt className="caps">Subject</dt>
        <dd>
          {subject ? (
            <>
              <strong title={subject.id}>{subject.name}</strong> · {subject.type}
            </>
          ) : (
            'any subject'
          )}
        </dd>
        <dt className="caps">Deadline</dt>
        <dd>
          <Deadline transaction={transaction} />
        </dd>
        <dt className="caps">Notifications</dt>
        <dd>
          {transaction.notifications.length === 0 ? (
            <span className="dim">none yet</span>
          ) : (
            <ol className="sim-notifications" reversed>
              {transaction.notifications
                .map((notification, index) => ({ ...notification, id: index }))
                .toReversed()
                .map((notification) => (
                  <li key={notification.id}>
                    <JsonValue value={notification.data} at={notification.at} />
                  </li>
                ))}
            </ol>
          )}
        </dd>
        <dt className="caps">Redirect link</dt>
        <dd>
          {transaction.redirectUri ? (
            <RedirectLink uri={transaction.redirectUri} />
          ) : (
            <span className="dim">none: the Redirect URL Type is None</span>
          )}
        </dd>
        <dt className="caps">Data given</dt>
        <dd>{Object.keys(transaction.input).length === 0 ? <span className="dim">none</span> : <JsonValue value={transaction.input} />}</dd>
        <dt className="caps">Tracking id</dt>
        <dd>
          <code className="sim-id">{transaction.trackingId}</code>
        </dd>
      </dl>
    </>
  );
}
