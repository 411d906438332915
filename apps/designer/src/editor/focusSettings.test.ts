import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { focusSettings } from './focusSettings.ts';

const input = (name: string) => document.querySelector<HTMLElement>(`[name="${name}"]`);
const FIELDS = '<div data-field="a"><input name="first"></div><div data-field="b"><textarea name="second"></textarea></div>';

describe('the focus of the settings', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] });
    document.body.innerHTML = '<button name="canvas"></button><div class="inspector"></div>';
    input('canvas')?.focus();
  });
  afterEach(() => void vi.useRealTimers());

  /** The inspector is drawn some frames after the settings were asked for. */
  const shown = (html: string) => {
    vi.advanceTimersToNextFrame();
    vi.advanceTimersToNextFrame();
    const inspector = document.querySelector('.inspector');
    if (inspector) inspector.innerHTML = html;
  };
  const settle = () => {
    for (let frame = 0; frame < 10; frame++) vi.advanceTimersToNextFrame();
  };

  test.each([
    ['the first field', undefined, 'first'],
    ['the field that was asked for', 'b', 'second'],
  ])('comes to %s as soon as there is one', (_, field, name) => {
    focusSettings(field);
    shown(FIELDS);
    settle();
    expect(document.activeElement).toBe(input(name));
  });

  test('stays in the field that somebody has come to meanwhile', () => {
    focusSettings();
    shown(FIELDS);
    input('second')?.focus();
    settle();
    expect(document.activeElement).toBe(input('second'));
  });

  test('stays there where no field was found, too', () => {
    focusSettings();
    shown('<textarea name="text"></textarea><input name="width">');
    input('text')?.focus();
    settle();
    expect(document.activeElement).toBe(input('text'));
  });

  test('comes to the first input of what has no fields', () => {
    focusSettings();
    shown('<input name="width">');
    settle();
    expect(document.activeElement).toBe(input('width'));
  });
});
