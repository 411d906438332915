import { german as form } from '../../callbacks/words/german.ts';
import type { PageWords } from './english.ts';

const ASK_AGAIN = 'Gehen Sie dorthin zurück, wo Sie ihn bekommen haben, und lassen Sie sich einen neuen geben.';

export const german: PageWords = {
  language: 'de',
  form,
  title: 'Anmelden',
  confirm: 'Anfrage bestätigen',
  loading: 'Wird geladen',
  kept: 'Ihre Eingaben bleiben erhalten.',
  again: 'Erneut versuchen',
  confirmed: 'Bestätigt',
  confirmedText: 'Sie können diese Seite schließen. Wer gefragt hat, sieht Ihre Antwort.',
  done: 'Fertig',
  signedIn: 'Sie sind angemeldet',
  close: 'Sie können diese Seite schließen.',
  signInAgain: 'Erneut anmelden',
  signOut: 'Abmelden',
  signedOut: 'Sie sind abgemeldet',
  continueTo: (host) => `Weiter zu ${host}`,
  details: 'Einzelheiten für Tester',
  says: (message) => `AM sagt: „${message}“`,
  foot: 'Von Tandem, zum Testen von Journeys',
  clock: { simulation: 'Simulation', real: 'Echtzeit', still: 'ihre Uhr steht', runs: (rate) => `ihre Uhr läuft ×${rate}` },
  failures: {
    'no-transaction': {
      title: 'Dieser Link funktioniert nicht mehr',
      text: `Er wurde nicht gefunden, oder die Zeit für eine Antwort ist vorbei. ${ASK_AGAIN}`,
      again: false,
    },
    'not-approved': {
      title: 'Die Anfrage konnte nicht bestätigt werden',
      text: `Sie wurde schon beantwortet oder gilt jemand anderem. ${ASK_AGAIN}`,
      again: false,
    },
    'timed-out': {
      title: 'Das hat zu lange gedauert',
      text: 'Zu Ihrer Sicherheit wurde die Anmeldung beendet. Bitte beginnen Sie neu.',
      again: true,
    },
    'no-journey': {
      title: 'Hier gibt es nichts zum Anmelden',
      text: 'Die Journey in dieser Adresse gibt es nicht, sie ist abgeschaltet oder lässt sich nicht direkt starten.',
      again: false,
    },
    'used-link': {
      title: 'Dieser Link funktioniert nicht mehr',
      text: 'Er wurde schon benutzt, oder seine Zeit ist abgelaufen. Bitte beginnen Sie neu.',
      again: false,
    },
    login: { title: 'Sie sind nicht angemeldet', text: 'Ihre Eingabe wurde nicht angenommen, oder die Anmeldung wurde abgelehnt.', again: true },
  },
};
