interface Owner<T> {
  waiting: T[];
  /** Taken and not done. */
  running: number;
}

/**
 * A queue for several owners who share workers: they take turns, so that whoever asks for one thing does not wait for all that another one asked for
 * before; and none has more than its share running, so that there is room left for the others.
 */
export class FairQueue<T> {
  /** Those that wait for something or have something running; whose turn it is comes first. */
  private readonly owners = new Map<string, Owner<T>>();

  /** How many things wait, those included that are beyond their owner's share. */
  get waiting(): number {
    return [...this.owners.values()].reduce((sum, { waiting }) => sum + waiting.length, 0);
  }

  put(owner: string, item: T): void {
    const entry = this.owners.get(owner) ?? { waiting: [], running: 0 };
    this.owners.set(owner, entry);
    entry.waiting.push(item);
  }

  /**
   * The next thing to do; its owner's next turn comes after the others'.
   *
   * @param share how many things of one owner may run at once; those of nobody ("") know no share
   */
  take(share: number): T | undefined {
    for (const [name, entry] of this.owners) {
      if (entry.waiting.length === 0 || (name !== '' && entry.running >= share)) continue;
      entry.running += 1;
      this.owners.delete(name);
      this.owners.set(name, entry);
      return entry.waiting.shift();
    }
    return undefined;
  }

  /** Something that an owner had taken is over. */
  done(owner: string): void {
    const entry = this.owners.get(owner);
    if (!entry) return;
    entry.running -= 1;
    if (entry.running === 0 && entry.waiting.length === 0) this.owners.delete(owner);
  }

  /** Takes everything that waits, to be told that it will not be done. */
  clear(): T[] {
    return [...this.owners.values()].flatMap(({ waiting }) => waiting.splice(0));
  }
}
