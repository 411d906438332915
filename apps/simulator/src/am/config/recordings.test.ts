import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordingSchema } from '../../testing/recordings/recording.ts';
import { replay } from '../../testing/recordings/replay.ts';

/**
 * Requests of AM's configuration REST, replayed against a realm that is prepared for each file, give the recorded status and body (ids, dates and
 * hashes aside). Always the project's own, in the shape of recordings; those of a folder of real ones besides, with a table of what differs:
 * `TANDEM_RECORDINGS=<folder> vitest run apps/simulator/src/am/config/recordings.test.ts`.
 */
const OWN = join(import.meta.dirname, 'fixtures');
const REAL = process.env.TANDEM_RECORDINGS ?? '';

const files = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (folder: string, name: string) => recordingSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));

test.each(files(OWN))('%s is answered as it says', async (name) => {
  const replayed = await replay(read(OWN, name));
  expect(replayed.filter(({ differences }) => differences.length > 0)).toEqual([]);
});

/** Differences that have a reason: docs/decisions/0010. */
const EXPLAINED: readonly (readonly [pattern: RegExp, reason: string])[] = [[/^\/(help|properties\/\w+\/description): /, "Tandem's own words"]];

test.skipIf(REAL === '')('TANDEM_RECORDINGS are answered as they say, or differ for a reason', { timeout: 600_000 }, async () => {
  const unexplained: string[] = [];
  const lines: string[] = [];
  let [all, same] = [0, 0];
  for (const name of files(REAL)) {
    for (const { request, differences } of await replay(read(REAL, name))) {
      all++;
      if (differences.length === 0) same++;
      for (const difference of differences) {
        const reason = EXPLAINED.find(([pattern]) => pattern.test(difference))?.[1];
        lines.push(`| ${name.slice(0, 60)} | ${request.slice(0, 160)} | ${difference} | ${reason ?? 'NO REASON'} |`);
        if (reason === undefined) unexplained.push(`${name} ${request} ${difference}`);
      }
    }
  }
  process.stdout.write(`\n${same} of ${all} alike\n${lines.join('\n')}\n`);
  expect(unexplained).toEqual([]);
});
