import Widget, { configuration, journey } from '@forgerock/login-widget';

/** Bundled for the browser: an application that shows Ping's login widget, which does all else by itself. */

interface Wanted {
  am: string;
  journey?: string;
  transaction?: string;
}

declare global {
  var signIn: (wanted: Wanted) => void;
  /** What the widget told its application last. */
  var told: { completed: boolean; successful: boolean; error?: unknown } | undefined;
}

globalThis.signIn = ({ am, journey: name, transaction }) => {
  configuration().set({ forgerock: { serverConfig: { baseUrl: am, timeout: 30_000 }, realmPath: 'alpha' } });
  new Widget({ target: document.body, props: { type: 'inline' } });
  const events = journey({ oauth: false, user: false });
  events.subscribe((event: { journey?: { completed: boolean; successful: boolean; error?: unknown } | null }) => {
    if (event.journey) globalThis.told = event.journey;
  });
  if (name !== undefined) void events.start({ journey: name });
  else void events.start({ forgerock: { query: { authIndexType: 'transaction', authIndexValue: String(transaction) } } });
};
