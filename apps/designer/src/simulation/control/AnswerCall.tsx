import { Reply } from 'lucide-react';
import { Button } from '../../components/index.ts';
import { useSimulation } from '../hooks.ts';

/** Beside an HTTP call that nothing answered. */
export function AnswerCall({ prefill: { method = 'GET', url = '' } }: { prefill: Readonly<Record<string, string>> }) {
  const { control } = useSimulation();
  return (
    <Button
      size="small"
      icon={<Reply size={12} aria-hidden="true" />}
      onPress={() => control.store.setState({ dialog: { kind: 'call', call: { method, url } } })}
    >
      Answer this call with …
    </Button>
  );
}
