import { queryOptions } from '@tanstack/react-query';
import { readView } from '../api.ts';
import { readEvents } from '../live/connect.ts';
import { sideOf } from './side.ts';

/** A simulation with its whole log, as it is when it is read. */
export const sideQuery = (id: string) =>
  queryOptions({
    queryKey: ['simulation', id, 'side'],
    async queryFn({ signal }) {
      const view = await readView(id, signal);
      return sideOf(view, await readEvents(id, Number(view.initial.seq ?? 0), view.seq, signal));
    },
    gcTime: 0,
    // A list that grows while one reads it would move below the hand.
    staleTime: Number.POSITIVE_INFINITY,
  });
