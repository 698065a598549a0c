import type { importMessages as french } from '../fr/import-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const importMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  'effect.values-left-out':
    '{{text}} Werte, die auch {{system}} speist, wurden ausgelassen: Setzen Sie den Lauf fort, sobald es sich lesen lässt.',
  'effect.interval-kept': [
    '{{script}}, Zeile {{line}}: {{text}} Der Wert des Intervalls bleibt, wie er war.',
    'Standardsumme, Zeile {{line}}: {{text}} Der Wert des Intervalls bleibt, wie er war.',
  ],
  NOTHING_READ:
    '{{system}} hat für die zugeordneten Queues vom {{fromDay}} bis {{toDay}} keine Zeile geliefert. Was gespeichert ist, bleibt. Prüfen Sie die Tage, QueueNameColumn, QueueMappingSQL, TimeStampColumn und TimeStampType.',
  'NOTHING_READ.day':
    '{{system}} hat für die zugeordneten Queues am {{fromDay}} keine Zeile geliefert. Was gespeichert ist, bleibt. Prüfen Sie den Tag, QueueNameColumn, QueueMappingSQL, TimeStampColumn und TimeStampType.',
  NOTHING_MAPPED:
    'Nichts von {{systems}} ist einer aktiven WFM Queue zugeordnet. Ordnen Sie zuerst externe Kennzahlen zu.',
  EXTERNAL_QUEUE_MISSING:
    '{{system}} führt die Queue {{externalQueue}} nicht oder nicht mehr auf. Ihre Werte werden gelesen, wo es sie gibt; prüfen Sie die Zuordnung.',
  WRITE_NULL_DAY_EMPTY:
    '{{system}} hat für den {{day}} nichts geliefert. Kein Wert wurde auf 0 gesetzt, was gespeichert ist, bleibt. Gab es an dem Tag wirklich keine Anrufe, bestätigen Sie ihn vor dem Import.',
  WRITE_NULL_ZEROES:
    '{{queue}}, {{day}}: {{count, number}} {{count|gespeicherter Wert würde|gespeicherte Werte würden}} auf 0 gesetzt. Sehen Sie nach, bevor Sie den Import bestätigen.',
  'WRITE_NULL_UNCONFIRMED.none':
    '„Nullwerte schreiben“ setzt gespeicherte Werte auf 0. Machen Sie damit zuerst eine Vorschau, sehen Sie nach, was 0 würde, und bestätigen Sie es.',
  'WRITE_NULL_UNCONFIRMED.survey':
    'Lauf {{surveyRunId}} sagt nicht, was 0 würde: Es muss eine abgeschlossene Vorschau mit „Nullwerte schreiben“ für dieselben Systeme und Tage sein. Machen Sie eine.',
  'WRITE_NULL_UNCONFIRMED.day':
    'Laut Lauf {{surveyRunId}} hat {{system}} für den {{day}} doch etwas geliefert, oder der Tag gehörte nicht dazu. Lassen Sie diesen Tag weg, oder machen Sie die Vorschau noch einmal.',
  WRITE_NULL_CHANGED:
    'Am {{day}} würden mehr oder andere gespeicherte Werte auf 0 gesetzt, als bestätigt wurden. Keiner wurde es: Machen Sie die Vorschau noch einmal.',
  STAMP_UNREADABLE:
    '{{system}}: Zeitstempel wie „{{stamp}}“ sind nicht lesbar; ihre Zeilen wurden ausgelassen. Prüfen Sie TimeStampType und TimeStampFormat.',
  STAMP_ZONE_UNKNOWN:
    '{{system}}: „{{zone}}“ neben dem Zeitstempel ist weder ein Versatz noch eine Zeitzone; solche Zeilen wurden ausgelassen. Prüfen Sie TimeStampZoneColumn oder die Spalte, die die Schnittstelle liest.',
  STAMP_REPEATED_HOUR:
    '{{system}}: Bei der Umstellung auf Winterzeit sagen die Zeitstempel nicht, welche der beiden Stunden sie meinen. Ihre Zeilen zählen in der ersten. Unix-Sekunden (TimeStampType=1) oder ein fester Versatz wären eindeutig.',
  STAMP_MISSING_HOUR:
    '{{system}}: Zeitstempel liegen in der Stunde, die bei der Umstellung auf Sommerzeit ausfällt; sie wurden gelesen, als wäre die Uhr nicht vorgestellt worden. Prüfen Sie TimeZone.',
  VALUE_NOT_A_NUMBER:
    '{{system}}: {{valueType}} enthält „{{value}}“, das ist keine Zahl. Daraus berechnete Werte bleiben, wie sie waren. Prüfen Sie die Spalte oder den Ausdruck der Kennzahl.',
  INTERVAL_COARSER:
    '{{system}} zählt in {{sourceMinutes}} Minuten, {{queue}} in {{queueMinutes}}: Die Werte lassen sich nicht teilen. Stellen Sie die Queue auf {{sourceMinutes}} Minuten oder die ACD auf {{queueMinutes}}, oder schreiben Sie CoarserInterval=split in den Abschnitt.',
  ROW_COARSER:
    '{{system}}: Zeilen über {{minutes}} Minuten sind länger als die Intervalle der WFM Queue. Diese Intervalle bleiben, wie sie waren. Schreiben Sie CoarserInterval=split in den Abschnitt, um solche Zeilen zu teilen.',
  ROW_ACROSS:
    '{{system}}: Zeilen über {{minutes}} Minuten reichen über zwei Intervalle der WFM Queue. Diese Intervalle bleiben, wie sie waren. Prüfen Sie TimeZone und das Intervall der Queue.',
  ROW_TOO_LONG:
    '{{system}}: Laut der Quelle gelten Zeilen für {{minutes, number}} Minuten, also für mehr als einen Tag. Die Intervalle, in die sie reichen, bleiben, wie sie waren, an dem Tag, an dem sie beginnen, und am nächsten. Prüfen Sie die Spalte mit den Minuten jeder Zeile.',
  ROW_SPLIT:
    '{{system}}: Zeilen, die länger sind als die Intervalle der WFM Queue, wurden geteilt, der Rest steht im ersten Teil: So will es CoarserInterval=split.',
  INTERVAL_ACROSS:
    '{{system}} zählt in {{sourceMinutes}} Minuten, {{queue}} in {{queueMinutes}}: Die Werte lassen sich nicht teilen. Stellen Sie die Queue auf {{sourceMinutes}} Minuten oder die ACD auf {{queueMinutes}}.',
  QUEUE_KEY_UNMATCHED:
    '{{system}}: Die Quelle lieferte Zeilen von „{{key}}“, die sie für eine zugeordnete Queue hält, aber anders schreibt. Sie wurden ausgelassen. Ordnen Sie die Queue so zu, wie die Anrufdaten sie schreiben.',
  QUEUE_LEVELS:
    '{{system}}: Ebenen der Queues: {{levels}}, Spalten in QueueNameColumn: {{columns}}. Schreiben Sie eine Spalte für jede Spalte von QueueSQL, mit ; dazwischen.',
  VALUE_TOO_LARGE:
    '{{queue}}, {{valueType}}: Ein Wert oder Ergebnis ist zu groß, um genau gespeichert zu werden (2^53). Der Wert des Intervalls bleibt, wie er war. Prüfen Sie das Skript und die Quellen.',
  'VALUE_TOO_LARGE.figure':
    '{{system}}: {{valueType}} enthält {{value}}, zu groß, um genau gespeichert zu werden (2^53). Daraus berechnete Werte bleiben, wie sie waren. Prüfen Sie die Spalte oder den Ausdruck der Kennzahl.',
  SYSTEM_DAY_EMPTY:
    '{{system}} hat für den {{day}} nichts geliefert. Werte, die es mit anderen Systemen speist, bleiben, wie sie waren. Prüfen Sie das System, und importieren Sie den Tag dann erneut.',
  IMPORT_WORKER_LOST:
    'Der Prozess, der importierte, wurde beendet ({{reason}}), wohl durch seinen ODBC-Treiber. Was geschrieben ist, bleibt; setzen Sie den Lauf fort, um den Rest zu holen.',
  IMPORT_RUNNING: [
    'Ein Import von {{system}} läuft (Lauf {{runId}}). Warten Sie sein Ende ab, oder brechen Sie ihn ab.',
    'Ein Import von {{system}} läuft. Warten Sie sein Ende ab, oder brechen Sie ihn ab.',
  ],
  NO_SYSTEM:
    'Es gibt kein externes System, aus dem importiert werden kann. Legen Sie eines unter Einstellungen > Externe Systeme an, oder schreiben Sie seinen Abschnitt in isps_ul.ini.',
  RUN_ELSEWHERE:
    'Lauf {{runId}} gehört zu einem anderen Programm mit demselben Speicher. Es wurde gebeten, ihn abzubrechen, und hat es noch nicht getan. Sehen Sie dort nach.',
  RUN_UNKNOWN: 'Lauf {{runId}} gibt es nicht. Wählen Sie einen unter Datei > Importläufe.',
  'RUN_NOT_OWNED.running':
    'Lauf {{runId}} wird jetzt von einem anderen Programm ausgeführt. Verfolgen Sie ihn dort.',
  'RUN_NOT_OWNED.ended':
    'Lauf {{runId}} ist zu Ende und nimmt keine Tage mehr an. Mit Fortsetzen geht es weiter.',
  RUN_IS_RUNNING: 'Lauf {{runId}} wird gerade ausgeführt. Verfolgen Sie ihn, oder brechen Sie ihn zuerst ab.',
  RUN_NOT_RESUMABLE: 'Alle Tage von Lauf {{runId}} sind erledigt. Starten Sie einen neuen Import.',
  RUN_PLAN_CHANGED:
    'Zwischen zwei Teilen von Lauf {{runId}} wurden Zuordnungen, Skripte oder Abschnitte geändert: Die früheren Tage sind mit den damaligen berechnet, die übrigen mit den jetzigen. Importieren Sie alle Tage erneut, damit sie einheitlich sind.',
  RUN_SYSTEM_GONE:
    '{{system}} ist nicht mehr eingerichtet: Die offenen Tage werden nicht importiert. Brauchen Sie sie, richten Sie das System wieder ein, und importieren Sie die Tage erneut.',
  RUN_SYSTEM_ADDED:
    '{{mappings, number}} {{mappings|Zuordnung gehört|Zuordnungen gehören}} jetzt zu {{system}}, dessen Tage nicht in diesem Lauf sind. Importieren Sie auch {{system}}.',
  'RUN_NOT_UNDOABLE.dry':
    'Lauf {{runId}} kann nicht zurückgenommen werden: Er war eine Vorschau und hat nichts geschrieben.',
  'RUN_NOT_UNDOABLE.running':
    'Lauf {{runId}} kann nicht zurückgenommen werden, solange er läuft. Brechen Sie ihn zuerst ab.',
  'RUN_NOT_UNDOABLE.nothing': 'Lauf {{runId}} kann nicht zurückgenommen werden: Er hat nichts geändert.',
  'RUN_NOT_UNDOABLE.old':
    'Lauf {{runId}} kann nicht zurückgenommen werden: Was er ersetzt hat, wird nicht mehr aufbewahrt. Importieren Sie die Tage noch einmal.',
  UNDO_WITHOUT_PLACE:
    'WFM kennt die Queue oder die Kennzahl nicht mehr: Die früheren Werte kommen nicht zurück. Brauchen Sie sie, laden Sie beides mit „xlink wfm load“ wieder, und nehmen Sie den Lauf noch einmal zurück.',
  UNDO_CHANGED_SINCE: [
    'Werte haben sich seit Lauf {{undoOf}} geändert, zuletzt durch Lauf {{laterRun}}: Sie bleiben, wie sie sind. Sollen auch sie zurück, nehmen Sie zuerst Lauf {{laterRun}} zurück.',
    'Werte haben sich seit Lauf {{undoOf}} geändert: Sie bleiben, wie sie sind. Sollen sie stimmen wie in der Quelle, importieren Sie den Tag erneut.',
  ],
  RUN_DAY_UNKNOWN:
    'Der {{day}} von {{system}} gehört nicht zu Lauf {{runId}}. Starten Sie einen neuen Import.',
  RUN_DAYS_INVALID: 'Der erste Tag ({{fromDay}}) liegt nach dem letzten ({{toDay}}). Tauschen Sie sie.',
  DAYS_REVERSED: 'Der erste Tag ({{from}}) liegt nach dem letzten ({{to}}). Tauschen Sie sie.',
  CANCELLED: 'Der Vorgang wurde abgebrochen.',
};
