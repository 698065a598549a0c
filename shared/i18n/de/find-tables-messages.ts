import type { findTablesMessages as french } from '../fr/find-tables-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const findTablesMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  'FIND_TABLES_REASON.name': 'Der Name sagt es: {{word}}.',
  'FIND_TABLES_REASON.name-other':
    'Der Name spricht von einem Ende oder einer Änderung, nicht vom Beginn: {{word}}.',
  'FIND_TABLES_REASON.date-time-type': 'Der Typ ist ein Datum mit Uhrzeit: {{type}}.',
  'FIND_TABLES_REASON.unix': 'Die Zahlen sind Unix-Sekunden: {{value}} ist {{time}} UTC.',
  'FIND_TABLES_REASON.unix-ms': 'Die Zahlen sind Unix-Millisekunden: {{value}} ist {{time}} UTC.',
  'FIND_TABLES_REASON.iso-text': 'Die Texte sind Zeiten in der ISO-Form, zum Beispiel {{example}}.',
  'FIND_TABLES_REASON.text-format': 'Die Texte passen zu {{format}}, zum Beispiel {{example}}.',
  'FIND_TABLES_REASON.day-month': 'Die Texte sind Daten mit Uhrzeit, zum Beispiel {{example}}.',
  'FIND_TABLES_REASON.date-and-time': 'Das Datum steht in {{date}}, die Uhrzeit in {{time}}: {{example}}.',
  'FIND_TABLES_REASON.few-values': 'Verschiedene Werte: {{distinct}}, in {{rows}} Zeilen.',
  'FIND_TABLES_REASON.number-unnamed': 'Eine Zahl, aber der Name sagt nichts Bekanntes.',
  'FIND_TABLES_REASON.row-count': 'In jeder Zeile gefüllt: Wer sie zählt, zählt die Anrufe.',
  'FIND_TABLES_REASON.interval': 'Die Zeitstempel liegen {{minutes}} Minuten auseinander.',
  'FIND_TABLES_REASON.interval-column': '{{column}} sagt {{minutes}} Minuten.',
  'FIND_TABLES_REASON.calls': 'Die Zeitstempel liegen auf keinem Minutenraster: Jede Zeile ist ein Anruf.',
  'FIND_TABLES_REASON.join': 'Schlüssel, die in {{table}}.{{column}} stehen: {{matched}} von {{keys}}.',
  'FIND_TABLES_REASON.table-columns':
    'Nach Name und Typ: Zeitspalten {{stamps}}, Queue-Spalten {{queues}}, Kennzahlen {{figures}}.',
  'FIND_TABLES_QUESTION.empty': 'Die Tabelle hat keine Zeile: Nur Namen und Typen konnten angesehen werden.',
  'FIND_TABLES_QUESTION.stamp-none':
    'Keine Spalte ist eindeutig der Zeitstempel. Wählen Sie den Beginn des Intervalls oder Anrufs.',
  'FIND_TABLES_QUESTION.stamp-several':
    'Mehrere Spalten können der Zeitstempel sein: {{columns}}. Wählen Sie den Beginn des Intervalls oder Anrufs.',
  'FIND_TABLES_QUESTION.day-month':
    'In {{column}} lassen sich Tag und Monat nicht unterscheiden, zum Beispiel {{example}}. Wählen Sie das Format.',
  'FIND_TABLES_QUESTION.time-form':
    'Die Zahlen in {{column}} können Stunden und Minuten (HHMM) oder Minuten seit Mitternacht sein. Wählen Sie.',
  'FIND_TABLES_QUESTION.queue-none':
    'Keine Spalte ist eindeutig die Queue. Wählen Sie die, nach der Anrufe unterschieden werden.',
  'FIND_TABLES_QUESTION.queue-several':
    'Mehrere Spalten können die Queue enthalten: {{columns}}. Wählen Sie eine, oder mehrere als Ebenen des Baums.',
  'FIND_TABLES_QUESTION.figures-none':
    'Keine Spalte ist dem Namen nach eine Kennzahl. Wählen Sie, welche importiert werden.',
  'FIND_TABLES_QUESTION.rows':
    'Die gelesenen Zeilen sagen nicht, für wie viele Minuten sie stehen. Wählen Sie das Intervall, oder eine Zeile je Anruf.',
  'FIND_TABLES_QUESTION.daily':
    'Alle gelesenen Zeitstempel sind um Mitternacht: Die Tabelle enthält vielleicht ganze Tage. Wählen Sie eine andere Tabelle, oder das Intervall.',
  'FIND_TABLES_MISSING.stamp': 'Wählen Sie die Spalte des Zeitstempels.',
  'FIND_TABLES_MISSING.format-open': 'Wählen Sie das Format des Zeitstempels.',
  'FIND_TABLES_MISSING.format':
    'Das Format {{format}} nennt keinen Tag oder keine Uhrzeit. Schreiben Sie zum Beispiel yyyy-mm-dd HH:MM.',
  'FIND_TABLES_MISSING.queue': 'Wählen Sie die Spalte der Queue.',
  'FIND_TABLES_MISSING.rows': 'Wählen Sie das Intervall, oder eine Zeile je Anruf.',
  'FIND_TABLES_MISSING.figures': 'Wählen Sie mindestens eine Kennzahl.',
  'FIND_TABLES_MISSING.column': 'Die Tabelle hat keine Spalte {{column}}.',
  FIND_TABLES_NOT_WRITABLE:
    '„{{name}}“ lässt sich nicht in isps_ul.ini schreiben. Legen Sie in der Quelle eine Sicht mit einfacheren Namen an.',
  FIND_TABLES_NO_ROWS:
    '{{table}} hat keine Zeile: Es gibt nichts zu zeigen, und nichts würde importiert. Wählen Sie eine andere Tabelle, oder warten Sie auf Anrufe.',
  FIND_TABLES_STAMP:
    '„{{value}}“ in {{column}} ist kein Zeitstempel der gewählten Art. Wählen Sie eine andere Art oder ein anderes Format.',
};
