/** What somebody most likely took for the file of a simulation. */
const TEXTS: readonly [RegExp, string][] = [
  [/^\s*sequenceDiagram\b/, 'It is a sequence diagram (Mermaid)'],
  [/^\s*<(\?xml|svg)\b/i, 'It is a picture (SVG)'],
  [/^\s*<(!doctype )?html\b/i, 'It is a web page'],
  [/^\s*\{"payload":/, "It is a log in AIC's shape"],
];
const READ_ONLY = ', which tells what happened; it does not hold what running it again takes.';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a text is that is no JSON; undefined when it is not known. */
export function otherText(text: string): string | undefined {
  const found = TEXTS.find(([pattern]) => pattern.test(text.slice(0, 200)));
  return found && `${found[1]}${READ_ONLY}`;
}

/** What JSON is that is no file of a simulation; undefined when it is not known. */
export function otherJson(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const { trees, tree, nodeTypes, log, events, simulation } = value;
  if (isRecord(trees) || isRecord(tree)) return 'It is an export of journeys: import it on the Journeys screen.';
  if (Array.isArray(nodeTypes) || isRecord(nodeTypes)) return 'It is an export of custom nodes: import it on the Journeys screen.';
  if (isRecord(log) && Array.isArray(log.entries)) return `It is an HTTP archive (HAR)${READ_ONLY}`;
  if (Array.isArray(events) && typeof simulation === 'string') return `It is the JSON log of a simulation${READ_ONLY}`;
  return undefined;
}
