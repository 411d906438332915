import { createSealer, type Sealer } from './sealer.ts';

/**
 * What happened in a run, as text of a column: encrypted as a whole, because scripts copy secrets where no rule would look for them
 * (into identities, cookies, messages).
 */
export interface RunTexts {
  write(value: unknown): string;
  /** Writes what is JSON already. */
  seal(json: string): string;
  read(text: string): unknown;
}

/** JSON never starts like this, so rows from before there was encryption are told apart. */
const SEALED = /^a\d+\./;

export function createRunTexts(sealer: Pick<Sealer, 'deriveKey'>): RunTexts {
  // A key of its own: what is cut out of a row cannot be passed off as a secret inside a state, or the other way round.
  const rows = createSealer(sealer.deriveKey('runs'));
  const seal = (json: string): string => rows.seal(json).$sealed;
  return {
    seal,
    write: (value) => seal(JSON.stringify(value)),
    read: (text) => JSON.parse(SEALED.test(text) ? rows.open({ $sealed: text, empty: false }) : text) as unknown,
  };
}
