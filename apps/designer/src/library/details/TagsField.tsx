import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, focusWhenLost, IconButton, TextField } from '../../components/index.ts';

interface TagsFieldProps {
  label: string;
  help?: string;
  tags: readonly string[];
  onChange(tags: string[]): void;
}

/** Tags as a list; Enter or a comma adds what is typed. */
export function TagsField({ label, help, tags, onChange }: TagsFieldProps) {
  const [text, setText] = useState('');
  const add = (typed: string) => {
    const fresh = typed
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !tags.includes(tag));
    if (fresh.length > 0) onChange([...tags, ...new Set(fresh)]);
    setText('');
  };
  return (
    <div className="tags-field">
      <div className="tags-entry">
        <TextField
          label={label}
          help={help}
          value={text}
          onChange={(typed) => (typed.includes(',') ? add(typed) : setText(typed))}
          onBlur={() => add(text)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || text.trim() === '') return;
            event.preventDefault();
            add(text);
          }}
        />
        <Button icon={<Plus size={15} aria-hidden="true" />} isDisabled={text.trim() === ''} onPress={() => add(text)}>
          Add
        </Button>
      </div>
      {tags.length > 0 ? (
        <ul className="tags-list" aria-label={`${label}: ${tags.length}`}>
          {tags.map((tag) => (
            <li key={tag} className="badge tags-item">
              {tag}
              <IconButton
                label={`Remove ${tag}`}
                size="small"
                icon={<X size={13} aria-hidden="true" />}
                onPress={({ target }) => {
                  const field = target.closest('.tags-field');
                  onChange(tags.filter((other) => other !== tag));
                  focusWhenLost(
                    () => field?.querySelector('.tags-item:last-child button'),
                    () => field?.querySelector('input'),
                  );
                }}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
