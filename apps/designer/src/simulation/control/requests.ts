import { type BreakpointSetting, continuedSchema, type FaultSetting } from '@tandem/api';
import type { HttpStub } from '@tandem/journey';
import { request, requestNothing } from '../../app/index.ts';

/** What this room asks of the server; each list is written as a whole. */

const path = (id: string) => `/api/simulations/${encodeURIComponent(id)}`;

export const putBreakpoints = (id: string, breakpoints: readonly BreakpointSetting[]) =>
  requestNothing(`${path(id)}/breakpoints`, { method: 'PUT', body: { breakpoints } });
export const putFaults = (id: string, faults: readonly FaultSetting[]) => requestNothing(`${path(id)}/faults`, { method: 'PUT', body: { faults } });
export const putStubs = (id: string, stubs: Readonly<Record<string, HttpStub | null>>) =>
  requestNothing(`${path(id)}/stubs`, { method: 'PUT', body: { stubs } });
/** Lets a held session go on, or make one visit. */
export const goOn = (id: string, session: string, step: boolean) =>
  request(`${path(id)}/sessions/${encodeURIComponent(session)}/continue`, continuedSchema, { method: 'POST', body: { step } });
