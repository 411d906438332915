import { useEffect, useState } from 'react';
import { Code } from '../Code.tsx';
import { type DeviceProfile, profileOf, withLocation } from '../device.ts';
import { useOnPage } from '../onPage.ts';
import { inputName, outputFlag, outputText } from '../read.ts';
import { useWords } from '../words/context.ts';
import { PlainInputs, Sent } from './JsonField.tsx';
import type { FieldProps } from './types.ts';

/** What the browser tells about its device, as Ping's SDKs do. A player in a workbench has no device of its own: there it is entered. */
export function DeviceField(props: FieldProps) {
  const words = useWords();
  const onPage = useOnPage();
  const message = outputText(props.callback, 'message');
  return (
    <section className="cb-other" aria-label={words.device.about}>
      {message ? <p className="cb-text">{message}</p> : null}
      {onPage ? (
        <OwnDevice {...props} />
      ) : (
        <>
          <Sent callback={props.callback} />
          <PlainInputs {...props} />
        </>
      )}
    </section>
  );
}

function OwnDevice({ callback, readOnly, onChange }: FieldProps) {
  const words = useWords();
  const input = inputName(callback);
  const [profile, setProfile] = useState<DeviceProfile>(() => profileOf(outputFlag(callback, 'metadata')));
  const [refused, setRefused] = useState(false);
  const text = JSON.stringify(profile);
  useEffect(() => {
    if (input && !readOnly) onChange(input, text);
  }, [input, readOnly, onChange, text]);
  const locate = () => void withLocation(profile).then(setProfile, () => setRefused(true));
  return (
    <>
      <details className="cb-code">
        <summary>{words.device.about}</summary>
        <Code className="cb-json">{JSON.stringify(profile, null, 2)}</Code>
      </details>
      {outputFlag(callback, 'location') && !profile.location ? (
        <button type="button" className="cb-button" aria-disabled={readOnly || undefined} onClick={readOnly ? undefined : locate}>
          {words.device.location}
        </button>
      ) : null}
      {refused ? (
        <p className="cb-note" role="status">
          {words.device.noLocation}
        </p>
      ) : null}
    </>
  );
}
