import { AppHeader } from '../app/index.ts';

export default function Editor({ realm, journey }: { realm: string; journey: string; beside: string | null }) {
  return (
    <AppHeader>
      {realm} / {journey}
    </AppHeader>
  );
}
