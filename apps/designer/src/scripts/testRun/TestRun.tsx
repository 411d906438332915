import './testRun.css';
import type { ScriptRun } from '@tandem/api';
import type { JsonObject, Script } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { Play, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { resourcesQuery } from '../../app/index.ts';
import { useCommands, useShortcut } from '../../commands/index.ts';
import { Button, ErrorBox, IconButton, Select, TextField } from '../../components/index.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { RUN_COMMANDS } from './commands.ts';
import { FIELDS, type ReadInputs, type RunInputs, readInputs } from './inputs.ts';
import { keepInputs, keptInputs } from './kept.ts';
import { RunResult } from './RunResult.tsx';
import { useTestRun } from './useTestRun.ts';

interface Props {
  realm: string;
  script: Script;
  /** Settings of a custom node that was just placed; absent: no custom node runs it. */
  settings: JsonObject | undefined;
  outcomes: readonly string[] | null;
  onEnd(run: ScriptRun): void;
  onGoToLine(line: number): void;
  onClose(): void;
}

const NOBODY = '';

/** Runs the script as it stands in the editor with a chosen state, person and request, and shows what it does, pass by pass. */
export function TestRun({ realm, script, settings, outcomes, onEnd, onGoToLine, onClose }: Props) {
  const { data: resources } = useQuery(resourcesQuery(realm));
  const [inputs, setInputs] = useState(() => keptInputs(realm, script._id));
  const [errors, setErrors] = useState<Extract<ReadInputs, { errors: unknown }>['errors']>({});
  const latest = useRef(script);
  latest.current = script;
  const run = useTestRun(realm, () => latest.current, onEnd);
  const people = resources?.identities.filter(({ kind }) => kind === 'user') ?? [];
  const change = (part: Partial<RunInputs>) => {
    const next = { ...inputs, ...part };
    setInputs(next);
    setErrors({});
    keepInputs(realm, script._id, next);
  };
  const start = () => {
    const read = readInputs(
      inputs,
      people.find(({ id }) => id === inputs.person),
      settings,
    );
    if ('errors' in read) return setErrors(read.errors);
    setErrors({});
    run.start(read.given);
  };
  useCommands(RUN_COMMANDS, start);
  const shortcut = useShortcut('script.test');
  const last = run.passes.at(-1);
  return (
    <aside className="run" aria-label="Test run">
      <header className="run-head">
        <Button kind="primary" size="small" icon={<Play size={14} aria-hidden="true" />} isIdle={run.busy} shortcut={shortcut} onPress={start}>
          {run.passes.length > 0 ? 'Run again' : 'Run script'}
        </Button>
        <IconButton size="small" label="Close the test run" placement="top" icon={<X size={15} aria-hidden="true" />} onPress={onClose} />
      </header>
      <div className="run-scroll">
        {run.passes.length === 0 ? <p className="dim run-note">Runs the script as it stands. Nothing is kept, nothing reaches the network.</p> : null}
        {run.failure ? <ErrorBox title="The script was not run" error={run.failure} onRetry={start} /> : null}
        {run.passes.map((pass, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pass keeps its number
          <RunResult key={index} pass={index + 1} run={pass} outcomes={outcomes} onGoToLine={onGoToLine} />
        ))}
        {last?.step ? <AnswerForm key={run.passes.length} step={last.step} pass={run.passes.length} busy={run.busy} onAnswer={run.answer} /> : null}
        <section className="run-inputs" aria-label="What the script finds">
          <Select
            label="Person"
            help="Known as after an Identify Existing User node: username and _id in shared state."
            options={[
              { value: NOBODY, label: 'Nobody yet' },
              ...people.map(({ id, userName, mail }) => ({ value: id, label: userName, detail: mail })),
            ]}
            value={people.some(({ id }) => id === inputs.person) ? inputs.person : NOBODY}
            onChange={(person) => change({ person })}
          />
          {settings ? (
            <TextField
              label="Settings of the node"
              help="JSON object: what the script finds in properties"
              mono
              rows={4}
              value={inputs.properties === '' ? JSON.stringify(settings, null, 2) : inputs.properties}
              error={errors.properties}
              onChange={(text) => change({ properties: text })}
            />
          ) : null}
          {FIELDS.map(({ id, label, help, rows }) => (
            <TextField
              key={id}
              label={label}
              help={help}
              mono
              rows={rows}
              value={inputs[id]}
              error={errors[id]}
              onChange={(text) => change({ [id]: text })}
            />
          ))}
        </section>
      </div>
    </aside>
  );
}
