/** What is open in the designer and not saved. The designer brings it when it is loaded: screens without it have nothing open. */
interface UnsavedWork {
  journeys(realm: string): string[];
  /** @throws Error naming the first that could not be saved */
  save(realm: string, journeys: readonly string[]): Promise<void>;
  /** Saves again what the server did not answer to. */
  saveUnanswered(): Promise<void>;
}
let work: UnsavedWork = { journeys: () => [], save: async () => undefined, saveUnanswered: async () => undefined };

export function provideUnsavedWork(provided: UnsavedWork): void {
  work = provided;
}

export const unsavedJourneys = (realm: string): string[] => work.journeys(realm);
export const saveUnsaved = (realm: string, journeys: readonly string[]): Promise<void> => work.save(realm, journeys);
export const saveUnanswered = (): Promise<void> => work.saveUnanswered();
