import { Reply } from 'lucide-react';
import { Button } from '../../components/index.ts';
import { useSimulation } from '../hooks.ts';

/** Beside an HTTP call, answered or not. What this simulation laid over the realm for just this call is changed; else there will be something. */
export function AnswerCall({ prefill: { method = 'GET', url = '' } }: { prefill: Readonly<{ method?: string; url?: string }> }) {
  const { control, live } = useSimulation();
  const open = () => {
    const own = Object.values(live.getState().view?.state.stubs ?? {});
    const stub = own.findLast((one) => one?.url === url && one.method === method) ?? null;
    control.store.setState({ dialog: { kind: 'call', stub, call: { method, url } } });
  };
  return (
    <Button size="small" icon={<Reply size={12} aria-hidden="true" />} onPress={open}>
      Answer this call with …
    </Button>
  );
}
