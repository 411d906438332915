import type { BreakpointSetting, FaultSetting } from '@tandem/api';
import type { Breakpoint, Model } from '@tandem/engine';
import type { HttpStub } from '@tandem/journey';
import { badRequest, notFound } from '../http/problem.ts';
import type { SimulationRuntime } from './runtime.ts';

/** @throws ProblemError 400 for an id that comes twice, and for a node that no journey of the simulation has */
export async function setBreakpoints(runtime: SimulationRuntime, breakpoints: readonly BreakpointSetting[]): Promise<void> {
  const seen = new Set<string>();
  for (const [index, breakpoint] of breakpoints.entries()) {
    const field = `breakpoints.${index}`;
    if (seen.has(breakpoint.id)) throw badRequest({ field: `${field}.id`, message: `"${breakpoint.id}" comes twice.`, expected: 'An id for each' });
    seen.add(breakpoint.id);
    if ('node' in breakpoint && !hasNode(runtime.model, breakpoint.node, 'journey' in breakpoint ? breakpoint.journey : undefined))
      throw badRequest({ field: `${field}.node`, message: `No journey has the node "${breakpoint.node}".`, expected: 'The id of a placed node' });
  }
  await runtime.submit({ kind: 'breakpoints', breakpoints: breakpoints.map(settled) });
}

function settled(breakpoint: BreakpointSetting): Breakpoint {
  return breakpoint.on === 'time' ? { ...breakpoint, at: Date.parse(breakpoint.at) } : breakpoint;
}

function hasNode({ realm }: Model, node: string, journey: string | undefined): boolean {
  const trees = Object.entries(realm.journeys).filter(([name]) => journey === undefined || name === journey);
  return trees.some(([, { tree }]) => Object.hasOwn(tree.nodes ?? {}, node) || Object.hasOwn(tree.staticNodes ?? {}, node));
}

/** @throws ProblemError 404 for an unknown session, 400 for one that is not held */
export async function goOn(runtime: SimulationRuntime, id: string, step: boolean): Promise<number> {
  const session = Object.hasOwn(runtime.state.sessions, id) ? runtime.state.sessions[id] : undefined;
  if (!session) throw notFound(`There is no session "${id}" in this simulation.`, { field: 'session' });
  if (session.status.kind !== 'held')
    throw badRequest({ field: 'session', message: 'This session is not held.', expected: 'A session that a breakpoint or a step holds' });
  await runtime.submit({ kind: 'continue', session: id, step });
  return runtime.state.seq;
}

/** @throws ProblemError 400 for a script's fault that names neither script nor node */
export async function setFaults(runtime: SimulationRuntime, faults: FaultSetting[]): Promise<void> {
  const vague = faults.findIndex((fault) => fault.kind === 'script' && fault.script === undefined && fault.node === undefined);
  if (vague >= 0)
    throw badRequest({
      field: `faults.${vague}`,
      message: 'Which script is to fail?',
      expected: '"script", the id of a script, or "node", that of a node',
    });
  await runtime.submit({ kind: 'faults', faults });
}

export async function setStubs(runtime: SimulationRuntime, stubs: Record<string, HttpStub | null>): Promise<void> {
  await runtime.submit({ kind: 'stubs', stubs });
}
