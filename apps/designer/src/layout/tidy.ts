import { arrangeJourney, arrangeSome, type Place } from './arrange.ts';
import { elkInWorker } from './engine.ts';
import type { Box, Link } from './graph.ts';

/**
 * New places for a journey's nodes, found in a worker.
 *
 * @param chosen only these move; null: all
 * @param signal stops it; the promise then fails with `LayoutStopped`
 */
export async function tidy(boxes: readonly Box[], links: readonly Link[], chosen: ReadonlySet<string> | null, signal: AbortSignal): Promise<Place[]> {
  const { layout, end } = elkInWorker(signal);
  try {
    return await (chosen === null ? arrangeJourney(layout, boxes, links) : arrangeSome(layout, boxes, links, chosen));
  } finally {
    end();
  }
}
