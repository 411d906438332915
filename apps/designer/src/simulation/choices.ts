/** What of a simulation is to be shown. */
export interface Choices {
  /** Run to show; null shows the newest, NO_RUN none: another journey was chosen and waits to be started. */
  run: string | null;
  /** Transaction of that run; null shows the newest. */
  transaction: string | null;
  /** Main journey that New run starts. */
  journey: string | null;
}

export const NO_RUN = '';
