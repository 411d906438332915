import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useStable } from './useStable.ts';

test('handlers stay the same functions and do what the last render wants', () => {
  const { result, rerender } = renderHook(({ factor }) => useStable({ times: (value: number) => value * factor }), { initialProps: { factor: 2 } });
  const { times } = result.current;
  expect(times(3)).toBe(6);
  rerender({ factor: 5 });
  expect(result.current.times).toBe(times);
  expect(times(3)).toBe(15);
});
