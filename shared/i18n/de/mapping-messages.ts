import type { mappingMessages as french } from '../fr/mapping-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const mappingMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  'MAP_CONFLICT.script':
    'Das Skript der Zuordnung ist {{found}}, nicht {{expected}}: acd_map.ini wurde inzwischen geändert. Sehen Sie die Zuordnung neu an und wiederholen Sie die Änderung.',
  'MAP_CONFLICT.script-gone':
    '{{script}} wurde inzwischen entfernt. Sehen Sie das Skript neu an und wiederholen Sie die Änderung.',
  'MAP_CONFLICT.script-changed':
    '{{script}} wurde inzwischen geändert. Sehen Sie das Skript neu an und wiederholen Sie die Änderung.',
  'MAP_CONFLICT.script-taken':
    'Das Skript wurde der Zuordnung inzwischen genommen. Sehen Sie die Zuordnung neu an und wiederholen Sie die Änderung.',
  JOURNAL_UNKNOWN: 'Die Änderung {{id}} steht nicht mehr im Protokoll. Nehmen Sie sie von Hand vor.',
  'JOURNAL_STATE.undo': '„{{label}}“ ist schon zurückgenommen.',
  'JOURNAL_STATE.redo': '„{{label}}“ ist in Kraft; es gibt nichts zu wiederholen.',
  MAP_PARENT_MOVED:
    'Queue {{queueId}} steht in WFM unter {{to}}, die Zeile sagt {{from}}. Importiert wird sie trotzdem; das alte Programm verlöre sie. Nehmen Sie AutomaticMappingCorrection=0 aus isps_ul.ini, damit solche Zeilen berichtigt werden.',
  MAPPED_QUEUE_GONE:
    '{{system}} hat keine Queue „{{queue}}“ mehr. Wurde sie umbenannt, ersetzen Sie sie überall.',
  MAPPED_VALUE_TYPE_GONE:
    '„{{queue}}“ von {{system}} bietet die Kennzahl „{{valueType}}“ nicht mehr. Ordnen Sie eine andere zu.',
  MAPPED_SCENARIO_BROKEN:
    '{{script}} hat Fehler, deshalb wird nichts importiert. Öffnen Sie das Szenario und berichtigen Sie es.',
  'VALUE_TOO_LARGE.preview': 'Ein Wert oder Ergebnis ist zu groß, um genau gespeichert zu werden (2^53).',
  VALUE_TYPE_UNKNOWN: 'WFM hat keine Kennzahl {{valueTypeId}}.',
};
