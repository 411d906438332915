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

  private set(field: 'maxSessionTime' | 'maxIdleTime' | 'identified', value: string | number): void {
    this.run.draft.set(['sessions', this.run.session.id, field], value);
  }
}
