import type { JsonObject } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { answer, confirm, exitWait, initialValues, keepWaiting } from './answer.ts';
import { oneOfEach } from './fixtures/oneOfEach.ts';
import { exit, name, password, stepOf, wait, yesNo } from './fixtures/steps.ts';

const inputsOf = (body: JsonObject) => (body.callbacks as { input?: { name: string; value: unknown }[] }[]).map((callback) => callback.input);

describe('answer', () => {
  test('echoes every kind of callback untouched when nothing was given', () => {
    for (const shape of oneOfEach) {
      const step = stepOf(shape);
      expect(answer(step, {})).toEqual({ authId: 'a.b.c', callbacks: [shape], vendor: { keep: true } });
    }
  });
  test('replaces input values only, by name', () => {
    const body = answer(stepOf(name, password), { IDToken1: 'bjensen', IDToken2: 'Secret12!' });
    expect(inputsOf(body)).toEqual([[{ name: 'IDToken1', value: 'bjensen' }], [{ name: 'IDToken2', value: 'Secret12!' }]]);
    expect((body.callbacks as JsonObject[])[0]).toMatchObject({ _id: 0, output: name.output });
  });
  test('a polling wait keeps waiting with 100, and exits with 0', () => {
    const step = stepOf(wait, exit);
    expect(inputsOf(answer(step, keepWaiting(step)))[1]).toEqual([{ name: 'IDToken2', value: 100 }]);
    expect(inputsOf(answer(step, exitWait(step)))[1]).toEqual([{ name: 'IDToken2', value: 0 }]);
  });
  test('a wait without an exit button is posted back as it came', () => {
    const step = stepOf(wait);
    expect(answer(step, keepWaiting(step)).callbacks).toEqual([wait]);
  });
  test('a confirmation is answered by the index of its button', () => {
    const step = stepOf(yesNo);
    expect(inputsOf(answer(step, confirm(step, 1)))[0]).toEqual([{ name: 'IDToken2', value: 1 }]);
  });
  test('what was typed before is worth more than a default', () => {
    const step = stepOf({
      type: 'StringAttributeInputCallback',
      output: [{ name: 'value', value: '' }],
      input: [{ name: 'IDToken1', value: 'Anna' }],
    });
    expect(initialValues(step)).toEqual({ IDToken1: 'Anna' });
  });
  test('defaults that the outputs offer are what the form starts with', () => {
    const step = stepOf(
      {
        type: 'TextInputCallback',
        output: [
          { name: 'prompt', value: 'Pet' },
          { name: 'defaultText', value: 'Rex' },
        ],
        input: [{ name: 'IDToken1', value: '' }],
      },
      {
        type: 'ChoiceCallback',
        output: [
          { name: 'choices', value: ['a', 'b'] },
          { name: 'defaultChoice', value: 1 },
        ],
        input: [{ name: 'IDToken2', value: 0 }],
      },
      {
        type: 'StringAttributeInputCallback',
        output: [{ name: 'value', value: 'Barbara' }],
        input: [
          { name: 'IDToken3', value: '' },
          { name: 'IDToken3validateOnly', value: false },
        ],
      },
    );
    expect(initialValues(step)).toEqual({ IDToken1: 'Rex', IDToken2: 1, IDToken3: 'Barbara', IDToken3validateOnly: false });
  });
});
