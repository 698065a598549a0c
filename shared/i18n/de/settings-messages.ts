import type { settingsMessages as french } from '../fr/settings-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const settingsMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  SECTION_TWICE:
    'Es gibt schon einen Abschnitt [{{system}}] (Zeile {{first}}), der zählt; die Schlüssel unter dieser Zeile werden nicht gelesen. Verschieben Sie sie dorthin, oder entfernen Sie sie.',
  SECTION_OPEN:
    '{{written}} ist keine Überschrift eines Abschnitts: Die Schlüssel darunter gehören zu [{{system}}]. Schließen Sie sie mit ].',
  KEY_MISSING: '{{key}} fehlt im Abschnitt [{{section}}]: Ohne den Schlüssel ist das System nicht lesbar.',
  'KEY_MISSING.QueueNameColumn': 'QueueNameColumn fehlt: Nennen Sie die Spalte mit der Queue.',
  'KEY_MISSING.TimeStampIs': 'Interval fehlt: Mit TimeStampIs=end sagt es, wann ein Intervall begann.',
  'KEY_MISSING.ValueTypes':
    'ValueTypes fehlt: Nennen Sie die Spalten mit den Werten, oder schreiben Sie ValueTypeFunctions=count, um Zeilen zu zählen.',
  KEY_TWICE:
    '{{key}} steht zweimal im Abschnitt [{{system}}]; der erste zählt (Zeile {{first}}). Entfernen Sie diese Zeile oder jene.',
  KEY_OF_OTHER_INTERFACE:
    '{{key}} ist ein Schlüssel von {{interfaces}} und hier ohne Wirkung. Wählen Sie diese Schnittstelle für das System, oder entfernen Sie die Zeile.',
  KEY_UNKNOWN: '{{key}} ist nicht bekannt und ohne Wirkung. Die Zeile bleibt in der Datei.',
  'KEY_UNKNOWN.likely': '{{key}} ist nicht bekannt und ohne Wirkung. Meinten Sie {{likely}}?',
  ZONE_OFFSET:
    'TimeZone ist der feste Abstand {{offset}}, die Queues liegen in {{zone}} mit Zeitumstellung. Wenn auch die ACD ihre Uhr umstellt, schreiben Sie TimeZone={{zone}}.',
  MAP_LINE_TWICE:
    '„{{source}}“ ist ein zweites Mal zugeordnet (zuerst in Zeile {{first}}): Mit dem Standardszenario zählt es doppelt. Entfernen Sie eine der Zeilen, wenn das nicht gemeint ist.',
  STATEMENT_REFUSED: 'Die Datenbank lehnt die Abfrage ab: {{problem}}',
  QUEUE_NAME_TWICE:
    'QueueMappingSQL gibt „{{name}}“ für die Schlüssel {{keys}}: Nur der erste wird gelesen. Unterscheiden Sie die Namen, etwa durch den Schlüssel dahinter.',
  TABLE_REFUSED: 'Die Datenbank kann die Tabelle nicht lesen: {{problem}}',
  COLUMN_REFUSED: 'Die Datenbank kann {{expression}} nicht lesen: {{problem}}',
  'COLUMN_REFUSED.likely': 'Die Tabelle hat keine Spalte {{expression}}. Meinten Sie {{likely}}?',
  'NAME_TYPE.number':
    'Laut QueueNameType enthält {{expression}} Zahlen, der Typ in der Datenbank ist {{type}}. Schreiben Sie 0, oder lassen Sie den Schlüssel weg.',
  'NAME_TYPE.text':
    'Laut QueueNameType enthält {{expression}} Text, der Typ in der Datenbank ist {{type}}. Schreiben Sie 1, oder lassen Sie den Schlüssel weg.',
  'STAMP_TYPE.number':
    'Laut {{typeKey}} enthält {{expression}} Unix-Sekunden, der Typ in der Datenbank ist {{type}}. Berichtigen Sie den Typ.',
  'STAMP_TYPE.no-number':
    'Laut {{typeKey}} enthält {{expression}} Datum/Zeit, der Typ in der Datenbank ist {{type}}. Berichtigen Sie den Typ.',
  TABLE_EMPTY:
    '{{table}} hat keine Zeilen: Es gibt nichts zu importieren. Prüfen Sie den Namen, und ob die ACD hineinschreibt.',
  'TABLE_EMPTY.half-hour':
    '{{table}} hat keine Zeilen: Cisco ICM und UCCE schreiben seit Version 8.0 nichts mehr in die Tabellen Half_Hour. Verwenden Sie die Tabelle Interval gleichen Namens.',
  'KEY_MISSING.agents':
    '{{key}} fehlt im Abschnitt [{{section}}]: Ohne den Schlüssel sind die Aktivitäten der Agenten nicht lesbar.',
  'KEY_MISSING.ActivityTimeSpanType':
    'ActivityTimeSpanType fehlt: Schreiben Sie 0 (Beginn und Dauer), 1 (Beginn und Ende) oder 2 (nur Beginn).',
  'KEY_MISSING.ActivityDurationColumn':
    'ActivityTimeSpanType={{type}} braucht ActivityDurationColumn: Nennen Sie die Spalte mit den Sekunden.',
  'KEY_MISSING.ActivityEndTimeStampColumn':
    'ActivityTimeSpanType={{type}} braucht ActivityEndTimeStampColumn: Nennen Sie die Spalte mit dem Ende.',
  KEY_VALUE: '{{key}}: {{problem}}',
  'KEY_VALUE.TimeStampType':
    'TimeStampType={{value}} ist nicht bekannt. Schreiben Sie 0 (Text), 1 (Unix-Sekunden) oder 2 (Datum/Uhrzeit).',
  'KEY_VALUE.QueueNameType':
    'QueueNameType „{{value}}“ ist nicht bekannt. Schreiben Sie 0 (Text) oder 1 (Zahl).',
  'KEY_VALUE.ValueTypeFunctions': 'ValueTypeFunctions enthält „{{value}}“. Bekannt sind {{known}}.',
  'KEY_VALUE.choice': '{{key}}={{value}} ist nicht bekannt. Möglich sind: {{known}}.',
  'KEY_VALUE.TimeStampIs': 'TimeStampIs={{value}} ist nicht bekannt. Schreiben Sie start oder end.',
  'KEY_VALUE.TimeStampZoneColumn':
    'TimeStampZoneColumn hat mit TimeStampType=1 keine Wirkung: Unix-Sekunden sind UTC. Entfernen Sie den Schlüssel, oder berichtigen Sie den Typ.',
  'KEY_VALUE.CoarserInterval':
    'CoarserInterval={{value}} ist nicht bekannt. Schreiben Sie refuse oder split.',
  'KEY_VALUE.Interval':
    'Interval={{value}} teilt keinen Tag. Schreiben Sie 5, 10, 15, 20, 30 oder 60 Minuten.',
  'KEY_VALUE.whole-number':
    '{{key}}={{value}} ist nicht möglich. Schreiben Sie eine ganze Zahl von 0 bis {{most}}.',
  'KEY_VALUE.ActivityTimeSpanType':
    'ActivityTimeSpanType={{value}} ist nicht bekannt. Schreiben Sie 0 (Beginn und Dauer), 1 (Beginn und Ende) oder 2 (nur Beginn).',
  'KEY_VALUE.stamp-type':
    '{{key}}={{value}} ist nicht bekannt. Schreiben Sie 0 (Text), 1 (Unix-Sekunden) oder 2 (Datum/Zeit).',
  'KEY_VALUE.unix-columns': '{{key}} hat {{columns}} Spalten; Unix-Sekunden stehen in einer.',
  'KEY_VALUE.stamp-columns':
    '{{key}} hat {{columns}} Spalten. Schreiben Sie eine, oder die des Datums und der Zeit mit ; dazwischen.',
  'KEY_VALUE.format-date':
    '{{key}}: Die erste Spalte muss Jahr, Monat und Tag enthalten. Schreiben Sie etwa yyyy-mm-dd;HH:MM:SS.',
  'KEY_VALUE.durations':
    'MinimumActivityDuration={{minimum}} ist mehr als MaximumActivityDuration={{maximum}}: Es bliebe keine Aktivität übrig. Machen Sie den Wert kleiner.',
  'KEY_VALUE.seconds':
    '{{key}}={{value}} ist weniger als nichts. Schreiben Sie Sekunden, oder 0 für keine Grenze.',
  ACTIVITY_SQL_NO_ID:
    'ActivitySQL liefert eine Spalte. Fragen Sie Name und Id jeder Aktivität ab, zum Beispiel SELECT name, id FROM activities.',
  LOG_OFF_MISSING:
    'ActivityTimeSpanType=2 ohne LogOffActivities: Die letzte Aktivität einer Schicht dauert, bis die nächste beginnt. Nennen Sie die Ids für „abgemeldet“ mit ; dazwischen.',
  'LIST_LENGTH.format':
    '{{key}} hat {{entries}} Teile für {{columns}} Spalten. Schreiben Sie einen für jede, mit ; dazwischen.',
  'LIST_LENGTH.QueueNameType':
    'QueueNameType hat {{entries}} Einträge für {{columns}} Spalten in QueueNameColumn. Schreiben Sie einen für jede.',
  'LIST_LENGTH.ValueTypeFunctions':
    'ValueTypeFunctions hat {{entries}} Einträge für {{valueTypes}} Kennzahlen. Schreiben Sie einen für alle oder einen für jede.',
  VALUE_NOT_NUMBER: '„{{value}}“ ist keine Zahl. Schreiben Sie nur Ziffern.',
  VALUE_NOT_FLAG: '„{{value}}“ ist weder ein noch aus. Schreiben Sie 1 oder 0.',
  VALUE_OPEN_QUOTE: 'Das Anführungszeichen vor {{value}} ist nicht geschlossen. Schließen Sie es.',
  VALUE_OPEN_PARENTHESIS: 'Eine Klammer in „{{value}}“ ist nicht geschlossen. Ergänzen Sie die fehlende „)“.',
  SETTINGS_MISSING:
    'Es gibt noch keine isps_ul.ini. Legen Sie unter Einstellungen > Externe Systeme ein System an, oder kopieren Sie die Datei hierher.',
  PASSWORD_IN_INI:
    'Das Kennwort von „{{system}}“ steht in isps_ul.ini. Kennwort verschieben speichert es verschlüsselt; eines, das das alte Programm kodiert hat, geben Sie in Konfiguration… ein.',
  'MAP_LINE_FOREIGN.text':
    'Diese Zeile ist keine Zuordnung und bleibt, wie sie ist: Sie beginnt nicht mit <Datenbank>:<ID darüber>:<ID der Queue>:<ID der Kennzahl>=.',
  'MAP_LINE_FOREIGN.no-source':
    'Diese Zeile ist keine Zuordnung und bleibt, wie sie ist: Hinter dem = steht nichts.',
  'MAP_LINE_FOREIGN.script-name':
    'Diese Zeile ist keine Zuordnung und bleibt, wie sie ist: Ein Skript heißt $<Nummer>.BAS.',
  'MAP_LINE_FOREIGN.second-script':
    'Diese Zeile ist keine Zuordnung und bleibt, wie sie ist: Ihre Zuordnung hat schon ein Skript, das erste zählt.',
  'MAPPING_TARGET_UNKNOWN.queue':
    'WFM kennt die Queue {{queueId}} der Zuordnung nicht. Laden Sie sie mit „xlink wfm load“, oder entfernen Sie ihre Zeilen aus acd_map.ini.',
  'MAPPING_TARGET_UNKNOWN.value-type':
    'WFM kennt die Kennzahl {{valueTypeId}} der Zuordnung nicht. Laden Sie sie mit „xlink wfm load“, oder entfernen Sie ihre Zeilen aus acd_map.ini.',
  MAPPING_SOURCE_UNKNOWN: 'Die Quelle „{{source}}“ ist nicht lesbar: {{problem}}',
  MAPPING_WITHOUT_SOURCE:
    '{{script}} gehört zu einer Kennzahl, der nichts zugeordnet ist: Nichts wird importiert. Ordnen Sie eine Quelle zu, oder entfernen Sie die Zeile.',
  SCENARIO_ABSENT: 'Die Zuordnung hat kein Skript: Importiert wird die Summe ihrer Quellen.',
  SCENARIO_MISSING: [
    '{{script}} gibt es nicht. Öffnen Sie das Szenario und erstellen Sie es neu, oder entfernen Sie die Zeile des Skripts aus acd_map.ini.',
    '{{number}}.BAS gibt es nicht. Erstellen Sie das Szenario neu.',
  ],
  SCENARIO_INVALID: '{{script}}, Zeile {{line}}, Spalte {{column}}: {{problem}}',
  SCENARIO_PARA_MISSING: [
    '{{script}} verwendet Para{{para}}, zugeordnete Quellen: {{sources}}. Ordnen Sie eine weitere zu, oder ändern Sie das Skript.',
    'Das Skript verwendet Para{{para}}, zugeordnete Quellen: {{sources}}. Ordnen Sie eine weitere zu, oder ändern Sie das Skript.',
  ],
  SCENARIO_PARA_UNUSED: '{{script}} verwendet {{paras}} nicht, obwohl Quellen zugeordnet sind.',
};
