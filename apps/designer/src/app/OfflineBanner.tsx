import './app.css';
import { useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button, placeOverCanvas, usePlace } from '../components/index.ts';
import { useConnection, watchNetwork } from './connection.ts';
import { requestNothing } from './http.ts';
import { saveUnanswered } from './unsaved.ts';

/** How long to wait before asking by itself whether the server is back. */
const AGAIN_MS = 5_000;

/** On top of every screen while the server cannot be reached. It goes by itself when the server is back; what could not be saved is sent then. */
export function OfflineBanner() {
  const queries = useQueryClient();
  const { isOnline, isAnswered } = useConnection();
  const [asking, setAsking] = useState(false);
  const isLost = !isOnline || !isAnswered;
  useEffect(() => watchNetwork(), []);
  const ask = useCallback(async () => {
    setAsking(true);
    try {
      await requestNothing('/healthz', {});
      await queries.refetchQueries({ predicate: (query) => query.state.status === 'error' });
    } catch {
      // Still lost: the banner stays.
    } finally {
      setAsking(false);
    }
  }, [queries]);
  useEffect(() => {
    if (!isLost) return;
    const timer = setInterval(() => void ask(), AGAIN_MS);
    return () => {
      clearInterval(timer);
      // Found again, by whatever request: a save that stayed unanswered is still what the person wants.
      void saveUnanswered();
    };
  }, [isLost, ask]);
  // It stays for long, and must not cover what is below the canvas, whatever is opened there.
  const place = usePlace(isLost, placeOverCanvas);
  if (!isLost) return null;
  return (
    <div className="offline" role="status" style={place}>
      <CloudOff size={16} aria-hidden="true" />
      <span>{isOnline ? 'The Tandem server does not answer.' : 'You are offline.'} What you change is kept in this browser.</span>
      <Button size="small" isIdle={asking} onPress={() => void ask()}>
        Try again
      </Button>
    </div>
  );
}
