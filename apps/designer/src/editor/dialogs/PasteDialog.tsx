import type { ImportRefused } from '@tandem/journey';
import { useState } from 'react';
import { Button, Dialog, ErrorBox, TextField } from '../../components/index.ts';
import { pasteNow } from '../pasting.ts';
import type { PaneTools } from '../useCanvasActions.ts';

/** What was pasted is no nodes, or the browser does not let the page read the clipboard: the text can be put right here. */
export function PasteDialog({ tools, text, error, onClose }: { tools: PaneTools; text: string; error: ImportRefused | null; onClose(): void }) {
  const [value, setValue] = useState(text);
  const [refused, setRefused] = useState(error);
  const paste = () => {
    const wrong = pasteNow(tools, value);
    setRefused(wrong);
    if (wrong === null) onClose();
  };
  return (
    <Dialog
      title="Paste nodes"
      size="wide"
      isOpen
      isFilled={value !== text}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={value.trim() === ''} onPress={paste}>
            Paste
          </Button>
        </>
      }
    >
      {refused === null ? null : (
        <ErrorBox title="Nothing was pasted" error={Object.assign(new Error(refused.message), { errors: refused.issues })} />
      )}
      <TextField
        label="Nodes as JSON"
        help="Nodes copied in Tandem, an export of a journey, or nodes of an export."
        rows={12}
        mono
        value={value}
        onChange={setValue}
      />
    </Dialog>
  );
}
