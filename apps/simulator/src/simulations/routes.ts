import {
  answerMessageSchema,
  clockSchema,
  createdSimulationSchema,
  createSimulationSchema,
  isLiveId,
  journeyDocumentSchema,
  logSchema,
  type MoveClock,
  messageSchema,
  moveClockSchema,
  movedClockSchema,
  outboxSchema,
  putLatencySchema,
  simulationSchema,
  viewSchema,
} from '@tandem/api';
import { journeyDocument } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import * as z from 'zod';
import { badRequest, notFound } from '../http/problem.ts';
import { type ApiRoute, jsonRoute, rawRoute } from '../http/route.ts';
import type { RunStore } from '../storage/run-store.ts';
import { clockGoal } from './clock-goal.ts';
import { controlRoutes } from './control-routes.ts';
import type { Simulations } from './manager.ts';
import { maskedState } from './mask.ts';
import { startOf, stateAt } from './restore.ts';
import type { SimulationRuntime } from './runtime.ts';
import { clockOf, eventAnswer, firedAnswer, iso, messageAnswer, simulationAnswer } from './summary.ts';

const tag = 'Simulations';
const LOG_PAGE = 10_000;

/** Routes below `/api/simulations`. */
export function simulationRoutes(simulations: Simulations, runs: RunStore): ApiRoute[] {
  return [
    jsonRoute({
      method: 'post',
      path: '/simulations',
      tag,
      summary: 'Creates a simulation: a copy of the realm with a clock of its own',
      body: createSimulationSchema,
      answer: { status: 201, description: "The simulation. `baseUrl` is the path of AM's context on this server.", schema: createdSimulationSchema },
      problems: { 404: { description: 'No such realm' } },
      handle: async ({ body, res }) => {
        const { runtime } = await simulations.create(body);
        res.location(`/api/simulations/${runtime.id}`);
        return { id: runtime.id, baseUrl: `/sim/${runtime.id}/am`, clock: clockOf(runtime.clock) };
      },
    }),
    jsonRoute({
      method: 'get',
      path: '/simulations/{id}',
      tag,
      summary: 'Clock, sessions, transactions and outbox of a simulation',
      answer: { description: 'The simulation', schema: simulationSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params }) => {
        const { runtime, stored } = await simulations.get(params.id);
        return simulationAnswer(runtime, stored);
      },
    }),
    rawRoute({
      method: 'delete',
      path: '/simulations/{id}',
      tag,
      summary: 'Deletes a simulation with its log',
      answer: { status: 204, description: 'Deleted' },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params, res }) => {
        await simulations.delete(params.id);
        res.status(204).end();
      },
    }),
    jsonRoute({
      method: 'get',
      path: '/simulations/{id}/clock',
      tag,
      summary: 'The clock of a simulation',
      description: "Open to everybody, as the simulation's end user is: that page counts by it.",
      answer: { description: 'The clock', schema: clockSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params }) => clockOf((await simulations.get(params.id)).runtime.clock),
    }),
    jsonRoute({
      method: 'post',
      path: '/simulations/{id}/clock',
      tag,
      summary: 'Moves a virtual clock, or sets how fast it runs',
      description: 'Answers once everything due has run, in time order. A real clock whose rate is set is a virtual one from then on.',
      body: moveClockSchema,
      answer: { description: 'The time now and what became due on the way', schema: movedClockSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params, body }) => {
        if (isLiveId(params.id))
          throw badRequest({ field: 'clock', message: "The live realm's time can be neither stopped nor moved.", expected: 'A fork of it' });
        const { runtime } = await simulations.get(params.id);
        if (runtime.clock.mode === 'real' && !('rate' in body))
          throw badRequest({ field: 'clock', message: 'A real clock cannot be moved.', expected: '{"rate":0} before, from when on it is virtual' });
        const moved = await move(simulations, runtime, body);
        return { now: iso(moved.now), fired: moved.fired.map(firedAnswer) };
      },
    }),
    jsonRoute({
      method: 'put',
      path: '/simulations/{id}/latency',
      tag,
      summary: 'Sets how long visits take, by node',
      body: putLatencySchema,
      answer: { description: 'The settings in force', schema: putLatencySchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params, body }) => {
        await simulations.setLatency(params.id, body.latency);
        return { latency: (await simulations.get(params.id)).runtime.state.latency };
      },
    }),
    rawRoute({
      method: 'get',
      path: '/simulations/{id}/log',
      tag,
      summary: 'The event log',
      description: 'A viewer of a long log shows its end first and reads the rest in pieces.',
      query: z.object({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(LOG_PAGE).default(LOG_PAGE) }),
      answer: { status: 200, description: 'Events after the seq, at most `limit`', schema: logSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params, query, res }) => {
        const { stored, runtime } = await simulations.get(params.id);
        // A row of the log may begin before the first event that is kept.
        const { seq } = (await startOf(runs, stored)).state;
        const events = await runs.eventsAfter(params.id, Math.max(query.after, seq), query.limit);
        res.json({ events: runtime.ownAddresses(events.map(eventAnswer)) });
      },
    }),
    rawRoute({
      method: 'get',
      path: '/simulations/{id}/view',
      tag,
      summary: 'The whole state, for viewers who then fold the patches of later events',
      description:
        '`initial` is the state before the first event, or, with `from`, right after the event with that seq: a viewer of a long log need not read it whole.',
      answer: { status: 200, description: 'State at `seq`, secrets masked', schema: viewSchema },
      problems: { 404: { description: 'No such simulation' } },
      query: z.object({ from: z.coerce.number().int().min(0).optional() }),
      handle: async ({ params, query, res }) => {
        const { runtime, stored } = await simulations.settled(params.id);
        const { state } = runtime;
        const clock = clockOf(runtime.clock);
        // Taken before anything is read: meanwhile the state goes on.
        const view = { id: runtime.id, realm: runtime.realm, clock, seq: state.seq, state: maskedState(state) };
        res.json(runtime.ownAddresses({ ...view, initial: maskedState(await stateAt(runs, stored, query.from)) }));
      },
    }),
    jsonRoute({
      method: 'get',
      path: '/simulations/{id}/journeys/{journey}',
      tag,
      summary: 'A journey as this simulation runs it',
      answer: { description: "The journey from the simulation's copy of the realm", schema: journeyDocumentSchema },
      problems: { 404: { description: 'No such simulation or journey' } },
      handle: async ({ params }) => {
        const { runtime } = await simulations.get(params.id);
        const { realm } = runtime.model;
        const document = journeyDocument(realm, params.journey, nodeKnowledge(realm));
        if (!document) throw notFound(`The simulation has no journey "${params.journey}".`, { journey: params.journey });
        return { id: params.journey, version: 0, ...document };
      },
    }),
    jsonRoute({
      method: 'get',
      path: '/simulations/{id}/outbox',
      tag,
      summary: 'What the journeys sent',
      answer: { description: 'Messages', schema: outboxSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params }) => outboxOf((await simulations.get(params.id)).runtime),
    }),
    jsonRoute({
      method: 'post',
      path: '/simulations/{id}/outbox/{message}/answer',
      tag,
      summary: 'Answers a push message',
      body: answerMessageSchema,
      answer: { description: 'The message', schema: messageSchema },
      problems: { 404: { description: 'No such simulation or message' } },
      handle: async ({ params, body }) => answerMessage((await simulations.get(params.id)).runtime, params.message, body),
    }),
    ...controlRoutes(simulations),
  ];
}

