import type { JsonObject } from '@tandem/journey';
import type { NodeContext } from '@tandem/nodes';
import type { VisitRun } from './run.ts';

/** What nodes may say about the session that a journey makes. */
export class SessionWrites {
  constructor(private readonly run: VisitRun) {}

  setProperty(key: string, value: string | null): void {
    const { draft, session } = this.run;
    const path = ['sessions', session.id, 'properties', key];
    if (value === null) draft.remove(path);
    else draft.set(path, value);
  }

  setLimits({ maxSessionTime, maxIdleTime }: Parameters<NodeContext['session']['setLimits']>[0]): void {
    if (maxSessionTime !== undefined) this.set('maxSessionTime', maxSessionTime);
    if (maxIdleTime !== undefined) this.set('maxIdleTime', maxIdleTime);
  }

  identifyUser(userName: string): void {
    this.set('identified', userName);
  }

  addDetails(on: 'success' | 'failure', details: JsonObject): void {
    const { draft, session } = this.run;
    for (const [key, value] of Object.entries(details)) draft.set(['sessions', session.id, 'details', on, key], value);
  }

  addSessionDetails(properties: Record<string, string>): void {
    const { draft, session } = this.run;
    for (const [field, name] of Object.entries(properties)) draft.set(['sessions', session.id, 'details', 'session', field], name);
  }

  setFailureMessage(message: string): void {
    this.set('failureMessage', message);
  }

  private set(field: 'maxSessionTime' | 'maxIdleTime' | 'identified' | 'failureMessage', value: string | number): void {
    this.run.draft.set(['sessions', this.run.session.id, field], value);
  }
}
