import type { Failure, Success } from '../callbacks/index.ts';
import { explainFailure } from './words.ts';

export function EndPage({ success, transaction, onAgain }: { success: Success; transaction: boolean; onAgain: () => void }) {
  const details = Object.entries(success.raw).filter(([key, value]) => key !== 'tokenId' && value !== '');
  return (
    <div className="login-end" data-end="success">
      <span className="login-mark" aria-hidden="true">
        ✓
      </span>
      <h2 tabIndex={-1} data-focus-here>
        {transaction ? 'Confirmed' : success.tokenId === null ? 'Done' : 'You are signed in'}
      </h2>
      <p>{transaction ? 'You can close this page. The person or app that asked sees your answer.' : 'You can close this page.'}</p>
      {transaction ? null : (
        <button type="button" className="cb-button" onClick={onAgain}>
          Sign in again
        </button>
      )}
      {details.length > 0 ? (
        <details className="login-details">
          <summary>Details for testers</summary>
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
  const { title, text, again } = explainFailure(failure);
  return (
    <div className="login-end" data-end="failure" role="alert">
      <span className="login-mark" aria-hidden="true">
        ✕
      </span>
      <h2 tabIndex={-1} data-focus-here>
        {title}
      </h2>
      <p>{text}</p>
      <p className="cb-note">AM says: “{failure.message}”</p>
      <button type="button" className={again ? 'cb-button cb-primary' : 'cb-button'} onClick={onAgain}>
        Try again
      </button>
    </div>
  );
}
