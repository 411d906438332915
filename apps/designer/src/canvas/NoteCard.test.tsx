import { cleanup, render } from '@testing-library/react';
import { type NodeProps, ReactFlowProvider } from 'reactflow';
import { afterEach, expect, test } from 'vitest';
import type { NoteNode } from './derive.ts';
import { NoteCard } from './NoteCard.tsx';

afterEach(cleanup);

/** How many lines a note of this height shows. */
function linesAt(height: number): string {
  const note = { id: 'note:1', data: { text: 'one\ntwo\nthree', color: 'yellow' }, width: 200, height } as unknown as NodeProps<NoteNode>;
  const { container } = render(<NoteCard {...note} />, { wrapper: ReactFlowProvider });
  const text = container.querySelector<HTMLElement>('.note-text');
  expect(text?.textContent).toBe('one\ntwo\nthree');
  return text?.getAttribute('style') ?? '';
}

test('a note shows as many whole lines as it has room for, with a sign where more are cut off', () => {
  expect([40, 80, 93, 94].map(linesAt)).toEqual(['1', '3', '3', '4'].map((lines) => `--lines: ${lines};`));
});
