import type { JsonObject } from '@tandem/journey';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { initialValues, type Values } from './answer.ts';
import { CallbackForm } from './CallbackForm.tsx';
import { oneOfEach } from './fixtures/oneOfEach.ts';
import { exit, name, password, stepOf, wait, yesNo } from './fixtures/steps.ts';

afterEach(cleanup);

function show(callbacks: JsonObject[], values?: Values, { stage, ...more }: { busy?: boolean; mirror?: boolean; stage?: string | undefined } = {}) {
  const step = { ...stepOf(...callbacks), stage: stage ?? null };
  const handlers = { onChange: vi.fn(), onSubmit: vi.fn(), onChoose: vi.fn(), onExit: vi.fn(), onCheckNow: vi.fn() };
  render(
    <CallbackForm step={step} stepCount={1} values={values ?? initialValues(step)} busy={false} now={0} waitUntil={2600} {...more} {...handlers} />,
  );
  return handlers;
}

describe('form of a step', () => {
  test.each(oneOfEach.map((callback) => [String(callback.type), callback] as const))('%s: every control has a name', async (_, callback) => {
    show([callback]);
    await screen.findByRole('form');
    for (const control of document.querySelectorAll('input, select, textarea, button')) {
      const labelled = control.closest('label') ?? document.querySelector(`label[for="${control.id}"]`);
      expect(labelled?.textContent?.trim() || control.textContent?.trim()).toBeTruthy();
    }
  });

  test('Enter submits, and typing tells the input by name', () => {
    const handlers = show([name, password]);
    fireEvent.change(screen.getByLabelText('User Name'), { target: { value: 'bjensen' } });
    expect(handlers.onChange).toHaveBeenCalledWith('IDToken1', 'bjensen');
    fireEvent.submit(screen.getByRole('form'));
    expect(handlers.onSubmit).toHaveBeenCalledOnce();
  });

  test('nothing is sent twice while an answer is under way', () => {
    const handlers = show([name], undefined, { busy: true });
    fireEvent.submit(screen.getByRole('form'));
    expect(handlers.onSubmit).not.toHaveBeenCalled();
    expect(screen.getByRole('button').textContent).toBe('Checking…');
  });

  test('failed policies are tied to their field', () => {
    const failed = {
      ...name,
      type: 'ValidatedCreateUsernameCallback',
      output: [...name.output, { name: 'failedPolicies', value: ['{"policyRequirement":"UNIQUE"}'] }],
    };
    show([failed]);
    const field = screen.getByLabelText('User Name');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('This value is already in use.');
  });

  test('a confirmation answers by its buttons, without a Next', () => {
    const handlers = show([yesNo]);
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Yes', 'No']);
    fireEvent.click(screen.getByText('No'));
    expect(handlers.onChoose).toHaveBeenCalledWith(1);
  });

  test('a wait shows what is left and its exit button once', () => {
    const handlers = show([wait, exit]);
    expect(screen.getByText('Next update in 2.6 s')).toBeTruthy();
    fireEvent.click(screen.getByText('Cancel'));
    expect(handlers.onExit).toHaveBeenCalledOnce();
    expect(handlers.onChoose).not.toHaveBeenCalled();
  });

  test('a script of the journey is shown and never becomes part of the page', () => {
    show([
      {
        type: 'TextOutputCallback',
        output: [
          { name: 'message', value: '<img src=x onerror=alert(1)>' },
          { name: 'messageType', value: '4' },
        ],
      },
    ]);
    expect(document.querySelector('pre')?.textContent).toContain('onerror');
    expect(document.querySelector('img, script')).toBeNull();
  });

  test('a redirect to a script address is no link', () => {
    show([
      {
        type: 'RedirectCallback',
        output: [
          { name: 'redirectUrl', value: 'javascript:alert(1)' },
          { name: 'redirectMethod', value: 'GET' },
        ],
      },
    ]);
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('a password that the page wants confirmed is typed twice, and sent once both are the same', () => {
    const create = { ...password, type: 'ValidatedCreatePasswordCallback' };
    const stage = JSON.stringify({ ValidatedCreatePasswordCallback: [{ id: 'n', confirmPassword: true }] });
    const handlers = show([name, create], { IDToken2: 'Secret12!' }, { stage });
    fireEvent.change(screen.getByLabelText('Confirm Password'), { target: { value: 'Secret12' } });
    fireEvent.submit(screen.getByRole('form'));
    expect(handlers.onSubmit).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Confirm Password').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('The two passwords are not the same.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Confirm Password'), { target: { value: 'Secret12!' } });
    expect(screen.queryByText('The two passwords are not the same.')).toBeNull();
    fireEvent.submit(screen.getByRole('form'));
    expect(handlers.onSubmit).toHaveBeenCalledOnce();
    // What was typed again is nobody else's business.
    expect(handlers.onChange).not.toHaveBeenCalled();
  });

  test.each([undefined, 'confirmPassword', '{"ValidatedCreatePasswordCallback":[{"id":"n","confirmPassword":false}]}', '{"broken'])(
    'the stage %s asks for no second password',
    (stage) => {
      show([{ ...password, type: 'ValidatedCreatePasswordCallback' }], undefined, { stage });
      expect(screen.queryByLabelText('Confirm Password')).toBeNull();
    },
  );

  test('a page may show the positive answer alone, and answers as links', () => {
    show([yesNo], undefined, { stage: '{"ConfirmationCallback":[{"id":"n","showOnlyPositiveAnswer":true,"showButtonsAsLinks":true}]}' });
    expect(screen.getAllByRole('button').map((button) => [button.textContent, button.className])).toEqual([['Yes', 'cb-button cb-quiet']]);
  });

  test('a mirror of another client can be read, not pressed', () => {
    show([name, yesNo], undefined, { mirror: true });
    expect(screen.getByLabelText('User Name').hasAttribute('readonly')).toBe(true);
    expect(screen.queryByText('Next')).toBeNull();
  });
});
