import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { ErrorBox, focusWhenLost, Skeleton, TextField } from '../../components/index.ts';

/** Title of a section, one sentence about it, and what can be done. */
export function SectionHead({ title, children, actions, level = 1 }: { title: string; children: ReactNode; actions?: ReactNode; level?: 1 | 2 }) {
  const Title = `h${level}` as const;
  return (
    <div className="section-head" data-level={level}>
      <div>
        <Title tabIndex={-1} className="section-title">
          {title}
        </Title>
        <p className="dim">{children}</p>
      </div>
      {actions ? <div className="section-actions">{actions}</div> : null}
    </div>
  );
}

export function SearchField({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <div className="section-search">
      <TextField
        label={label}
        hideLabel
        placeholder={label}
        type="search"
        value={value}
        onChange={onChange}
        before={<Search size={15} aria-hidden="true" />}
      />
    </div>
  );
}

interface Reading<T> {
  data: T | undefined;
  error: unknown;
  refetch(): unknown;
}

/** What was read; until then its shape, or why it could not be. */
export function Read<T>({ what, query, children }: { what: string; query: Reading<T>; children(data: T): ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorBox title={`The ${what} could not be read`} error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton label={`Reading the ${what}`} lines={8} />;
}

/** For after something was deleted: the row that had the focus is gone. */
export function focusSection(): void {
  focusWhenLost('.section-title');
}
