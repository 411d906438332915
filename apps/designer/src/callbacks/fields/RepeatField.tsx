import type { Repeat } from '../useRepeats.ts';
import { useWords } from '../words/context.ts';
import { Labelled } from './Labelled.tsx';

/** The second field of a password, below the first. */
export function RepeatField({ id, label, readOnly, repeat }: { id: string; label: string; readOnly: boolean; repeat: Repeat }) {
  const words = useWords();
  return (
    <Labelled id={id} label={words.confirm(label)} errors={repeat.error === undefined ? [] : [repeat.error]}>
      {(described) => (
        <input
          {...described}
          className="cb-input"
          id={id}
          type="password"
          autoComplete="new-password"
          readOnly={readOnly}
          value={repeat.value}
          onChange={(event) => repeat.onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
