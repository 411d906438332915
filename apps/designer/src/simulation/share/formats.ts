import { exportPath } from './paths.ts';

export const FORMATS = ['har', 'svg', 'mermaid', 'json', 'aic'] as const;
export type Format = (typeof FORMATS)[number];

interface FormatFacts {
  label: string;
  /** As the command palette names it. */
  title: string;
  /** What it is for. */
  help: string;
  type: string;
}

export const FACTS: Record<Format, FormatFacts> = {
  har: {
    label: 'HAR',
    title: 'HTTP archive (HAR)',
    help: "Requests to AM's endpoint and what they were answered, for the network tools of browsers and for other HAR readers.",
    type: 'application/json',
  },
  svg: {
    label: 'Diagram',
    title: 'sequence diagram (SVG)',
    help: 'Who told whom what, as a picture for documents; it follows light and dark.',
    type: 'image/svg+xml',
  },
  mermaid: {
    label: 'Mermaid',
    title: 'sequence diagram (Mermaid)',
    help: 'The same diagram as text, for Markdown, wikis and pull requests.',
    type: 'text/plain',
  },
  json: { label: 'JSON log', title: 'JSON log', help: 'Every event with what it read, wrote and why, for programs.', type: 'application/json' },
  aic: {
    label: 'AIC log',
    title: 'AIC log lines',
    help: 'One line an event in the shape of AIC’s own log (am-authentication, AM-NODE-LOGIN-COMPLETED …), to compare with a tenant’s.',
    type: 'application/x-ndjson',
  },
};

export const exportOf = (id: string, format: Format, run: string): string => exportPath(id, { format, ...(run === '' ? {} : { run }) });

/** Lines of a long text that are shown. */
const SHOWN = 300;
const WIDEST = 2000;

/** The beginning of an export, as much of it as one reads. @returns `left`: how many lines are not shown */
export function beginningOf(text: string): { text: string; left: number } {
  const lines = text.replace(/\n$/, '').split('\n');
  const shown = lines.slice(0, SHOWN).map((line) => (line.length > WIDEST ? `${line.slice(0, WIDEST)} …` : line));
  return { text: shown.join('\n'), left: lines.length - shown.length };
}
