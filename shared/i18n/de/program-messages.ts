import type { programMessages as french } from '../fr/program-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const programMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  ENGINE_LOST:
    'Die Engine läuft nicht: Dies wurde nicht oder nicht zu Ende getan. Versuchen Sie es erneut, sobald sie wieder läuft.',
  CONNECTION_LOST:
    'Die Verbindung zum Programm ist verloren. Prüfen Sie, ob es läuft und der Tunnel dorthin offen ist; versuchen Sie es dann erneut.',
  SESSION_REFUSED:
    'Diese Adresse gilt nicht mehr. Öffnen Sie die, die das Programm beim letzten Start ausgegeben hat.',
  UNKNOWN_METHOD:
    'Diese Fassung der Engine kennt „{{method}}“ nicht. Laden Sie die Konsole neu: Sie kann von einer anderen Fassung sein.',
  INVALID_REQUEST: [
    'Die Anfrage „{{method}}“ ist nicht gültig ({{place}}). Laden Sie die Konsole neu.',
    'Die Anfrage „{{method}}“ ist nicht gültig. Laden Sie die Konsole neu.',
  ],
  INTERNAL: 'Das Programm ist auf einen unerwarteten Fehler gestoßen: {{message}}',
  PORT_IN_USE:
    'Port {{port}} ist belegt. Nennen Sie einen anderen, oder keinen, um einen freien zu bekommen.',
  CONSOLE_NOT_BUILT: 'Die Konsole ist noch nicht gebaut. „npm start“ baut sie.',
  SAMPLE_HOME_IN_USE:
    '{{homeFolder}} enthält schon die Datei {{file}}. Das Beispiel entsteht nur in einem Ordner ohne Einstellungen, Zuordnungen und Skripte: Nennen Sie einen anderen mit --home.',
};
