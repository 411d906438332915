import {
  clientStepSchema,
  createdForkSchema,
  createForkSchema,
  editedStateSchema,
  editStateSchema,
  forkFamilySchema,
  forkPointSchema,
} from '@tandem/api';
import * as z from 'zod';
import { AuthIds } from '../../am/authId.ts';
import { clientAnswer } from '../../am/client-answer.ts';
import { badRequest, notFound } from '../../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../../http/route.ts';
import type { RunStore } from '../../storage/run-store.ts';
import type { Sealer } from '../../storage/sealer.ts';
import { editState } from '../edit.ts';
import type { Simulations } from '../manager.ts';
import { clockOf, iso, listEntry } from '../summary.ts';
import { nextAnswers, toldAnswer } from './answers.ts';
import { forkPoint } from './base.ts';
import { familyOf } from './family.ts';
import { MoveImpossible, makeMove } from './moves.ts';

const tag = 'Simulations';

/** Routes that go back in a simulation's time, and into the middle of it. */
export function forkRoutes(simulations: Simulations, runs: RunStore, sealer: Sealer): ApiRoute[] {
  const authIds = new AuthIds(sealer.deriveKey('authId'));
  return [
    jsonRoute({
      method: 'post',
      path: '/simulations/{id}/forks',
      tag,
      summary: 'Goes on from a moment of a simulation, with something changed',
      description:
        "A new simulation with a virtual clock that takes over what happened until `at` and the realm as the parent ran it, plus `changes`. With `replay`, what came from outside later is given again at its times where it still fits; effects that ask for the same get their recorded results. `moves` are made at the end. Without changes, `replay` gives the parent's events byte for byte.",
      body: createForkSchema,
      answer: { status: 201, description: 'The fork, and what of the parent it could not be given', schema: createdForkSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params, body, res }) => {
        const given = body.replay ? [] : body.changes.filter((change) => change.kind === 'answer');
        const { id, parent, replayed, dropped, exact, known, runtime } = await simulations.fork(params.id, body);
        const left = dropped.map(({ recorded: { input }, why }) => ({ ...whatOf(input), at: iso(input.at), why }));
        await runtime.idle();
        for (const move of [...given, ...body.moves]) {
          const at = iso(runtime.clock.now());
          try {
            await makeMove(runtime, move, known);
          } catch (error) {
            if (!(error instanceof MoveImpossible)) throw error;
            left.push({ ...whatOf(move), at, why: error.message });
          }
        }
        res.location(`/api/simulations/${id}`);
        const { seq } = runtime.state;
        return { id, baseUrl: `/sim/${id}/am`, clock: clockOf(runtime.clock), parent, replayed, dropped: left, exact, seq };
      },
    }),
    jsonRoute({
      method: 'get',
      path: '/simulations/{id}/forks',
      tag,
      summary: 'The tree of forks that a simulation stands in',
      description: 'What it was forked from, what was forked from that, and so on: all that is still kept, it included, the oldest first.',
      answer: { description: 'The simulations, each with its parent', schema: forkFamilySchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params }) => {
        const { stored } = await simulations.get(params.id);
        return { simulations: familyOf(await simulations.list(), stored).map(listEntry) };
      },
    }),
    jsonRoute({
      method: 'get',
      path: '/simulations/{id}/fork-point',
      tag,
      summary: 'What a fork at a moment would begin with',
      query: z.object({ at: z.coerce.number().int().min(0) }),
      answer: { description: 'The moment, and what was answered next there; secrets are left out', schema: forkPointSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params, query }) => {
        const { stored } = await simulations.settled(params.id);
        const { state, later } = await forkPoint(runs, stored, query.at);
        return { seq: state.seq, answers: [...nextAnswers(state, later)].map(([session, next]) => toldAnswer(session, next)) };
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/simulations/{id}/edits',
      tag,
      summary: "Changes a session's node state by hand",
      description: 'An input of the simulation like any other: it is in the log, and kept when the simulation is replayed.',
      body: editStateSchema,
      answer: { description: 'Seq of the newest event', schema: editedStateSchema },
      problems: { 404: { description: 'No such simulation or session' } },
      handle: async ({ params, body }) => ({ seq: await editState((await simulations.get(params.id)).runtime, body) }),
    }),
    jsonRoute({
      method: 'get',
      path: '/simulations/{id}/sessions/{session}/step',
      tag,
      summary: "What AM's endpoint answers the client of a session now",
      description: 'For a client that comes in late, such as the player of a fork: the step with an authId, or how the session ended.',
      answer: { description: 'Status and body of the answer', schema: clientStepSchema },
      problems: { 404: { description: 'No such simulation or session' } },
      handle: async ({ params }) => {
        const { runtime } = await simulations.get(params.id);
        const session = Object.hasOwn(runtime.state.sessions, params.session) ? runtime.state.sessions[params.session] : undefined;
        if (!session) throw notFound(`There is no session "${params.session}" in this simulation.`, { field: 'session' });
        if (session.status.kind !== 'callbacks' && session.status.kind !== 'ended')
          throw badRequest({
            field: 'session',
            message: 'This session is under way: its client is told nothing yet.',
            expected: 'A session that waits or has ended',
          });
        const { status, body } = clientAnswer(runtime, authIds, session);
        return { status, body: body as Record<string, never> };
      },
    }),
  ];
}

function whatOf(input: { kind: string; session?: unknown }): { kind: string; session?: string } {
  return { kind: input.kind, ...(typeof input.session === 'string' ? { session: input.session } : {}) };
}
