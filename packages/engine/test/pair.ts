import type { JsonObject, Realm } from '@tandem/journey';
import type { Session } from '../src/index.ts';
import { type ScriptStub, TestSimulation } from './driver.ts';
import { type PairOptions, pair } from './realm.ts';

interface Begin extends PairOptions {
  /** Object under the Data Object Key. */
  data?: JsonObject;
  services?: Partial<Realm['services']>;
  scripts?: Record<string, ScriptStub>;
  /** Changes the realm before anything runs. */
  prepare?: (realm: Realm) => void;
}

/** The pair, run until the main journey has initialized a transaction for bjensen and waits. */
export function initialized(options: Begin = {}): { sim: TestSimulation; main: Session; realm: Realm } {
  const realm = pair(options);
  Object.assign(realm.services, options.services);
  for (const id of Object.keys(options.scripts ?? {})) {
    const context = 'AUTHENTICATION_TREE_DECISION_NODE';
    realm.scripts[id] = { _id: id, name: id, script: JSON.stringify(''), context, evaluatorVersion: '2.0' };
  }
  options.prepare?.(realm);
  const sim = new TestSimulation(realm, options.scripts ? { scripts: options.scripts } : {});
  const main = sim.start('Main');
  if (options.data) main.shared.data = options.data;
  return { sim, main: sim.answer(main, 'bjensen'), realm };
}

/** Somebody opens the transaction and gives name and password. */
export function logIn(sim: TestSimulation, password = 'Secret12!', user = 'bjensen'): Session {
  return sim.answer(sim.answer(sim.open(sim.transaction().id), user), password);
}

/** The main journey's wait is over: what its Status node says then. */
export function status(sim: TestSimulation, main: Session): string | undefined {
  sim.advance(6);
  sim.answer(main);
  return sim.trace(main).findLast((line) => line.startsWith('Status:'));
}
