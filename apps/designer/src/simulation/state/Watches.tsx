import { Eye, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton, TextField } from '../../components/index.ts';
import { watchValue } from '../derive/watch.ts';
import { useScene, useSimulation } from '../hooks.ts';
import { valueText } from '../timeline/details.ts';

const nameOf = (simulation: string) => `tandem.watch.${simulation}`;

function kept(simulation: string): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(nameOf(simulation)) ?? '[]');
    return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
  } catch {
    return [];
  }
}

/** Values that are always in sight: a key of node state or a path. They are kept with the simulation in this browser. */
export function Watches({ side }: { side: 'main' | 'backchannel' }) {
  const { id } = useSimulation();
  const [list, setList] = useState(() => kept(id));
  const [text, setText] = useState('');
  const session = useScene((scene) => scene[side]);
  const transaction = useScene((scene) => scene.transaction);
  const put = (next: string[]) => {
    setList(next);
    try {
      localStorage.setItem(nameOf(id), JSON.stringify(next));
    } catch {
      // Without storage they last as long as the page.
    }
  };
  return (
    <section className="sim-watches" aria-label="Watched values">
      {list.length > 0 ? (
        <dl>
          {list.map((expression) => {
            const value = watchValue(expression, { session, transaction });
            return (
              <div key={expression}>
                <dt>
                  <code>{expression}</code>
                </dt>
                <dd>
                  {value === undefined ? <span className="dim">nothing</span> : <code title={valueText(value)}>{valueText(value)}</code>}
                  <IconButton
                    size="small"
                    label={`Stop watching ${expression}`}
                    icon={<X size={12} aria-hidden="true" />}
                    onPress={() => put(list.filter((entry) => entry !== expression))}
                  />
                </dd>
              </div>
            );
          })}
        </dl>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const expression = text.trim();
          if (expression !== '' && !list.includes(expression)) put([...list, expression]);
          setText('');
        }}
      >
        <TextField
          label="Watch a key or a path"
          hideLabel
          mono
          placeholder="Watch, e.g. objectAttributes.mail"
          before={<Eye size={13} aria-hidden="true" />}
          value={text}
          onChange={setText}
        />
      </form>
    </section>
  );
}