async function move(simulations: Simulations, runtime: SimulationRuntime, body: MoveClock): ReturnType<SimulationRuntime['moveTo']> {
  if ('rate' in body) {
    await simulations.setRate(runtime.id, body.rate);
    return { now: runtime.clock.now(), fired: [] };
  }
  const moved = await runtime.moveTo('advanceMs' in body ? { by: body.advanceMs } : clockGoal(body.to, runtime.clock));
  simulations.clockMoved(runtime);
  return moved;
}

export function outboxOf({ state, ownAddresses }: SimulationRuntime): z.output<typeof outboxSchema> {
  return { messages: ownAddresses(Object.values(state.outbox).map(messageAnswer)) };
}

/** @throws ProblemError 404 */
export async function answerMessage(
  runtime: SimulationRuntime,
  id: string,
  answer: z.output<typeof answerMessageSchema>,
): Promise<z.output<typeof messageSchema>> {
  const before = Object.hasOwn(runtime.state.outbox, id) ? runtime.state.outbox[id] : undefined;
  if (!before) throw notFound(`There is no message "${id}" in the outbox.`, { field: 'message' });
  if (before.kind !== 'push') throw badRequest({ field: 'message', message: `An ${before.kind} cannot be answered.`, expected: 'A push message' });
  await runtime.submit({ kind: 'message', id, approve: answer.approve, number: answer.number === undefined ? null : String(answer.number) });
  return messageAnswer(runtime.state.outbox[id] ?? before);
}
