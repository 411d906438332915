import type { Json } from '@tandem/journey';

/** What a text stands for when it is JSON, else the text itself: AM reads the values of success and failure details so (AM 8.0.2, DetailsTreeHook). */
export function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
