import type { streamedClockSchema, streamedEventSchema, streamedRealmSchema } from '@tandem/api';
import type * as z from 'zod';

/** What is sent to watchers. `seq` is absent for what need not be repeated after a gap (a clock's position). */
export type LiveMessage =
  | { name: 'event'; data: z.input<typeof streamedEventSchema>; seq?: number }
  | { name: 'clock'; data: z.input<typeof streamedClockSchema>; seq?: number }
  | { name: 'realm'; data: z.input<typeof streamedRealmSchema>; seq?: number };

const frames = new WeakMap<LiveMessage, string>();

/** A message as server-sent event without its id. Made once, however many clients watch. */
export function frameOf(message: LiveMessage): string {
  let frame = frames.get(message);
  if (frame === undefined) {
    frame = `event: ${message.name}\ndata: ${JSON.stringify(message.data)}\n`;
    frames.set(message, frame);
  }
  return frame;
}
