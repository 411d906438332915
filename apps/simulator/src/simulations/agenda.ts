import { compareDues, type Due } from '@tandem/engine';

interface Entry {
  due: Due;
  /** Whether its owner still waits for it. */
  live: boolean;
}

/** A smaller heap is not worth tidying. */
const TIDY_FROM = 64;

/**
 * What a simulation has to do next, found without looking at every session: a binary heap in which entries that a later `put` replaced are skipped
 * when they come up, and thrown out together once they are the most.
 */
export class Agenda {
  private heap: Entry[] = [];
  private readonly owners = new Map<string, Entry[]>();
  private dead = 0;

  /** Replaces everything that this owner (a session or transaction) waits for. */
  put(owner: string, dues: readonly Due[]): void {
    const before = this.owners.get(owner) ?? [];
    const entries = dues.map((due) => this.keep(before, due) ?? this.push({ due, live: true }));
    for (const entry of before) {
      if (entries.includes(entry)) continue;
      entry.live = false;
      this.dead += 1;
    }
    if (entries.length === 0) this.owners.delete(owner);
    else this.owners.set(owner, entries);
    if (this.dead > this.heap.length / 2 && this.heap.length > TIDY_FROM) this.tidy();
  }

  /** The earliest thing to do. */
  peek(): Due | undefined {
    for (let top = this.heap[0]; top; top = this.heap[0]) {
      if (top.live) return top.due;
      this.dead -= 1;
      this.pop();
    }
    return undefined;
  }

  /** Entries held, those that nobody waits for any more included. */
  get size(): number {
    return this.heap.length;
  }

  /** The entry that already stands where this due belongs: a session's end stays where it is from step to step. */
  private keep(entries: readonly Entry[], due: Due): Entry | undefined {
    const same = entries.find((entry) => entry.due.kind === due.kind && compareDues(entry.due, due) === 0);
    if (same) same.due = due;
    return same;
  }

  private tidy(): void {
    // Sorted is a heap, too.
    this.heap = this.heap.filter((entry) => entry.live).sort((a, b) => compareDues(a.due, b.due));
    this.dead = 0;
  }

  private push(entry: Entry): Entry {
    const { heap } = this;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (before(heap[parent] as Entry, entry)) break;
      heap[index] = heap[parent] as Entry;
      index = parent;
    }
    heap[index] = entry;
    return entry;
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = index * 2 + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const child = right < heap.length && before(heap[right] as Entry, heap[left] as Entry) ? right : left;
      if (before(last, heap[child] as Entry)) break;
      heap[index] = heap[child] as Entry;
      index = child;
    }
    heap[index] = last;
  }
}

function before(a: Entry, b: Entry): boolean {
  return compareDues(a.due, b.due) <= 0;
}
