import './copyAs.css';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Code } from '../callbacks/index.ts';
import { Button, copyToClipboard, Dialog, Tabs } from '../components/index.ts';
import { copyAs, LANGUAGES, type Language, type Place } from './texts.ts';

/** What to paste into an app, or into a shell, to start this journey or open this transaction from outside. */
export function CopyAsDialog({ title, place, onClose }: { title: string; place: Place; onClose(): void }) {
  const [language, setLanguage] = useState<Language>('curl');
  const text = copyAs(language, place);
  return (
    <Dialog
      title={title}
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" icon={<Copy size={15} aria-hidden="true" />} onPress={() => copyToClipboard(text, `Text for ${language}`)}>
          Copy as {language}
        </Button>
      }
    >
      <Tabs
        label="Languages"
        selected={language}
        onChange={(id) => setLanguage(id as Language)}
        tabs={LANGUAGES.map((id) => ({ id, label: id, content: <Code className="copy-as">{copyAs(id, place)}</Code> }))}
      />
    </Dialog>
  );
}
