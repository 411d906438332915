import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../../test/driver.ts';
import { pair } from '../../test/realm.ts';
import type { EngineEvent, Session } from '../state.ts';

describe('the request that brings an answer', () => {
  const answered = (change: Partial<Session['request']>): { event: EngineEvent | undefined; main: Session } => {
    const sim = new TestSimulation(pair());
    const main = sim.start('Main');
    const request = { ...main.request, ...change };
    sim.submit({ kind: 'answer', session: main.id, otk: main.otk, digest: '', answers: [], request });
    return { event: sim.events.find(({ kind }) => kind === 'answered'), main };
  };
  const written = (event: EngineEvent | undefined) => event?.patch.map(([path]) => path.at(-1));

  it('is written when anything about it changed', () => {
    const { event, main } = answered({ headers: { 'accept-language': ['de'] } });
    expect(written(event)).toContain('request');
    expect(main.request.headers).toEqual({ 'accept-language': ['de'] });
  });
  it('is not written again when it is as the one before', () => {
    const { event } = answered({});
    expect(written(event)).toContain('previous');
    expect(written(event)).not.toContain('request');
  });
  it('leaves the parameters as they were at the start', () => {
    const { event, main } = answered({ parameters: { late: ['1'] } });
    expect(written(event)).not.toContain('request');
    expect(main.request.parameters).toEqual({});
  });
});
