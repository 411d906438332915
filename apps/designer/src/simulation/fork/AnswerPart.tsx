import type { ForkPointAnswer } from '@tandem/api';
import type { Session, SimulationState } from '@tandem/engine/view';
import { Select } from '../../components/index.ts';
import { clockText } from '../derive/timeline.ts';
import { AnswerForm } from './AnswerForm.tsx';
import type { Draft } from './drafts.ts';

type AnswerDraft = Extract<Draft, { kind: 'answer' }>;

interface AnswerPartProps {
  draft: AnswerDraft;
  state: SimulationState;
  waiting: readonly Session[];
  answers: ForkPointAnswer['answers'];
  onChange(draft: Draft): void;
  onSubmit(): void;
}

const SIDES = { main: 'Main journey', backchannel: 'Backchannel journey' } as const;

/** The form that the client had, with what it answered; what is a secret is not shown, and stays unless it is typed anew. */
export function AnswerPart({ draft, state, waiting, answers, onChange, onSubmit }: AnswerPartProps) {
  const session = state.sessions[draft.session];
  const given = answers.find(({ session: of }) => of === draft.session);
  if (!session) return null;
  return (
    <>
      {waiting.length > 1 ? (
        <Select
          label="Whose answer"
          options={waiting.map(({ id, role, journey }) => ({ value: id, label: SIDES[role], detail: journey }))}
          value={draft.session}
          onChange={(id) => onChange({ kind: 'answer', session: id, values: {} })}
        />
      ) : (
        <p>
          {SIDES[session.role]}: <strong>{session.journey}</strong>
        </p>
      )}
      <p className="dim">
        {given
          ? `Instead of the answer of ${clockText(Date.parse(given.at))}. What you leave as it is stays as it was answered; passwords are not shown.`
          : 'Nobody has answered this yet.'}
      </p>
      <AnswerForm
        session={session}
        now={state.now}
        given={given?.inputs ?? {}}
        values={draft.values}
        onChange={(values) => onChange({ ...draft, values })}
        onSubmit={onSubmit}
      />
    </>
  );
}
