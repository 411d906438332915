import type { Failure, Success } from '../callbacks/index.ts';
import { usePageWords } from './words/context.ts';
import { explainFailure } from './words/explain.ts';

interface EndPageProps {
  success: Success;
  transaction: boolean;
  /** Where the address wanted to go on (`goto`), on another site. */
  next: URL | null;
  onAgain: () => void;
  onSignOut: () => void;
}

export function EndPage({ success, transaction, next, onAgain, onSignOut }: EndPageProps) {
  const words = usePageWords();
  const details = Object.entries(success.raw).filter(([key, value]) => key !== 'tokenId' && value !== '');
  return (
    <div className="login-end" data-end="success">
      <span className="login-mark" aria-hidden="true">
        ✓
      </span>
      <h2 tabIndex={-1} data-focus-here>
        {transaction ? words.confirmed : success.tokenId === null ? words.done : words.signedIn}
      </h2>
      <p>{transaction ? words.confirmedText : words.close}</p>
      {next ? (
        <a className="cb-button cb-primary" href={next.href}>
          {words.continueTo(next.host)}
        </a>
      ) : null}
      {transaction ? null : (
        <button type="button" className="cb-button" onClick={onAgain}>
          {words.signInAgain}
        </button>
      )}
      {success.tokenId === null ? null : (
        <button type="button" className="cb-button" onClick={onSignOut}>
          {words.signOut}
        </button>
      )}
      {details.length > 0 ? (
        <details className="login-details">
          <summary>{words.details}</summary>
          <dl>
            {details.map(([key, value]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </div>
  );
}

export function FailedPage({ failure, onAgain }: { failure: Failure; onAgain: () => void }) {
  const words = usePageWords();
  const { title, text, again } = explainFailure(failure, words);
  return (
    <div className="login-end" data-end="failure" role="alert">
      <span className="login-mark" aria-hidden="true">
        ✕
      </span>
      <h2 tabIndex={-1} data-focus-here>
        {title}
      </h2>
      <p>{text}</p>
      <p className="cb-note">{words.says(failure.message)}</p>
      <button type="button" className={again ? 'cb-button cb-primary' : 'cb-button'} onClick={onAgain}>
        {words.again}
      </button>
    </div>
  );
}

export function SignedOutPage({ onAgain }: { onAgain: () => void }) {
  const words = usePageWords();
  return (
    <div className="login-end" data-end="signed-out" role="status">
      <h2 tabIndex={-1} data-focus-here>
        {words.signedOut}
      </h2>
      <button type="button" className="cb-button cb-primary" onClick={onAgain}>
        {words.signInAgain}
      </button>
    </div>
  );
}
