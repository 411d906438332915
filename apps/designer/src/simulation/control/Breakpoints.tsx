import { Octagon, Play, Plus, StepForward, Trash2 } from 'lucide-react';
import { useStore } from 'zustand';
import { useShortcut } from '../../commands/index.ts';
import { Badge, Button, EmptyState, focusWhenLost, IconButton, Switch } from '../../components/index.ts';
import { clockText } from '../derive/timeline.ts';
import { useLive, useScene, useSimulation } from '../hooks.ts';
import { AddBreakpoint } from './AddBreakpoint.tsx';
import { breakpointText, type Listed } from './breakpoints.ts';
import { HeldText } from './Held.tsx';
import { heldIn } from './held.ts';
import { useBreakpoints } from './hooks.ts';
import { useNamesOfAll } from './useNamesOfAll.ts';

/** Every breakpoint of the simulation, and the way to more. */
export default function Breakpoints({ journeys }: { journeys: readonly (string | null)[] }) {
  const { control } = useSimulation();
  const list = useBreakpoints();
  const isAdding = useStore(control.store, (state) => state.isAdding);
  const setAdding = (adding: boolean) => control.store.setState({ isAdding: adding });
  const addKey = useShortcut('simulation.add-breakpoint');
  const markKey = useShortcut('simulation.breakpoint') ?? 'F9';
  const shown = journeys.filter((journey) => journey !== null);
  const others = list.flatMap(({ breakpoint }) => ('journey' in breakpoint && breakpoint.journey !== undefined ? [breakpoint.journey] : []));
  const nameOf = useNamesOfAll([...new Set([...shown, ...others])]);
  const add = (
    <Button size="small" icon={<Plus size={13} aria-hidden="true" />} shortcut={addKey} onPress={() => setAdding(true)}>
      Add a breakpoint
    </Button>
  );
  return (
    <div className="sim-control" data-breakpoints="">
      <OtherHeld />
      {isAdding ? (
        <AddBreakpoint
          journey={shown[0] ?? null}
          onDone={() => {
            setAdding(false);
            focusWhenLost('[data-breakpoints] > .sim-control-buttons .button', '[data-breakpoints] .button');
          }}
        />
      ) : null}
      {list.length === 0 && !isAdding ? (
        <EmptyState icon={<Octagon size={24} aria-hidden="true" />} title="No breakpoints" action={add}>
          {`Choose a node on a canvas and press ${markKey}: the run is held before it, and you can look at its state.`}
        </EmptyState>
      ) : null}
      {list.length > 0 ? (
        <ul className="sim-control-list" aria-label="Breakpoints">
          {list.map((one) => (
            <Row key={one.breakpoint.id} one={one} nameOf={nameOf} />
          ))}
        </ul>
      ) : null}
      {list.length > 0 && !isAdding ? (
        <div className="sim-control-buttons">
          {add}
          {list.length > 1 ? (
            <Button size="small" kind="quiet" onPress={() => void control.removeAll()}>
              Remove all
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Row({ one: { breakpoint, isOn }, nameOf }: { one: Listed; nameOf(node: string): string }) {
  const { control } = useSimulation();
  const holds = useLive(
    ({ view }) => view !== null && heldIn(view.state).some(({ status }) => status.kind === 'held' && status.by === breakpoint.id),
  );
  const text = breakpointText(breakpoint, nameOf, clockText);
  const journey = breakpoint.on === 'node' ? breakpoint.journey : undefined;
  return (
    <li className="sim-control-row">
      <Switch label={text} help={journey} isSelected={isOn} onChange={(on) => void control.turn(breakpoint.id, on)} />
      {holds ? <Badge tone="transaction">holds now</Badge> : null}
      <IconButton
        size="small"
        label={`Remove: ${text}`}
        icon={<Trash2 size={14} aria-hidden="true" />}
        onPress={() => {
          void control.remove(breakpoint.id);
          focusWhenLost('[data-breakpoints] .sim-control-row button', '[data-breakpoints] .button');
        }}
      />
    </li>
  );
}

/** Sessions that are held and on no canvas: those of other runs and clients. */
function OtherHeld() {
  const { control } = useSimulation();
  const state = useLive(({ view }) => view?.state);
  const main = useScene((scene) => scene.main?.id);
  const backchannel = useScene((scene) => scene.backchannel?.id);
  const held = state ? heldIn(state).filter(({ id }) => id !== main && id !== backchannel) : [];
  if (held.length === 0) return null;
  return (
    <ul className="sim-control-list" aria-label="Held elsewhere">
      {held.map((session) => (
        <li key={session.id} className="sim-control-row">
          <span className="sim-control-words">
            <HeldText session={session} />
            <span className="dim">{` · ${session.journey}, ${session.player ? `player ${session.player}` : 'another client'}, not on screen`}</span>
          </span>
          <IconButton
            size="small"
            label="Step"
            icon={<StepForward size={14} aria-hidden="true" />}
            onPress={() => void control.goOn(session.id, true)}
          />
          <IconButton
            size="small"
            label="Continue"
            icon={<Play size={14} aria-hidden="true" />}
            onPress={() => void control.goOn(session.id, false)}
          />
        </li>
      ))}
    </ul>
  );
}
