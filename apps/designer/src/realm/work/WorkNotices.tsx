import './work.css';
import { Button, ErrorBox } from '../../components/index.ts';
import { focusSection } from '../parts/Section.tsx';

interface WorkNoticesProps {
  title: string;
  isRestored: boolean;
  /** Whether nothing keeps the work but this page. */
  isUnkept: boolean;
  /** What the last attempt to save said. */
  failure: unknown;
  onKeep(): void;
  onDiscard(): void;
  onSave(): void;
}

/** What is to be known about work that is not saved: it is back, nothing keeps it, it was not saved. */
export function WorkNotices({ title, isRestored, isUnkept, failure, onKeep, onDiscard, onSave }: WorkNoticesProps) {
  // The notice goes with its button, which had the focus.
  const answer = (act: () => void) => () => {
    act();
    focusSection();
  };
  return (
    <>
      {isRestored ? (
        <div className="work-notice" role="status">
          <span>Your unsaved changes are back.</span>
          <Button size="small" onPress={answer(onKeep)}>
            Keep working
          </Button>
          <Button size="small" kind="danger" onPress={answer(onDiscard)}>
            Discard them
          </Button>
        </div>
      ) : null}
      {isUnkept ? (
        <div className="work-notice" role="alert">
          <span>This browser has no room to keep your unsaved changes: they would be lost in a crash.</span>
          <Button size="small" onPress={onSave}>
            Save now
          </Button>
        </div>
      ) : null}
      {failure ? <ErrorBox title={`${title} was not saved`} error={failure} onRetry={onSave} /> : null}
    </>
  );
}
