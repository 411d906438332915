import './preview.css';

/**
 * Beside the sandbox, which runs no script: nothing is fetched, so that a mail's images do not tell anybody that it was looked at. Pictures may be in
 * the mail itself.
 */
const POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">';
/** Mail programs show mails on white, whatever the screen around them. */
const PAGE = '<meta name="color-scheme" content="light"><style>html { background: white; font: 14px/1.5 sans-serif; }</style>';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The document of the preview. */
export function previewOf(body: string, isPlain: boolean): string {
  return `<!doctype html>${POLICY}${PAGE}${isPlain ? `<pre style="white-space: pre-wrap">${escaped(body)}</pre>` : body}`;
}

/** A mail as its reader would see it. */
export function Preview({ subject, body, isPlain }: { subject: string; body: string; isPlain: boolean }) {
  return (
    <div className="preview">
      <span className="field-label" aria-hidden="true">
        Preview
      </span>
      <div className="preview-frame">
        <p className="preview-subject">{subject === '' ? <span className="dim">No subject</span> : subject}</p>
        <iframe title="Preview of the mail" sandbox="" referrerPolicy="no-referrer" srcDoc={previewOf(body, isPlain)} />
      </div>
    </div>
  );
}
