import type { Json } from '@tandem/journey';
import { copied } from './copy.ts';
import type { OpenEvent } from './event.ts';
import type { EngineEvent, EventKind, PatchOp, SimulationState } from './state.ts';

type Container = Record<string, unknown>;

/** What stood at a key before; `after`: the keys behind it, of one that was removed, since the order of keys shows in what is stored and sent. */
interface Undo {
  container: Container;
  key: string;
  had: boolean;
  value: unknown;
  after: readonly string[];
}

const PROTO = '__proto__';

/**
 * The one way to change a state. Every write is recorded: as a patch for the next event, and with what stood there before, so that a visit that
 * has to wait for an effect leaves no trace. States are changed in place because copying a map of 10,000 sessions at every visit would make the
 * cost of a visit depend on how many others there are.
 */
export class Draft {
  readonly events: EngineEvent[] = [];
  private ops: PatchOp[] = [];
  private undo: Undo[] = [];
  /** Marks that may still be returned to; without any, nobody needs what stood there before. */
  private marks = 0;

  constructor(readonly state: SimulationState) {}

  /** Sets a value at a path whose containers exist. It stands in the patch as it is, so it is never changed in place, by later writes either. */
  set(path: string[], value: unknown): void {
    const { container, key } = this.locate(path);
    this.remember(container, key);
    container[key] = value;
    this.ops.push([path, value as Json]);
  }

  /** Adds an object that later writes will change in place; the patch gets a copy of its own. */
  create(path: string[], value: object): void {
    const { container, key } = this.locate(path);
    this.remember(container, key);
    container[key] = value;
    this.ops.push([path, copied(value as Json)]);
  }

  remove(path: string[]): void {
    const { container, key } = this.locate(path);
    if (!Object.hasOwn(container, key)) return;
    this.remember(container, key, true);
    delete container[key];
    this.ops.push([path]);
  }

  /** Appends an event that was just begun; it carries all writes since the last one. */
  emit(open: OpenEvent): void {
    const event = open as EngineEvent;
    event.patch = this.ops;
    this.ops = [];
    this.state.seq = event.seq;
    this.events.push(event);
  }

  /** Appends an event that is of no session. */
  note(kind: EventKind, message: string): void {
    this.emit({ seq: this.state.seq + 1, at: this.state.now, kind, message });
  }

  /** Ends a step: writes that no event took along (time alone) get an event of their own, so that folding patches never misses one. */
  finish(): void {
    if (this.ops.length > 0) this.note('clock', 'Time went on');
  }

  /** A point to return to: end it with `keep` or `rollback`. */
  mark(): { undo: number; events: number; ops: PatchOp[]; written: number; seq: number } {
    this.marks += 1;
    return { undo: this.undo.length, events: this.events.length, ops: this.ops, written: this.ops.length, seq: this.state.seq };
  }

  /** What was done since the latest mark stays. */
  keep(): void {
    this.marks -= 1;
    if (this.marks === 0 && this.undo.length > 0) this.undo = [];
  }

  /** Takes back everything since the mark. */
  rollback(mark: ReturnType<Draft['mark']>): void {
    while (this.undo.length > mark.undo) {
      const entry = this.undo.pop();
      if (!entry) break;
      takeBack(entry);
    }
    this.marks -= 1;
    this.events.length = mark.events;
    // An event may have taken the list along since; it is gone with the others.
    this.ops = mark.ops;
    this.ops.length = mark.written;
    this.state.seq = mark.seq;
  }

  private remember(container: Container, key: string, removed = false): void {
    if (this.marks === 0) return;
    this.undo.push({
      container,
      key,
      had: removed || Object.hasOwn(container, key),
      value: container[key],
      after: removed ? behind(container, key) : NONE,
    });
  }

  private locate(path: string[]): { container: Container; key: string } {
    let container = this.state as unknown as Container;
    const last = path.length - 1;
    for (let i = 0; i < last; i++) {
      const name = path[i] as string;
      const next = name === PROTO ? undefined : container[name];
      if (typeof next !== 'object' || next === null) throw new Error(`No container at ${path.slice(0, i + 1).join('/')}.`);
      container = next as Container;
    }
    const key = path[last] as string;
    // Assigning to it would change an object's prototype instead of adding a key.
    if (key === PROTO) throw new Error('"__proto__" cannot be used as a key.');
    return { container, key };
  }
}

const NONE: readonly string[] = [];

function behind(container: Container, key: string): readonly string[] {
  const keys = Object.keys(container);
  const at = keys.indexOf(key);
  return at === keys.length - 1 ? NONE : keys.slice(at + 1);
}

function takeBack({ container, key, had, value, after }: Undo): void {
  if (!had) {
    delete container[key];
    return;
  }
  container[key] = value;
  for (const name of after) {
    const moved = container[name];
    delete container[name];
    container[name] = moved;
  }
}
