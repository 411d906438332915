import type { BreakpointSetting, FaultSetting } from '@tandem/api';
import type { Breakpoint, SimulationState } from '@tandem/engine/view';
import type { HttpStub } from '@tandem/journey';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LiveStore } from '../live/store.ts';
import { isSame, keepOff, listed, onNode, readOff, settingOf } from './breakpoints.ts';
import { faultKey, keepOffFaults, readOffFaults, without } from './faults.ts';
import { goOn, putBreakpoints, putFaults, putStubs } from './requests.ts';
import { Setting } from './setting.ts';

/** What this screen knows beside the simulation's state. */
interface ControlState {
  /** Breakpoints that are switched off, in this browser. */
  off: readonly BreakpointSetting[];
  offFaults: readonly FaultSetting[];
  /** Tab of the side panel that is open. */
  panel: string;
  /** Whether the form for a new breakpoint is open. */
  isAdding: boolean;
  dialog:
    | { kind: 'call'; stub?: HttpStub | null; call?: { method: string; url: string } }
    | { kind: 'latency'; journey: string; node: string }
    | null;
  /** What the server refused, or could not be told. */
  refused: { title: string; error: unknown; retry(): void } | null;
}

/** Looking closer at a simulation, and making trouble in it. */
export interface Control {
  store: StoreApi<ControlState>;
  /** Adds one, unless there is one that says the same. */
  add(breakpoint: BreakpointSetting): Promise<void>;
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
  turn(id: string, isOn: boolean): Promise<void>;
  /** Sets a breakpoint on a node, takes it back, or switches one on that is off. @returns what was done */
  toggleNode(journey: string, node: string): 'set' | 'removed';
  /** Lets a held session go on; `step`: for one visit. */
  goOn(session: string, step: boolean): Promise<void>;
  /** Switches a fault on, or off: then it is remembered. */
  turnFault(fault: FaultSetting, isOn: boolean): Promise<void>;
  removeFault(key: string): Promise<void>;
  /** Everything works again; what was on is remembered. */
  endFaults(): Promise<void>;
  setStubs(change: (stubs: Stubs) => Stubs): Promise<void>;
  /** As `setStubs`. @throws what the server said against it */
  putStubs(change: (stubs: Stubs) => Stubs): Promise<void>;
}
export type Stubs = Readonly<Record<string, HttpStub | null>>;

export const NO_BREAKPOINTS: readonly Breakpoint[] = [];
export const NO_FAULTS: readonly FaultSetting[] = [];
export const NO_STUBS: Stubs = {};

export function createControl(id: string, live: LiveStore): Control {
  const store = createStore<ControlState>(() => ({
    off: readOff(id),
    offFaults: readOffFaults(id),
    panel: 'state',
    isAdding: false,
    dialog: null,
    refused: null,
  }));
  const breakpoints = new Setting<readonly Breakpoint[] | readonly BreakpointSetting[]>(
    live,
    (state: SimulationState) => state.breakpoints ?? NO_BREAKPOINTS,
    (value) => putBreakpoints(id, value as readonly BreakpointSetting[]),
  );
  const faults = new Setting<readonly FaultSetting[]>(
    live,
    (state) => (state.faults as readonly FaultSetting[] | undefined) ?? NO_FAULTS,
    (value) => putFaults(id, value),
  );
  const stubs = new Setting<Stubs>(
    live,
    (state) => state.stubs ?? NO_STUBS,
    (value) => putStubs(id, value),
  );

  /** What fails stays on screen until it works or is dropped. */
  async function attempt(title: string, what: () => Promise<unknown>): Promise<void> {
    store.setState({ refused: null });
    try {
      await what();
    } catch (error) {
      store.setState({ refused: { title, error, retry: () => void attempt(title, what) } });
    }
  }
  const on = (): readonly BreakpointSetting[] => (breakpoints.value() ?? []).map((one) => settingOf(one as Breakpoint));
  const setOff = (off: readonly BreakpointSetting[]) => {
    keepOff(id, off);
    store.setState({ off });
  };
  const put = (change: (list: readonly BreakpointSetting[]) => readonly BreakpointSetting[]) =>
    attempt('The breakpoints were not set', () => breakpoints.put(change(on())));

  const setOffFaults = (offFaults: readonly FaultSetting[]) => {
    keepOffFaults(id, offFaults);
    store.setState({ offFaults });
  };
  const change = async (to: (list: readonly FaultSetting[]) => readonly FaultSetting[]) => {
    const before = faults.value() ?? [];
    const after = to(before);
    if (after.length !== before.length || after.some((fault, index) => fault !== before[index]))
      await attempt('The faults were not set', () => faults.put(after));
  };

  const control: Control = {
    store,
    add: (breakpoint) => put((list) => (list.some((one) => isSame(one, breakpoint)) ? list : [...list, breakpoint])),
    remove(wanted) {
      setOff(store.getState().off.filter((one) => one.id !== wanted));
      return on().some((one) => one.id === wanted) ? put((list) => list.filter((one) => one.id !== wanted)) : Promise.resolve();
    },
    removeAll() {
      setOff([]);
      return put(() => []);
    },
    turn(wanted, isOn) {
      const { off } = store.getState();
      const one = listed(on(), off).find(({ breakpoint }) => breakpoint.id === wanted)?.breakpoint;
      if (!one) return Promise.resolve();
      const rest = off.filter((other) => other.id !== wanted);
      setOff(isOn ? rest : [...rest, one]);
      return put((list) => (isOn ? [...list.filter((other) => other.id !== wanted), one] : list.filter((other) => other.id !== wanted)));
    },
    toggleNode(journey, node) {
      const here = onNode(listed(on(), store.getState().off), journey, node);
      const [first] = here;
      if (first && here.every(({ isOn }) => !isOn)) {
        void control.turn(first.breakpoint.id, true);
        return 'set';
      }
      if (!first) {
        void control.add({ id: crypto.randomUUID(), on: 'node', journey, node });
        return 'set';
      }
      const ids = new Set(here.map(({ breakpoint }) => breakpoint.id));
      setOff(store.getState().off.filter((one) => !ids.has(one.id)));
      void put((list) => list.filter((one) => !ids.has(one.id)));
      return 'removed';
    },
    goOn: (session, step) =>
      attempt(step ? 'The session was not moved on' : 'The session was not let go', async () => {
        try {
          await goOn(id, session, step);
        } catch (error) {
          // Another window was faster.
          if (live.getState().view?.state.sessions[session]?.status.kind === 'held') throw error;
        }
      }),
    turnFault(fault, isOn) {
      const key = faultKey(fault);
      const off = without(store.getState().offFaults, key);
      setOffFaults(isOn || fault.kind === 'identity-store' ? off : [...off, fault]);
      return change((list) => (isOn ? [...without(list, key), fault] : without(list, key)));
    },
    removeFault(key) {
      setOffFaults(without(store.getState().offFaults, key));
      return change((list) => without(list, key));
    },
    endFaults() {
      const ended = (faults.value() ?? []).filter(({ kind }) => kind !== 'identity-store');
      const known = store.getState().offFaults;
      setOffFaults([...known, ...ended.filter((fault) => known.every((other) => faultKey(other) !== faultKey(fault)))]);
      return change(() => []);
    },
    setStubs: (to) => attempt('The HTTP stubs were not set', () => control.putStubs(to)),
    putStubs: (to) => stubs.put(to(stubs.value() ?? NO_STUBS)),
  };
  return control;
}
