import type { HttpStub } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { PencilLine, Plus, Undo2 } from 'lucide-react';
import { Badge, Button, ErrorBox, focusWhenLost, IconButton } from '../../components/index.ts';
import { contentsQuery } from '../../realm/queries.ts';
import { stubTitle } from '../../realm/stubs/stubForm.ts';
import { useLive, useSimulation } from '../hooks.ts';
import { NO_STUBS } from './control.ts';

/** How HTTP calls are answered: here, and by the realm. */
export default function Calls() {
  const { control } = useSimulation();
  const own = useLive(({ view }) => view?.state.stubs) ?? NO_STUBS;
  const realm = useLive((state) => state.realm);
  const stubs = useQuery({ ...contentsQuery(realm, 'stubs'), enabled: realm !== '' });
  const realms = (stubs.data ?? []).map(({ content }) => content);
  const laid = Object.entries(own).map(([id, stub]) => ({ id, stub, realms: realms.find((one) => one._id === id) ?? null }));
  const open = (stub: HttpStub | null) => control.store.setState({ dialog: { kind: 'call', stub } });
  return (
    <div className="sim-control" data-calls="">
      <p className="dim">Nothing reaches the network: stubs answer the HTTP calls of scripts. What is set here counts in this simulation only.</p>
      {laid.length > 0 ? (
        <ul className="sim-control-list" aria-label="Answers of this simulation">
          {laid.map((one) => (
            <Laid key={one.id} {...one} onEdit={open} />
          ))}
        </ul>
      ) : null}
      <div className="sim-control-buttons">
        <Button size="small" icon={<Plus size={13} aria-hidden="true" />} onPress={() => open(null)}>
          Answer a call
        </Button>
      </div>
      {stubs.error ? <ErrorBox title="The realm’s stubs could not be read" error={stubs.error} onRetry={() => void stubs.refetch()} /> : null}
      <Realms stubs={realms.filter((stub) => !Object.hasOwn(own, stub._id))} onEdit={open} />
    </div>
  );
}

interface LaidProps {
  id: string;
  /** null: the realm's does not answer here. */
  stub: HttpStub | null;
  realms: HttpStub | null;
  onEdit(stub: HttpStub | null): void;
}

function Laid({ id, stub, realms, onEdit }: LaidProps) {
  const { control } = useSimulation();
  const shown = stub ?? realms;
  const title = shown ? stubTitle(shown) : id;
  const back = realms ? 'Back to the realm’s' : 'Take it back';
  return (
    <li className="sim-control-row">
      <code className="sim-control-words">{title}</code>
      {stub ? <Status stub={stub} /> : <Badge tone="failure">refused</Badge>}
      {shown ? (
        <IconButton size="small" label={`Change: ${title}`} icon={<PencilLine size={14} aria-hidden="true" />} onPress={() => onEdit(shown)} />
      ) : null}
      <IconButton
        size="small"
        label={`${back}: ${title}`}
        icon={<Undo2 size={14} aria-hidden="true" />}
        onPress={() => {
          void control.setStubs(({ [id]: _, ...others }) => others);
          focusWhenLost('[data-calls] .sim-control-row button', '[data-calls] .button');
        }}
      />
    </li>
  );
}

function Realms({ stubs, onEdit }: { stubs: readonly HttpStub[]; onEdit(stub: HttpStub): void }) {
  const { control } = useSimulation();
  if (stubs.length === 0) return null;
  return (
    <section className="sim-control-people" aria-label="The realm’s stubs">
      <h3>The realm’s stubs</h3>
      <ul className="sim-control-list">
        {stubs.map((stub) => (
          <li key={stub._id} className="sim-control-row">
            <code className="sim-control-words">{stubTitle(stub)}</code>
            <Status stub={stub} />
            <Button size="small" onPress={() => onEdit(stub)}>
              Change here
            </Button>
            <Button
              size="small"
              kind="quiet"
              onPress={() => {
                void control.setStubs((own) => ({ ...own, [stub._id]: null }));
                focusWhenLost('[data-calls] .sim-control-row button');
              }}
            >
              Refuse here
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Status = ({ stub: { status } }: { stub: HttpStub }) => <Badge tone={status < 400 ? 'success' : 'failure'}>{status}</Badge>;
