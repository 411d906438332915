import { aicLogOf, mermaidOf, ofRun, sequenceOf, sequenceSvg } from '@tandem/engine/view';
import * as z from 'zod';
import { notFound } from '../../http/problem.ts';
import { type ApiRoute, rawRoute } from '../../http/route.ts';
import type { RunStore } from '../../storage/run-store.ts';
import type { Loaded, Simulations } from '../manager.ts';
import { maskedEvent } from '../mask.ts';
import { startOf } from '../restore.ts';
import { eventAnswer } from '../summary.ts';
import { titleIn } from '../title.ts';
import { harOf } from './har.ts';

const formats = ['har', 'mermaid', 'svg', 'json', 'aic'] as const;
type Format = (typeof formats)[number];
const kinds: Record<Format, { type: string; extension: string }> = {
  har: { type: 'application/json', extension: 'har' },
  mermaid: { type: 'text/plain', extension: 'mmd' },
  svg: { type: 'image/svg+xml', extension: 'svg' },
  json: { type: 'application/json', extension: 'json' },
  aic: { type: 'application/x-ndjson', extension: 'log' },
};

/** `GET /api/simulations/{id}/export`: what happened, for other programs and for people. */
export function exportRoutes(simulations: Simulations, runs: RunStore): ApiRoute[] {
  return [
    rawRoute({
      method: 'get',
      path: '/simulations/{id}/export',
      tag: 'Simulations',
      summary: 'What happened, as another program or a person reads it',
      description:
        "`har`: requests and answers of AM's endpoint (HTTP Archive 1.2). `mermaid`, `svg`: a sequence diagram. `json`: the event log. `aic`: lines of AIC's own log (`am-authentication`), one a line. Secrets are masked in all of them; times are the simulation's.",
      query: z.object({ format: z.enum(formats), run: z.string().optional() }),
      answer: { status: 200, description: 'The export, in the type of its format', schema: z.unknown() },
      problems: { 404: { description: 'No such simulation or run' } },
      handle: async ({ params, query: { format, run }, res }) => {
        const found = await simulations.settled(params.id);
        const text = await textOf(runs, found, format, run);
        const { type, extension } = kinds[format];
        res
          .attachment(`simulation-${params.id.slice(0, 8)}.${extension}`)
          .type(`${type}; charset=utf-8`)
          .send(text);
      },
    }),
  ];
}

async function textOf(runs: RunStore, { runtime, stored }: Loaded, format: Format, run: string | undefined): Promise<string> {
  const start = await startOf(runs, stored);
  const steps = await runs.readSteps(stored.id, start.n);
  const all = steps.flatMap(({ events }) => events);
  const events = ofRun(all, run);
  if (run !== undefined && events.length === 0) throw notFound(`There is no run "${run}" in this simulation.`, { field: '?run' });
  const told = runtime.ownAddresses(events.map(maskedEvent));
  switch (format) {
    case 'har':
      return JSON.stringify(runtime.ownAddresses(harOf(start.state, steps, runtime.realm, run)), null, 2);
    case 'mermaid':
      return mermaidOf(sequenceOf(told));
    case 'svg': {
      const { name, journey, user } = titleIn(stored.body);
      const whole = name ?? [journey ?? 'Simulation', user].filter(Boolean).join(', ');
      return sequenceSvg(sequenceOf(told), run === undefined ? whole : (told[0]?.journey ?? whole));
    }
    case 'json':
      return JSON.stringify(
        { simulation: stored.id, realm: runtime.realm, ...(run === undefined ? {} : { run }), events: runtime.ownAddresses(events.map(eventAnswer)) },
        null,
        2,
      );
    case 'aic':
      return aicLogOf(told, runtime.realm)
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('');
  }
}
