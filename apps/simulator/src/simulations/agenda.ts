import { compareDues, type Due } from '@tandem/engine';

interface Entry {
  due: Due;
  owner: string;
  version: number;
}

/**
 * What a simulation has to do next, found without looking at every session: a binary heap in which entries that a later `put` replaced are skipped
 * when they come up.
 */
export class Agenda {
  private readonly heap: Entry[] = [];
  private readonly versions = new Map<string, number>();
  private clock = 0;

  /** Replaces everything that this owner (a session or transaction) waits for. */
  put(owner: string, dues: readonly Due[]): void {
    const version = ++this.clock;
    if (dues.length === 0) this.versions.delete(owner);
    else this.versions.set(owner, version);
    for (const due of dues) this.push({ due, owner, version });
  }

  /** The earliest thing to do. */
  peek(): Due | undefined {
    for (let top = this.heap[0]; top; top = this.heap[0]) {
      if (this.versions.get(top.owner) === top.version) return top.due;
      this.pop();
    }
    return undefined;
  }

  private push(entry: Entry): void {
    const { heap } = this;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (before(heap[parent] as Entry, entry)) break;
      heap[index] = heap[parent] as Entry;
      index = parent;
    }
    heap[index] = entry;
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
