import type { Json } from '@tandem/journey';
import { useState } from 'react';
import type { Values } from './answer.ts';
import { inputName } from './read.ts';
import { looksOf } from './stage.ts';
import type { Step, WireCallback } from './wire.ts';
import { useWords } from './words/context.ts';

/** A password typed once more: it never leaves the page. */
export interface Repeat {
  value: string;
  error: string | undefined;
  onChange(text: string): void;
}

interface Typed {
  /** The step that it was typed for: a page that is shown again starts afresh. */
  stepCount: number;
  texts: Readonly<Record<string, string>>;
  /** Somebody wanted to go on with passwords that differ. */
  told: boolean;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Passwords that the page's stage wants typed twice (`confirmPassword`). */
export function useRepeats(step: Step, stepCount: number, values: Values): { of(callback: WireCallback): Repeat | undefined; agree(): boolean } {
  const words = useWords();
  const [kept, setKept] = useState<Typed>({ stepCount, texts: {}, told: false });
  const typed = kept.stepCount === stepCount ? kept : { stepCount, texts: {}, told: false };
  const nameOf = (callback: WireCallback): string | null => (looksOf(step, callback).confirmPassword === true ? inputName(callback) : null);
  const differs = (name: string): boolean => (typed.texts[name] ?? '') !== textOf(values[name]);
  return {
    of(callback) {
      const name = nameOf(callback);
      if (name === null) return undefined;
      return {
        value: typed.texts[name] ?? '',
        error: typed.told && differs(name) ? words.passwordsDiffer : undefined,
        onChange: (text) => setKept({ ...typed, texts: { ...typed.texts, [name]: text } }),
      };
    },
    agree() {
      const agreed = !step.callbacks.some((callback) => {
        const name = nameOf(callback);
        return name !== null && differs(name);
      });
      if (!agreed) setKept({ ...typed, told: true });
      return agreed;
    },
  };
}
