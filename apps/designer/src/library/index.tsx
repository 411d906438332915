import { AppHeader } from '../app/index.ts';

export function Library({ realm }: { realm: string }) {
  return (
    <>
      <AppHeader>{realm}</AppHeader>
      <main className="page">
        <h1>Journeys</h1>
      </main>
    </>
  );
}
