import { useRef, useState } from 'react';

/**
 * Handlers that stay the same functions over all renders, and do what those of the last render do. React Flow tells every node and every connection of
 * each handler that is another one, which with a large journey takes longer than what is handled.
 *
 * @param handlers the same names in every render
 */
export function useStable<H extends object>(handlers: H): H {
  const latest = useRef(handlers);
  latest.current = handlers;
  const [stable] = useState(() => {
    const call =
      (name: string) =>
      (...args: unknown[]): unknown =>
        (latest.current as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args);
    return Object.fromEntries(Object.keys(handlers).map((name) => [name, call(name)])) as H;
  });
  return stable;
}
