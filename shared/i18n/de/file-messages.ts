import type { fileMessages as french } from '../fr/file-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const fileMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  DAY_INVALID: '„{{text}}“ ist kein Tag. Schreiben Sie JJJJ-MM-TT, zum Beispiel 2026-03-29.',
  ZONE_UNKNOWN: [
    '„{{text}}“ ist keine Zeitzone. Meinten Sie {{likely}}? Ein Versatz wie +01:00 geht auch.',
    '„{{text}}“ ist keine Zeitzone. Schreiben Sie einen Namen wie Europe/Paris oder einen Versatz wie +01:00.',
  ],
  'STAMP_FORMAT.unknown':
    '„{{format}}“ ist kein Format eines Zeitstempels: „{{part}}“ ist nicht bekannt. Schreiben Sie etwa yyyy-mm-dd HH:MM:SS; mm ist der Monat, MM die Minute.',
  'STAMP_FORMAT.twice':
    '„{{format}}“ ist kein Format eines Zeitstempels: Wofür „{{part}}“ steht, kommt zweimal vor. Schreiben Sie etwa yyyy-mm-dd HH:MM:SS; mm ist der Monat, MM die Minute.',
  'STAMP_FORMAT.empty':
    '„{{format}}“ ist kein Format eines Zeitstempels: Es hat weder Datum noch Uhrzeit. Schreiben Sie etwa yyyy-mm-dd HH:MM:SS; mm ist der Monat, MM die Minute.',
  TIME_OUT_OF_RANGE:
    '{{utcSeconds}} Sekunden seit 1970 sind kein möglicher Zeitpunkt. Prüfen Sie, ob die Quelle Millisekunden zählt.',
  INTERVAL_INVALID:
    'Ein Intervall von {{intervalMinutes}} Minuten teilt keinen Tag. Verwenden Sie 5, 10, 15, 20, 30 oder 60 Minuten.',
  INI_UTF16:
    'Die Datei ist als UTF-16 („Unicode“) gespeichert. Speichern Sie sie als UTF-8 oder ANSI und versuchen Sie es erneut.',
  INI_ENCODING: [
    'Zeile {{line}} enthält das Zeichen „{{character}}“, das es in {{encoding}} nicht gibt. Speichern Sie die Datei als UTF-8, oder verwenden Sie ein anderes Zeichen.',
    'Als Windows-1252 geschrieben, würde dieser Text das nächste Mal mit anderer Kodierung gelesen. Speichern Sie die Datei als UTF-8.',
  ],
  INI_BAD_VALUE:
    'Der Wert von {{key}} in [{{section}}] enthält einen Zeilenumbruch. Schreiben Sie ihn in eine Zeile.',
  INI_BODY_HEADER:
    'Zeile {{line}} des Textes beginnt einen anderen Abschnitt. Legen Sie Abschnitte unter Externe Systeme an, nicht in [{{section}}].',
  INI_SECTION_UNKNOWN: 'Die Ini-Datei hat keinen Abschnitt [{{section}}]. Lesen Sie sie neu.',
  INI_SECTION_EXISTS:
    'Die Ini-Datei hat schon einen Abschnitt [{{section}}]. Wählen Sie einen anderen Namen.',
  INI_BAD_NAME: [
    '„{{key}}“ kann kein Schlüssel einer Ini-Datei sein. Verwenden Sie einen Namen ohne „=“ und Zeilenumbruch, der nicht mit ; # oder [ beginnt.',
    '„{{section}}“ kann nicht der Name eines Abschnitts sein. Verwenden Sie einen Namen ohne „]“ und Zeilenumbruch.',
  ],
};
