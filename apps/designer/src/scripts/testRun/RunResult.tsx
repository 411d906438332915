import type { ScriptRun } from '@tandem/api';
import type { Json } from '@tandem/journey';
import type { ReactNode } from 'react';
import { Badge, type Tone } from '../../components/index.ts';

const ENDINGS: Record<ScriptRun['ending'], { tone: Tone; word: string }> = {
  error: { tone: 'failure', word: 'Error' },
  nothing: { tone: 'failure', word: 'No outcome' },
  outcome: { tone: 'success', word: 'Outcome' },
  config: { tone: 'success', word: 'Configuration' },
  callbacks: { tone: 'waiting', word: 'Callbacks' },
  suspended: { tone: 'waiting', word: 'Suspended' },
};

function isSealedValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$sealed' in value;
}
/** A value as JSON; what is secret stays so. */
const shown = (value: Json | undefined): string => JSON.stringify(value, (_, part: unknown) => (isSealedValue(part) ? '••••' : part), 1) ?? '';

function changeText({ op, scope, key, value }: ScriptRun['changes'][number]): string {
  if (op === 'remove') return `${key} removed`;
  return op === 'replace' ? `${scope} replaced by ${shown(value)}` : `${scope}: ${key} = ${shown(value)}`;
}

function Lines({ title, lines }: { title: string; lines: readonly ReactNode[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h4 className="caps">{title}</h4>
      <ul className="run-lines">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one result never move
          <li key={index}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  pass: number;
  run: ScriptRun;
  /** Outcomes of the node; null: it is not known which node runs it. */
  outcomes: readonly string[] | null;
  onGoToLine(line: number): void;
}

/** What one pass of a test run did. */
export function RunResult({ pass, run, outcomes, onGoToLine }: Props) {
  const { tone, word } = ENDINGS[run.ending];
  const { error, outcome } = run;
  const isUnknown = outcome !== undefined && outcomes !== null && !outcomes.includes(outcome);
  return (
    <section className="run-result" aria-label={`Pass ${pass}`}>
      <h3>
        {`Pass ${pass}`}
        <Badge tone={isUnknown ? 'failure' : tone}>{outcome === undefined ? word : `${word}: ${outcome}`}</Badge>
        {run.waited > 0 ? <span className="dim numeric">{`HTTP stubs took ${run.waited} ms`}</span> : null}
      </h3>
      {isUnknown ? <p className="run-error">{`The node has no such outcome. AM says: Invalid outcome from script, '${outcome}'`}</p> : null}
      {error ? (
        <p className="run-error">
          {error.message}
          {error.line === undefined ? null : (
            <button type="button" className="run-line" onClick={() => onGoToLine(error.line ?? 1)}>
              {`Line ${error.line}`}
            </button>
          )}
        </p>
      ) : null}
      {run.config === undefined ? null : <pre className="run-json">{shown(run.config)}</pre>}
      {run.suspended ? <p>{run.suspended.message}</p> : null}
      <Lines title="Changes of node state" lines={run.changes.map(changeText)} />
      <Lines title="Read" lines={run.reads.length > 0 ? [run.reads.join(', ')] : []} />
      <Lines title="Changes of identities, not kept" lines={run.identityChanges} />
      <Lines title="Mail" lines={run.mails} />
      <Lines title="Action" lines={run.notes} />
      <Lines
        title="Log"
        lines={run.logs.map(({ level, message }) => (
          <>
            <span className="run-level" data-level={level}>
              {level}
            </span>
            {message}
          </>
        ))}
      />
    </section>
  );
}
