import { importAnswerSchema, importFilesSchema, importReviewSchema } from '@tandem/api';
import { type ExportMeta, exportCustomNodes, exportJourneys, OPTIONAL_DEPENDENCIES, parseExport, parseJsonStrict } from '@tandem/journey';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { MEGABYTE } from '../http/body.ts';
import { issuesOf } from '../http/issues.ts';
import { ProblemError } from '../http/problem.ts';
import { type ApiRoute, flag, rawRoute } from '../http/route.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { VERSION } from '../version.ts';
import { findRealm, knowledgeOf } from './find.ts';
import { importExport } from './import.ts';
import { importFiles } from './import-files.ts';
import { namesIn } from './names.ts';

export const IMPORT_LIMIT = 64 * MEGABYTE;

const importQuery = z.object({
  dryRun: flag(false).describe('Only say what would happen.'),
  conflict: z.enum(['replace', 'keep', 'fail']).default('replace').describe('What to do where the realm holds something else.'),
});
const exportQuery = z.object({
  journeys: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Names, separated by commas. Absent: all.'),
  format: z.enum(['aic', 'frodo']).default('aic'),
  deps: flag(true).describe("With inner journeys, Initialize's journeys, scripts and templates."),
  leave: z
    .union([z.enum(OPTIONAL_DEPENDENCIES), z.array(z.enum(OPTIONAL_DEPENDENCIES))])
    .optional()
    .describe('Dependencies that are left out, since the importing realm has them; may be repeated.'),
});
const customNodesQuery = z.object({
  ids: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Ids, separated by commas. Absent: all.'),
});

/** Import and export. */
export function transferRoutes(realms: RealmStore, publicUrl: URL | undefined): ApiRoute[] {
  const meta = (req: Request): ExportMeta => ({
    origin: publicUrl?.origin ?? `${req.protocol}://${req.get('host') ?? ''}`,
    exportedBy: 'amadmin',
    exportDate: new Date().toISOString(),
    toolVersion: VERSION,
  });
  return [
    rawRoute({
      method: 'post',
      path: '/realms/{realm}/import',
      summary: 'Imports journeys or custom nodes',
      description: 'Everything happens in one transaction, or nothing does.',
      tag: 'Transfer',
      query: importQuery,
      body: { text: { limit: IMPORT_LIMIT, description: 'An AIC admin UI export, a frodo export or an export of custom nodes.' } },
      answer: { status: 200, description: 'What was done, or would be.', schema: importAnswerSchema },
      problems: {
        409: { description: 'The realm holds something else (`conflict=fail`).' },
        413: { description: 'The file is too large; the answer names the limit.' },
      },
      async handle({ params, query, body, res }) {
        findRealm(realms, params.realm);
        res.json(await importExport(realms, params.realm, parseExport(body), query));
      },
    }),
    rawRoute({
      method: 'post',
      path: '/realms/{realm}/imports',
      summary: 'Imports several files, with a decision for each thing they bring',
      description:
        'With `dryRun` it says what the files bring, what of it the realm has otherwise, and what the journeys name that will be missing. Everything happens in one transaction, with a backup of what was there, or nothing does.',
      tag: 'Transfer',
      body: {
        text: { limit: IMPORT_LIMIT, description: 'JSON: `files` with `name` and `text`, `decisions` (`keep`, `replace`, `rename`), `dryRun`.' },
      },
      answer: { status: 200, description: 'What was done, or would be.', schema: importReviewSchema },
      problems: {
        409: { description: 'The realm is not as the dry run with this `basis` found it.' },
        413: { description: 'The files are too large; the answer names the limit.' },
      },
      async handle({ params, body, res }) {
        const request = importFilesSchema.safeParse(parseJsonStrict(body));
        if (!request.success)
          throw new ProblemError(400, 'The body is not valid.', { title: 'The body is not valid', errors: issuesOf(request.error) });
        res.json(await importFiles(realms, params.realm, request.data));
      },
    }),
    rawRoute({
      method: 'get',
      path: '/realms/{realm}/export',
      summary: 'Exports journeys',
      tag: 'Transfer',
      query: exportQuery,
      answer: { status: 200, description: 'The file.', contentType: 'application/json' },
      problems: { 404: { description: 'A journey does not exist.' } },
      handle({ params, query, req, res }) {
        const stored = findRealm(realms, params.realm);
        const names = namesIn(query.journeys, stored.realm.journeys);
        const { format, deps, leave = [] } = query;
        sendFile(
          res,
          fileName(names, format),
          exportJourneys(stored.realm, names, { format, deps, leave: [leave].flat(), meta: meta(req) }, knowledgeOf(stored)),
        );
      },
    }),
    rawRoute({
      method: 'get',
      path: '/realms/{realm}/export/custom-nodes',
      summary: 'Exports custom node types: the file that AIC wants imported first',
      tag: 'Transfer',
      query: customNodesQuery,
      answer: { status: 200, description: 'The file.', contentType: 'application/json' },
      problems: { 404: { description: 'A custom node type does not exist.' } },
      handle({ params, query, req, res }) {
        const { realm } = findRealm(realms, params.realm);
        sendFile(res, 'customNodes.json', exportCustomNodes(realm, meta(req), namesIn(query.ids, realm.nodeTypes)));
      },
    }),
  ];
}

function fileName(names: readonly string[], format: 'aic' | 'frodo'): string {
  const name = names.length === 1 ? (names[0] ?? '').replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_') : 'journeys';
  return `${name}.${format === 'frodo' ? 'journey.json' : 'json'}`;
}

function sendFile(res: Response, name: string, content: unknown): void {
  res
    .attachment(name)
    .type('application/json')
    .send(`${JSON.stringify(content, null, 2)}\n`);
}
