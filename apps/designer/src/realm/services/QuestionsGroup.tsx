import { Switch, TextField } from '../../components/index.ts';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { PairsField, RowsField } from '../parts/ListFields.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { blankAlready, type Question, type ServicesForm } from './form.ts';

type Questions = ServicesForm['questions'];

/** The lowest number that no question has: IDM numbers its own. */
function freshId(list: readonly Question[]): string {
  let number = 1;
  while (list.some(({ id }) => id === String(number))) number += 1;
  return String(number);
}

interface QuestionsGroupProps {
  questions: Questions;
  stored: Questions;
  failure: unknown;
  onChange(questions: Questions): void;
}

/** Security questions that a user may answer. */
export function QuestionsGroup({ questions, stored, failure, onChange }: QuestionsGroupProps) {
  const { list } = questions;
  const storedText = (id: string) => (stored.on ? (stored.list.find((question) => question.id === id)?.text ?? []) : []);
  return (
    <FormGroup title="Security questions">
      <div className="form-whole">
        <Switch
          label="Users have security questions"
          help="KBA Definition offers these, and the user's own."
          isSelected={questions.on}
          onChange={(on) => onChange({ ...questions, on })}
        />
      </div>
      {questions.on ? (
        <>
          <NumberField
            label="A user defines at least"
            min={1}
            value={questions.minimum}
            onChange={(minimum) => onChange({ ...questions, minimum })}
            error={errorAt(failure, 'securityQuestions.minimum')}
          />
          <NumberField
            label="Asked to verify a user"
            min={1}
            placeholder="1"
            value={questions.minimumToVerify}
            onChange={(minimumToVerify) => onChange({ ...questions, minimumToVerify })}
            error={errorAt(failure, 'securityQuestions.minimumToVerify')}
          />
          <TextField
            label="Wrong answers are counted in"
            mono
            placeholder="No attribute"
            value={questions.attemptsAttribute}
            onChange={(attemptsAttribute) => onChange({ ...questions, attemptsAttribute })}
            help="kbaAttemptsPropertyName of IDM. Empty: nothing counts them."
            error={errorAt(failure, 'securityQuestions.attemptsAttribute')}
          />
          <NumberField
            label="Wrong answers allowed"
            placeholder="any number"
            value={questions.attemptsAllowed}
            onChange={(attemptsAllowed) => onChange({ ...questions, attemptsAllowed })}
            error={errorAt(failure, 'securityQuestions.attemptsAllowed')}
          />
          <div className="form-whole">
            <RowsField
              label="Questions"
              add="Add question"
              rows={list}
              onChange={(next) => onChange({ ...questions, list: next })}
              blank={{ id: freshId(list), text: [['en', '']] as const }}
              nameOf={({ id }) => `question ${id}`}
              error={errorAt(failure, 'securityQuestions.questions')}
            >
              {(question, put, index) => (
                <div className="question">
                  <TextField
                    label="Id"
                    mono
                    value={question.id}
                    onChange={(id) => put({ ...question, id })}
                    error={list.some(({ id }, place) => place !== index && id === question.id) ? 'Used twice' : undefined}
                  />
                  <PairsField
                    label={`Question ${question.id}`}
                    add="Add locale"
                    isNarrow
                    nameLabel="Locale"
                    textLabel="Question"
                    pairs={question.text}
                    onChange={(text) => put({ ...question, text })}
                    error={blankAlready(question.text, storedText(question.id))}
                  />
                </div>
              )}
            </RowsField>
          </div>
        </>
      ) : null}
    </FormGroup>
  );
}
