import './scripts.css';
import { type FormEvent, useState } from 'react';
import { Button, Dialog, ErrorBox, Select, TextField } from '../components/index.ts';
import type { ScriptFields } from './fields.ts';
import { contextName, engineName, SCRIPT_KINDS } from './templates.ts';

interface ScriptDialogProps {
  title: string;
  button: string;
  initial: ScriptFields;
  /** Contexts to choose from; what the script has stays, too. */
  contexts?: readonly string[] | undefined;
  problem(name: string): string | null;
  /** What another name does elsewhere; shown once there is one. */
  renameHint?: string | undefined;
  /** While the server is asked. */
  isBusy?: boolean;
  /** Why it was not created: shown here, with what was typed. */
  failure?: unknown;
  onSubmit(fields: ScriptFields): void;
  onClose(): void;
}

/** What a script is called and what it is for: AIC's name, description, script engine and context. */
export function ScriptDialog({
  title,
  button,
  initial,
  contexts,
  problem,
  renameHint,
  isBusy = false,
  failure,
  onSubmit,
  onClose,
}: ScriptDialogProps) {
  const [fields, setFields] = useState(initial);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<ScriptFields>) => setFields({ ...fields, ...part });
  const wrong = problem(fields.name);
  const kinds = SCRIPT_KINDS.filter(({ context }) => contexts === undefined || contexts.includes(context));
  const offered = [...new Set([...kinds.map(({ context }) => context), ...(initial.context === '' ? [] : [initial.context])])];
  const versions = SCRIPT_KINDS.find(({ context }) => context === fields.context)?.versions ?? ['2.0', '1.0'];
  const engines = [...new Set([...versions, ...(fields.context === initial.context ? [initial.evaluatorVersion] : [])])];
  const submit = () => {
    setTried(true);
    if (wrong === null && !isBusy) onSubmit({ ...fields, name: fields.name.trim() });
  };
  const onForm = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const choose = (context: string) => {
    const [version = '2.0'] = SCRIPT_KINDS.find((kind) => kind.context === context)?.versions ?? [];
    set({ context, evaluatorVersion: version });
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isIdle={isBusy} onPress={submit}>
            {button}
          </Button>
        </>
      }
    >
      <form className="script-form" onSubmit={onForm}>
        <TextField
          label="Name"
          autoFocus
          value={fields.name}
          onChange={(name) => set({ name })}
          help={fields.name.trim() !== initial.name ? renameHint : undefined}
          error={(tried || fields.name !== initial.name) && wrong !== null ? wrong : undefined}
        />
        <TextField label="Description" rows={2} value={fields.description} onChange={(description) => set({ description })} />
        <Select
          label="Context"
          help="What the script is for: it decides which bindings it finds."
          options={offered.map((context) => ({ value: context, label: contextName(context), detail: context }))}
          value={fields.context === '' ? null : fields.context}
          onChange={choose}
        />
        <Select
          label="Script engine"
          options={engines.map((version) => ({ value: version, label: engineName(version), detail: `Evaluator version ${version}` }))}
          value={fields.evaluatorVersion}
          onChange={(evaluatorVersion) => set({ evaluatorVersion })}
        />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
      {failure ? <ErrorBox title="The script was not created" error={failure} onRetry={submit} /> : null}
    </Dialog>
  );
}
