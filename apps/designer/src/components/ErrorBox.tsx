import './feedback.css';
import { CircleX, RotateCw } from 'lucide-react';
import { Button } from './Button.tsx';
import { explain } from './explain.ts';

export interface ErrorBoxProps {
  /** What was being done: "The journeys could not be read". */
  title: string;
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** Stays where the data would have been, with every error that the server named. */
export function ErrorBox({ title, error, onRetry }: ErrorBoxProps) {
  const { message, issues: all } = explain(error);
  // What the message says already is not said twice.
  const issues = all
    .map((issue) => (message.includes(issue.message) ? { ...issue, message: '' } : issue))
    .filter(({ where, message: own, expected }) => where !== '' || own !== '' || expected !== undefined);
  return (
    <div className="error-box" role="alert">
      <CircleX size={16} aria-hidden="true" />
      <div className="error-text">
        <strong>{title}</strong>
        <p>{message}</p>
        {issues.length > 0 ? (
          <ul>
            {issues.map((issue) => (
              <li key={`${issue.where}${issue.message}`}>
                {issue.where ? <span className="error-where">{issue.where}</span> : null}
                {issue.message}
                {issue.expected ? ` Expected: ${issue.expected}` : ''}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {onRetry ? (
        <Button size="small" icon={<RotateCw size={13} aria-hidden="true" />} onPress={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
