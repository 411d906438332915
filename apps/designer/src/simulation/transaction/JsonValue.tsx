import type { JsonObject } from '@tandem/journey';
import { clockText } from '../derive/timeline.ts';

/** A small object, one line per key; long values wrap. */
export function JsonValue({ value, at }: { value: JsonObject; at?: number }) {
  return (
    <div className="sim-json">
      {at === undefined ? null : (
        <time className="dim numeric" dateTime={new Date(at).toISOString()}>
          {clockText(at)}
        </time>
      )}
      {Object.entries(value).map(([key, entry]) => (
        <div key={key}>
          <span className="dim">{key}:</span> {JSON.stringify(entry)}
        </div>
      ))}
    </div>
  );
}
