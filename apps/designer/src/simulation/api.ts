import {
  type AskSecret,
  type EditState,
  editedStateSchema,
  identityListSchema,
  isLiveId,
  journeyDocumentSchema,
  type MoveClock,
  movedClockSchema,
  realmChangesSchema,
  realmOfLive,
  secretSchema,
  viewSchema,
} from '@tandem/api';
import { queryOptions } from '@tanstack/react-query';
import { realmPath, request, requestNothing } from '../app/index.ts';
import { logAnswer } from './live/events.ts';

/** What the simulation screen asks of the server. */

const path = (id: string) => `/api/simulations/${encodeURIComponent(id)}`;

/** A journey as this simulation runs it: it never changes, but in the live realm, where it is the realm's. */
export const simulatedJourneyQuery = (id: string, journey: string) =>
  queryOptions({
    queryKey: isLiveId(id) ? ['journey', realmOfLive(id), journey, 'live'] : ['simulation', id, 'journey', journey],
    queryFn: ({ signal }) => request(`${path(id)}/journeys/${encodeURIComponent(journey)}`, journeyDocumentSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What of the realm is another now than what runs. */
export const changesQuery = (id: string, realm: string, journeys: readonly string[]) =>
  queryOptions({
    queryKey: ['changes', realm, id, ...journeys],
    queryFn: ({ signal }) =>
      request(`${path(id)}/changes?journeys=${encodeURIComponent(journeys.map(encodeURIComponent).join(','))}`, realmChangesSchema, { signal }),
    staleTime: 0,
  });

/** @param from seq of the moment that is to be the first; without it, the first that is kept */
export const readView = (id: string, signal?: AbortSignal, from?: number) =>
  request(`${path(id)}/view${from === undefined ? '' : `?from=${from}`}`, viewSchema, signal ? { signal } : {});
export const readLog = (id: string, after: number, limit: number, signal?: AbortSignal) =>
  request(`${path(id)}/log?after=${after}&limit=${limit}`, logAnswer, signal ? { signal } : {});
export const moveClock = (id: string, move: MoveClock) => request(`${path(id)}/clock`, movedClockSchema, { method: 'POST', body: move });
export const putLatency = (id: string, latency: Record<string, number>) =>
  requestNothing(`${path(id)}/latency`, { method: 'PUT', body: { latency } });
export const readUsers = (realm: string) => request(`${realmPath(realm)}/identities?kind=user`, identityListSchema);
export const editState = (id: string, body: EditState) => request(`${path(id)}/edits`, editedStateSchema, { method: 'POST', body });
export const askSecret = (id: string, body: AskSecret, signal: AbortSignal) =>
  request(`${path(id)}/secrets`, secretSchema, { method: 'POST', body, signal });
export const answerMessage = (id: string, message: string, body: { approve: boolean; number?: string }) =>
  requestNothing(`${path(id)}/outbox/${encodeURIComponent(message)}/answer`, { method: 'POST', body });
