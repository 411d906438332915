import { useMemo, useState } from 'react';
import { Segmented } from '../components/index.ts';
import { mailDocument } from './mailDocument.ts';

interface MailBodyProps {
  html: string;
  text: string;
  subject: string;
}

/** An email as rendered, in a frame without scripts, forms and network; or its text. */
export function MailBody({ html, text, subject }: MailBodyProps) {
  const [shown, show] = useState<'html' | 'text'>('html');
  const source = useMemo(() => mailDocument(html), [html]);
  return (
    <div className="message-mail">
      <Segmented<'html' | 'text'>
        label="Show the email"
        hideLabel
        value={shown}
        onChange={show}
        options={[
          { value: 'html', label: 'As sent' },
          { value: 'text', label: 'Text' },
        ]}
      />
      {shown === 'html' ? (
        <iframe title={`Email: ${subject || 'without a subject'}`} sandbox="" srcDoc={source} referrerPolicy="no-referrer" />
      ) : (
        <p className="message-text">{text}</p>
      )}
    </div>
  );
}
