import { focusWhenLost } from '../../components/index.ts';

/** For the button that removes its own row: what stands last in the list takes the focus when it is gone, else what adds a row, else the switch above. */
export function focusAfterRow(button: Element): void {
  const list = button.closest('.field-group, .type-keys');
  focusWhenLost(
    () => [...(list?.querySelectorAll('.row-fields') ?? [])].at(-1)?.querySelector('button:last-of-type'),
    () => list?.querySelector('.row-add button'),
    () => list?.querySelector('input'),
  );
}

/** For a button that moves its row, which has no identity but its place: the same button of the row that it became. */
export function focusMovedRow(button: Element, by: 1 | -1): void {
  const row = button.closest('.row-fields');
  const next = by === 1 ? row?.nextElementSibling : row?.previousElementSibling;
  const place = row ? [...row.querySelectorAll('button')].indexOf(button as HTMLButtonElement) : -1;
  next?.querySelectorAll('button')[place]?.focus();
}
