import type { messages as french } from '../fr/messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const messages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  // ODBC
  ODBC_NO_DATA_SOURCE: [
    'Es gibt keine Datenquelle „{{dsn}}“. Hier gefunden: {{found}}.',
    'Es gibt keine Datenquelle „{{dsn}}“. Auf diesem Rechner ist keine eingerichtet.',
    'Diese Datenquelle gibt es nicht. Wählen Sie eine andere in Konfiguration….',
  ],
  'ODBC_NO_DATA_SOURCE.too-long': [
    'Der Name der Datenquelle „{{dsn}}“ ist zu lang: ODBC nimmt {{characters}} Zeichen. Hier gefunden: {{found}}.',
    'Der Name der Datenquelle ist zu lang: ODBC nimmt 32 Zeichen.',
  ],
  'ODBC_NO_DATA_SOURCE.nameless': [
    'Die Verbindungszeichenfolge nennt weder eine Datenquelle noch einen Treiber, den es gibt. Installierte Treiber: {{drivers}}.',
    'Die Verbindungszeichenfolge nennt weder eine Datenquelle noch einen Treiber, den es gibt. Kein Treiber ist installiert.',
  ],
  'ODBC_NO_DATA_SOURCE.unreadable':
    'Die Verbindungszeichenfolge ist nicht lesbar. Prüfen Sie Driver=, die Semikolons und die Länge des Namens der Datenquelle (32 Zeichen).',
  ODBC_DRIVER_MISSING: [
    'Der Treiber der Datenquelle ist nicht installiert, oder seine Bibliothek lässt sich nicht laden. Installieren Sie ihn, oder wählen Sie eine andere Datenquelle. Installierte Treiber: {{drivers}}.',
    'Der Treiber der Datenquelle ist nicht installiert, oder seine Bibliothek lässt sich nicht laden. Installieren Sie ihn, oder wählen Sie eine andere Datenquelle.',
  ],
  'ODBC_DRIVER_MISSING.library':
    'Die Bibliothek des Treibers fehlt: {{library}}. Installieren Sie den Treiber, oder wählen Sie eine andere Datenquelle.',
  ODBC_DRIVER_FAILED:
    'Der Treiber konnte nicht starten. Installieren Sie ihn neu, oder prüfen Sie seine Einstellungen.',
  'ODBC_DRIVER_FAILED.sequence':
    'Der Treiber ist aus dem Tritt geraten. Testen Sie erneut; bleibt es dabei, installieren Sie einen neueren Treiber.',
  ODBC_ARCHITECTURE:
    'Die Datenquelle gehört zu einem 32-Bit-Treiber, dieses Programm hat 64 Bit. Richten Sie eine Datenquelle gleichen Namens mit dem 64-Bit-Treiber ein (ODBC-Datenquellen, 64-Bit).',
  'ODBC_ARCHITECTURE.driver':
    'Der Treiber {{driver}} hat {{bits}} Bit, dieses Programm {{programBits}} Bit: Es kann ihn nicht laden. Installieren Sie den {{programBits}}-Bit-Treiber.',
  ODBC_SERVER_UNREACHABLE:
    'Der Datenbankserver ist nicht erreichbar. Prüfen Sie Servernamen, Port, Firewall und ob der Server läuft. Der Treiber meldet: {{driverText}}',
  ODBC_LOGIN_REFUSED:
    'Die Datenbank hat Benutzer oder Kennwort abgelehnt. Geben Sie sie in Konfiguration… neu ein.',
  ODBC_DATABASE_MISSING:
    'Diese Datenbank gibt es auf dem Server nicht, oder der Benutzer darf sie nicht verwenden. Prüfen Sie ihren Namen in der Datenquelle. Der Treiber meldet: {{driverText}}',
  'ODBC_DATABASE_MISSING.file':
    'Die Datenbankdatei lässt sich nicht öffnen. Prüfen Sie Pfad und Berechtigungen.',
  'ODBC_DATABASE_MISSING.not-sqlite': 'Die Datei ist keine SQLite-Datenbank. Prüfen Sie den Pfad.',
  ODBC_TABLE_MISSING:
    'Eine Tabelle oder Sicht der Abfrage gibt es nicht, oder der Benutzer darf sie nicht sehen. Prüfen Sie Namen und Eigentümer. Der Treiber meldet: {{driverText}}',
  ODBC_COLUMN_MISSING:
    'Eine Spalte der Abfrage gibt es nicht. Prüfen Sie ihren Namen. Der Treiber meldet: {{driverText}}',
  ODBC_SYNTAX:
    'Die Datenbank versteht die Abfrage nicht. Prüfen Sie das SQL. Der Treiber meldet: {{driverText}}',
  ODBC_CONVERSION:
    'Ein Wert passt nicht zu seiner Spalte. Prüfen Sie, ob die Spalte Text oder Zahlen enthält (QueueNameType, TimeStampType). Der Treiber meldet: {{driverText}}',
  ODBC_DATE_FORMAT:
    'Ein Wert ist kein Datum in der Form, die die Datenbank erwartet. Prüfen Sie TimeStampType und TimeStampFormat. Der Treiber meldet: {{driverText}}',
  ODBC_NO_RIGHT:
    'Der Benutzer darf diese Daten nicht lesen. Bitten Sie den Datenbankverwalter um das Recht SELECT. Der Treiber meldet: {{driverText}}',
  ODBC_CONNECTION_LOST:
    'Die Verbindung zur Datenbank ist abgebrochen. Sie wird erneut versucht; bleibt es dabei, prüfen Sie das Netz.',
  ODBC_CONNECTION_REFUSED:
    'Der Server hat die Verbindung abgelehnt. Prüfen Sie Benutzer, Datenbank und die Zahl der erlaubten Verbindungen. Der Treiber meldet: {{driverText}}',
  'ODBC_CONNECTION_REFUSED.busy':
    'Der Server nimmt zurzeit keine weiteren Verbindungen an. Es wird erneut versucht; sonst erhöhen Sie ihre Zahl am Server.',
  ODBC_TIMEOUT: [
    'Keine Antwort innerhalb von {{seconds}} Sekunden. Prüfen Sie Servernamen, Port und Firewall; bei einer Abfrage, ob sie so lange braucht.',
    'Die Datenbank hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut; ein kürzerer Zeitraum oder ein Index auf den Zeitstempel kann helfen.',
  ],
  'ODBC_TIMEOUT.statement':
    'Die Abfrage dauerte länger als {{seconds}} Sekunden und wurde abgebrochen. Fragen Sie weniger ab, oder lassen Sie einen Index auf den Zeitstempel anlegen.',
  'ODBC_TIMEOUT.ended':
    'Die Datenbank hat die Abfrage beendet, zum Beispiel wegen ihres eigenen Zeitlimits. Versuchen Sie es erneut, oder lassen Sie das Limit erhöhen.',
  'ODBC_TIMEOUT.driver': 'Der Treiber hat die Abfrage beendet. Versuchen Sie es erneut.',
  ODBC_CONNECT_TIMEOUT:
    'Die Datenquelle hat nicht innerhalb von {{seconds}} Sekunden geantwortet. Prüfen Sie Servernamen, Port und Firewall.',
  ODBC_CONNECTION_GIVEN_UP:
    'Der Treiber hat auf den Abbruch nicht reagiert; die Verbindung wurde aufgegeben. Verbinden Sie erneut.',
  ODBC_CONNECTION_CLOSED: 'Die Verbindung wurde geschlossen. Verbinden Sie erneut.',
  ODBC_LOCKED: 'Die Zeilen waren von einem anderen Programm gesperrt. Es wird erneut versucht.',
  'ODBC_LOCKED.rolled-back': 'Der Server hat die Transaktion zurückgenommen. Es wird erneut versucht.',
  ODBC_PARAMETERS:
    'Die Abfrage hat eine andere Zahl von Fragezeichen, als Werte gegeben sind. Setzen Sie Fragezeichen, die Text sind, in Anführungszeichen.',
  ODBC_MEMORY:
    'Treiber oder Server haben nicht genug Speicher. Fragen Sie weniger Tage oder Spalten ab, oder schließen Sie andere Programme.',
  ODBC_NOT_SUPPORTED:
    'Treiber oder Datenbank können das nicht. Installieren Sie einen neueren Treiber, oder schreiben Sie die Abfrage anders. Der Treiber meldet: {{driverText}}',
  ODBC_CONNECTION_STRING:
    'Der Treiber nimmt ein Attribut der Verbindungszeichenfolge oder Datenquelle nicht an. Prüfen Sie, wie sein Name und sein Wert geschrieben sind. Der Treiber meldet: {{driverText}}',
  ODBC_WRITES:
    'Die Abfrage ändert Daten. Abfragen eines Abschnitts dürfen nur lesen: Schreiben Sie ein SELECT. Der Treiber meldet: {{driverText}}',
  ODBC_DIVISION:
    'Die Abfrage teilt in einer Zeile durch null. Teilen Sie stattdessen durch NULLIF(…, 0). Der Treiber meldet: {{driverText}}',
  ODBC_ROWS_LOST:
    'Der Treiber konnte einen Wert nicht umwandeln und ließ die Zeile aus. Prüfen Sie die Typen der Spalten, oder wandeln Sie sie in der Abfrage um (CAST).',
  ODBC_TEXT_TOO_LONG:
    'Die Spalte {{column}} enthält einen Text, der zu lang ist, um mit vielen Zeilen gelesen zu werden. Kürzen Sie ihn in der Abfrage, zum Beispiel mit SUBSTR({{column}}, 1, 200).',
  ODBC_ERROR: 'Der Treiber meldet: {{driverText}}',
  QUEUE_MAPPING_COLUMNS:
    'QueueMappingSQL muss zwei Spalten liefern, den Namen und den Schlüssel. Es liefert nur eine.',

  // Steps of Test ODBC
  'ODBC_STEP.manager': ['{{manager}}, {{bits}} Bit, {{library}}.', '{{manager}}, {{bits}} Bit.'],
  'ODBC_STEP.no-name': 'Eine Verbindungszeichenfolge ohne Namen einer Datenquelle.',
  'ODBC_STEP.not-listed': [
    '„{{dsn}}“ ist nicht unter den hier gefundenen Datenquellen ({{found}}).',
    '„{{dsn}}“ ist nicht unter den hier gefundenen Datenquellen (keine).',
  ],
  'ODBC_STEP.listed': '„{{dsn}}“: {{places}}.',
  'ODBC_STEP.no-driver': 'Für sie ist kein Treiber genannt.',
  'ODBC_STEP.driver': ['{{driver}}, {{bits}} Bit.', '{{driver}}.'],
  'ODBC_STEP.connected': 'Verbunden mit {{database}}.',
  'ODBC_STEP.connected-other': 'Verbunden mit einer Datenbank anderer Art.',
  'ODBC_STEP.not-connected': 'Nicht verbunden.',
  'ODBC_STEP.not-reached': 'Nicht erreicht.',
  'ODBC_STEP.no-time': 'Es blieb keine Zeit mehr.',
  'ODBC_STEP.cancelled': 'Der Test wurde angehalten.',
  'ODBC_STEP.no-clock': 'Die Datenbank ist eine Datei: Ihre Uhr ist die dieses Rechners.',
  'ODBC_STEP.clock-unknown': 'Der Server nennt seine Uhrzeit nicht.',
  'ODBC_STEP.clock-same': [
    'Die Uhr des Servers geht wie unsere. Seine Ortszeit ist {{offset}}.',
    'Die Uhr des Servers geht wie unsere.',
  ],
  'ODBC_STEP.clock-ahead': [
    'Die Uhr des Servers geht gegenüber unserer {{seconds}} Sekunden vor. Seine Ortszeit ist {{offset}}.',
    'Die Uhr des Servers geht gegenüber unserer {{seconds}} Sekunden vor.',
  ],
  'ODBC_STEP.clock-behind': [
    'Die Uhr des Servers geht gegenüber unserer {{seconds}} Sekunden nach. Seine Ortszeit ist {{offset}}.',
    'Die Uhr des Servers geht gegenüber unserer {{seconds}} Sekunden nach.',
  ],
  ODBC_CLOCK:
    'Die Uhren gehen {{seconds}} Sekunden auseinander. Stellen Sie beide nach einem Zeitserver (NTP), sonst werden die neuesten Intervalle zu früh oder zu spät gelesen.',
  'ODBC_STEP.table': 'Darf gelesen werden.',
  'ODBC_STEP.empty-table': 'Die Anrufdaten haben keine Zeile.',
  'ODBC_STEP.first-rows': '{{first}}',
  'ODBC_STEP.yesterday': 'Zeilen vom {{day}} ({{zone}}): {{rows}}, von {{from}} bis {{to}}.',
  'ODBC_STEP.no-yesterday':
    'Keine Zeile vom {{day}} ({{zone}}). Sollte es welche geben, prüfen Sie TimeStampColumn, TimeStampType, TimeStampFormat und TimeZone.',
  'ODBC_STEP.no-yesterday-standard':
    'Keine Zeile vom {{day}} ({{zone}}). Sollte es welche geben, prüfen Sie TimeZone.',
  'ODBC_STEP.no-row': 'Die Abfrage funktioniert und liefert keine Zeile.',
  'ODBC_STEP.rows': 'Zeilen: {{rows}}; die erste: {{first}}',
  'ODBC_STEP.many-rows': 'Zeilen: {{rows}} oder mehr; die erste: {{first}}',
  'ODBC_PLACE.user': [
    'Benutzerdatenquelle, {{bits}} Bit, in {{definedIn}}',
    'Benutzerdatenquelle, in {{definedIn}}',
  ],
  'ODBC_PLACE.system': [
    'Systemdatenquelle, {{bits}} Bit, in {{definedIn}}',
    'Systemdatenquelle, in {{definedIn}}',
  ],

  // Notes on data sources
  DSN_BITNESS:
    'Nur {{bits}}-Bit-Programme sehen sie, dieses hat {{programBits}} Bit. Richten Sie unter ODBC-Datenquellen ({{programBits}}-Bit) eine Datenquelle gleichen Namens mit dem {{programBits}}-Bit-Treiber ein.',
  'DSN_TWICE.counts': 'Eine weitere Datenquelle gleichen Namens steht in {{definedIn}}; diese hier zählt.',
  'DSN_TWICE.hidden-by-user': 'Die Benutzerdatenquelle gleichen Namens in {{definedIn}} zählt, nicht diese.',
  'DSN_TWICE.hidden-by-system': 'Die Systemdatenquelle gleichen Namens in {{definedIn}} zählt, nicht diese.',
  'DSN_DRIVER.none': 'Sie nennt keinen Treiber. Wählen Sie in ihren Einstellungen einen aus.',
  'DSN_DRIVER.unregistered':
    'Ihr Treiber „{{driver}}“ ist auf diesem Rechner nicht eingetragen. Eingetragen sind: {{drivers}}.',
  'DSN_DRIVER.unregistered-alone':
    'Ihr Treiber „{{driver}}“ ist auf diesem Rechner nicht eingetragen. Es gibt hier keinen.',
  'DSN_DRIVER.library':
    'Die Bibliothek ihres Treibers fehlt: {{library}}. Installieren Sie den Treiber, oder wählen Sie eine andere Datenquelle.',
  'DSN_DRIVER.bitness':
    'Ihr Treiber {{driver}} hat {{bits}} Bit, dieses Programm {{programBits}} Bit: Es kann ihn nicht laden. Installieren Sie den {{programBits}}-Bit-Treiber.',

  // Import runs
  'effect.values-left-out': '{{text}} Werte, die auch von {{system}} gespeist werden, wurden ausgelassen.',
  'effect.interval-kept': [
    '{{script}}, Zeile {{line}}: {{text}} Der Wert des Intervalls bleibt, wie er war.',
    'Standardsumme, Zeile {{line}}: {{text}} Der Wert des Intervalls bleibt, wie er war.',
  ],
  NOTHING_READ:
    'Die Quelle hat für die zugeordneten Queues vom {{fromDay}} bis {{toDay}} keine Zeile geliefert. Gespeichertes bleibt. Prüfen Sie die Tage, QueueNameColumn, QueueMappingSQL, TimeStampColumn und TimeStampType.',
  NOTHING_MAPPED:
    'Nichts von {{systems}} ist einer aktiven WFM Queue zugeordnet. Ordnen Sie zuerst externe Kennzahlen zu.',
  EXTERNAL_QUEUE_MISSING:
    '{{system}} führt die Queue {{externalQueue}} nicht (mehr) auf. Ihre Werte werden gelesen, wo es sie gibt; prüfen Sie die Zuordnung.',
  WRITE_NULL_DAY_EMPTY:
    '{{system}} hat für den {{day}} nichts geliefert. Kein Wert wurde auf 0 gesetzt, Gespeichertes bleibt.',
  WRITE_NULL_ZEROES: '{{queue}}, {{day}}: {{count}} gespeicherte Werte würden 0.',
  'WRITE_NULL_UNCONFIRMED.none':
    '„Nullwerte schreiben“ setzt gespeicherte Werte auf 0. Machen Sie zuerst eine Vorschau damit, sehen Sie nach, was 0 würde, und bestätigen Sie sie.',
  'WRITE_NULL_UNCONFIRMED.survey':
    'Lauf {{surveyRunId}} sagt nicht, was 0 würde: Es muss eine beendete Vorschau mit „Nullwerte schreiben“ für dieselben Systeme und Tage sein. Machen Sie eine.',
  'WRITE_NULL_UNCONFIRMED.day':
    'Lauf {{surveyRunId}} hat nicht gefunden, dass {{system}} für den {{day}} nichts geliefert hat. Lassen Sie diesen Tag weg, oder machen Sie die Vorschau noch einmal.',
  WRITE_NULL_CHANGED:
    'Am {{day}} würden mehr gespeicherte Werte 0, als bestätigt wurden. Keiner wurde auf 0 gesetzt: Machen Sie die Vorschau noch einmal.',
  STAMP_UNREADABLE:
    '{{system}}: Zeitstempel wie „{{stamp}}“ sind nicht lesbar; ihre Zeilen wurden ausgelassen. Prüfen Sie TimeStampType und TimeStampFormat.',
  STAMP_ZONE_UNKNOWN:
    '{{system}}: „{{zone}}“ neben dem Zeitstempel ist weder ein Versatz noch eine Zeitzone; solche Zeilen wurden ausgelassen. Prüfen Sie TimeStampZoneColumn oder die Spalte, die die Schnittstelle liest.',
  STAMP_REPEATED_HOUR:
    '{{system}}: Die Uhr wurde zurückgestellt, und die Zeitstempel sagen nicht, welche der beiden Stunden sie meinen. Sie zählen in der ersten. Unix-Sekunden (TimeStampType=1) oder ein fester Versatz würden es sagen.',
  STAMP_MISSING_HOUR:
    '{{system}}: Zeitstempel in der ausgefallenen Stunde wurden gelesen, als wäre die Uhr nicht vorgestellt worden. Prüfen Sie TimeZone.',
  VALUE_NOT_A_NUMBER:
    '{{system}}: {{valueType}} enthält „{{value}}“, das keine Zahl ist; daraus berechnete Werte bleiben, wie sie waren.',
  INTERVAL_COARSER:
    '{{system}} zählt in {{sourceMinutes}} Minuten, {{queue}} in {{queueMinutes}}: Die Werte lassen sich nicht teilen. Stellen Sie die Queue auf {{sourceMinutes}} Minuten oder die ACD auf {{queueMinutes}}, oder schreiben Sie CoarserInterval=split in den Abschnitt.',
  ROW_COARSER:
    '{{system}}: Zeilen über {{minutes}} Minuten sind länger als die Intervalle der WFM-Queue. Diese Intervalle bleiben, wie sie waren. Schreiben Sie CoarserInterval=split in den Abschnitt, um solche Zeilen zu teilen.',
  ROW_ACROSS:
    '{{system}}: Zeilen über {{minutes}} Minuten liegen über zwei Intervallen der WFM-Queue. Diese Intervalle bleiben, wie sie waren. Prüfen Sie TimeZone und das Intervall der Queue.',
  ROW_SPLIT:
    '{{system}}: Zeilen, die länger als die Intervalle der WFM-Queue sind, wurden geteilt, der Rest im ersten Teil (CoarserInterval=split).',
  INTERVAL_ACROSS:
    '{{system}} zählt in {{sourceMinutes}} Minuten, {{queue}} in {{queueMinutes}}: Die Werte lassen sich nicht teilen. Stellen Sie die Queue auf {{sourceMinutes}} Minuten oder die ACD auf {{queueMinutes}}.',
  QUEUE_KEY_UNMATCHED:
    '{{system}}: Die Quelle lieferte Zeilen von „{{key}}“, die sie für eine zugeordnete Queue hält, aber anders schreibt. Sie wurden ausgelassen. Ordnen Sie die Queue so zu, wie die Anrufdaten sie schreiben.',
  QUEUE_LEVELS:
    '{{system}}: Ebenen der Queues: {{levels}}, Spalten in QueueNameColumn: {{columns}}. Schreiben Sie eine Spalte für jede Spalte von QueueSQL, mit ; dazwischen.',
  VALUE_TOO_LARGE:
    '{{queue}}, {{valueType}}: Ein Wert oder Ergebnis ist zu groß, um genau gespeichert zu werden (2^53). Der Wert des Intervalls bleibt, wie er war.',
  'VALUE_TOO_LARGE.figure':
    '{{system}}: {{valueType}} enthält {{value}}, zu groß, um genau gespeichert zu werden (2^53); die daraus berechneten Werte bleiben, wie sie waren.',
  SYSTEM_DAY_EMPTY:
    '{{system}} hat für den {{day}} nichts geliefert. Werte, die es mit anderen Systemen speist, bleiben, wie sie waren.',
  IMPORT_WORKER_LOST:
    'Der Prozess, der den Import ausführte, endete ({{reason}}), wohl durch seinen ODBC-Treiber. Was geschrieben ist, bleibt; setzen Sie den Lauf fort, um den Rest zu holen.',
  IMPORT_RUNNING: [
    'Ein Import von {{system}} läuft (Lauf {{runId}}). Warten Sie sein Ende ab, oder brechen Sie ihn ab.',
    'Ein Import von {{system}} läuft. Warten Sie sein Ende ab, oder brechen Sie ihn ab.',
  ],
  NO_SYSTEM:
    'Es gibt kein externes System, aus dem importiert werden kann. Legen Sie eines unter Einstellungen > Externe Systeme an, oder schreiben Sie seinen Abschnitt in isps_ul.ini.',
  RUN_ELSEWHERE:
    'Lauf {{runId}} gehört einem anderen Programm auf diesem Speicher, das gebeten wurde, ihn abzubrechen, und es noch nicht getan hat. Sehen Sie dort nach.',
  RUN_UNKNOWN: 'Lauf {{runId}} gibt es nicht. Wählen Sie einen unter Ansicht > Importläufe.',
  'RUN_NOT_OWNED.running':
    'Lauf {{runId}} wird jetzt von einem anderen Programm ausgeführt. Verfolgen Sie ihn dort.',
  'RUN_NOT_OWNED.ended':
    'Lauf {{runId}} ist zu Ende und nimmt keine Tage mehr an. Mit Fortsetzen geht es weiter.',
  RUN_IS_RUNNING: 'Lauf {{runId}} läuft gerade. Verfolgen Sie ihn, oder brechen Sie ihn zuerst ab.',
  RUN_NOT_RESUMABLE: 'Lauf {{runId}} hat keine offenen Tage mehr. Starten Sie einen neuen Import.',
  'RUN_NOT_UNDOABLE.dry':
    'Lauf {{runId}} kann nicht zurückgenommen werden: Er war eine Vorschau und hat nichts geschrieben.',
  'RUN_NOT_UNDOABLE.running':
    'Lauf {{runId}} kann nicht zurückgenommen werden: Er läuft. Brechen Sie ihn zuerst ab.',
  'RUN_NOT_UNDOABLE.nothing': 'Lauf {{runId}} kann nicht zurückgenommen werden: Er hat nichts geändert.',
  'RUN_NOT_UNDOABLE.old':
    'Lauf {{runId}} kann nicht zurückgenommen werden: Was er ersetzt hat, wird nicht mehr aufbewahrt. Importieren Sie die Tage noch einmal.',
  UNDO_CHANGED_SINCE: [
    'Werte wurden seit Lauf {{undoOf}} geändert, zuletzt von Lauf {{laterRun}}: Sie bleiben, wie sie sind.',
    'Werte wurden seit Lauf {{undoOf}} geändert: Sie bleiben, wie sie sind.',
  ],
  RUN_DAY_UNKNOWN: 'Lauf {{runId}} hat keinen Tag {{day}} von {{system}}. Starten Sie einen neuen Import.',
  RUN_DAYS_INVALID: 'Der erste Tag {{fromDay}} liegt nach dem letzten Tag {{toDay}}. Tauschen Sie sie.',
  DAYS_REVERSED: 'Der erste Tag {{from}} liegt nach dem letzten Tag {{to}}. Tauschen Sie sie.',
  CANCELLED: 'Der Vorgang wurde abgebrochen.',

  // Home, systems, mapping, store, connection
  HOME_FILE_CHANGED:
    '{{file}} wurde inzwischen von anderer Seite geändert. Lesen Sie neu, dann wiederholen Sie die Änderung.',
  HOME_FILE_UNREADABLE: '{{name}} lässt sich nicht lesen ({{reason}}). Prüfen Sie die Berechtigungen.',
  HOME_FILE_UNWRITABLE:
    '{{name}} lässt sich nicht schreiben ({{reason}}). Nichts wurde geändert. Prüfen Sie freien Platz und Berechtigungen des Ordners.',
  'HOME_FILE_UNWRITABLE.folder':
    'Der Ordner lässt sich nicht beschreiben ({{reason}}). Prüfen Sie seine Berechtigungen.',
  HOME_FILE_LOCKED:
    '{{name}} wird gerade von einem anderen Programm geschrieben. Versuchen Sie es erneut; bleibt es dabei, löschen Sie {{lock}}.',
  HOME_UNUSABLE:
    'Der Ordner {{homeFolder}} ist nicht verwendbar ({{reason}}). Nennen Sie einen anderen mit --home oder XLINK_HOME.',
  SYSTEM_UNKNOWN: [
    'Es gibt kein externes System „{{system}}“. Eingerichtet sind: {{known}}.',
    'Es gibt kein externes System „{{system}}“: isps_ul.ini hat keinen Abschnitt für eines.',
  ],
  SYSTEM_EXISTS: 'Ein System „{{taken}}“ gibt es schon. Wählen Sie einen anderen Namen.',
  SYSTEM_NO_SOURCE:
    '„{{system}}“ hat keine Datenquelle. Geben Sie eine in Konfiguration… ein (Schlüssel Source in isps_ul.ini).',
  SYSTEM_NOT_CONFIGURED:
    '„{{system}}“ hat noch keinen Abschnitt in isps_ul.ini. Öffnen Sie mit der rechten Maustaste Konfiguration…, oder entfernen Sie das System.',
  SECTION_INVALID: [
    'isps_ul.ini, Abschnitt [{{system}}], Zeile {{line}}: {{problem}}',
    'isps_ul.ini, Abschnitt [{{system}}]: {{problem}}',
  ],
  INTERFACE_INVALID: '{{file}} ist keine Definition einer Schnittstelle: {{reason}}',
  INTERFACE_UNKNOWN: 'Es gibt keine Schnittstelle „{{interface}}“. Bekannt sind: {{known}}.',
  PASSWORD_ENCODED:
    'Das Kennwort von „{{system}}“ in isps_ul.ini ist vom alten Programm verschlüsselt und nicht lesbar. Geben Sie es in Konfiguration… ein.',
  SECRET_UNREADABLE:
    'Das gespeicherte Kennwort von „{{system}}“ lässt sich mit dem Schlüssel dieses Benutzers nicht entschlüsseln. Geben Sie es in Konfiguration… neu ein.',
  'SECRET_UNREADABLE.store':
    'Das gespeicherte Kennwort des Speichers lässt sich mit dem Schlüssel dieses Benutzers nicht entschlüsseln. Geben Sie es mit „xlink store password“ neu ein.',
  SECRETS_DAMAGED:
    'secrets.json ist nicht lesbar. Stellen Sie die Datei aus einer Kopie wieder her, oder löschen Sie sie und geben Sie die Kennwörter neu ein.',
  SECRET_KEY_UNWRITABLE:
    'Der Schlüssel für gespeicherte Kennwörter lässt sich nicht nach {{keyFile}} schreiben. Setzen Sie XLINK_SECRET_KEY_FILE auf eine Datei, die dieser Benutzer schreiben darf.',
  'MAP_CONFLICT.gone':
    'Eintrag {{entry}} der Zuordnung („{{expected}}“) gibt es nicht mehr: acd_map.ini wurde inzwischen geändert. Sehen Sie die Zuordnung neu an und wiederholen Sie die Änderung.',
  'MAP_CONFLICT.other':
    'Eintrag {{entry}} der Zuordnung ist „{{found}}“, nicht „{{expected}}“: acd_map.ini wurde inzwischen geändert. Sehen Sie die Zuordnung neu an und wiederholen Sie die Änderung.',
  'MAP_CONFLICT.short':
    'Die Zuordnung hat nur noch {{count}} Einträge, also keinen an Stelle {{entry}}: acd_map.ini wurde inzwischen geändert. Sehen Sie die Zuordnung neu an und wiederholen Sie die Änderung.',
  MAP_BAD_SOURCE:
    '„{{source}}“ lässt sich nicht in acd_map.ini schreiben. Schreiben Sie System:Queue:Kennzahl in eine Zeile.',
  MAP_BAD_SCRIPT: '{{script}} ist keine Nummer einer .BAS-Datei. Verwenden Sie eine ganze Zahl.',
  MAP_SOURCE_KIND: '„{{path}}“ ist keine der Arten von Queues von {{system}}: {{kinds}}.',
  MAP_SOURCE_SHORT:
    '„{{source}}“ nennt keine Queue oder keine Kennzahl. Schreiben Sie System:Queue:Kennzahl.',
  MAP_SOURCE_SYSTEM:
    '„{{system}}“ ist kein System der Einstellungen. Legen Sie das System an, oder berichtigen Sie den Namen.',
  MAP_SOURCE_UNCONFIGURED: 'Das System „{{system}}“ ist nicht eingerichtet, oder sein Abschnitt hat Fehler.',
  MAP_SOURCE_VALUE_TYPE: [
    '„{{valueType}}“ ist keine Kennzahl von {{system}}. Angeboten werden {{offered}}.',
    '„{{valueType}}“ ist keine Kennzahl von {{system}}; es bietet keine an.',
  ],
  MAPPING_EMPTY:
    'Dieser Kennzahl ist noch nichts zugeordnet. Ordnen Sie zuerst eine externe Kennzahl zu, dann schreiben Sie das Skript.',
  QUEUE_UNKNOWN: 'WFM hat keine Queue {{queueId}}.',
  WFM_LOAD_INVALID: 'Das Dokument ist nicht gültig, nichts wurde geladen. Berichtigen Sie es: {{message}}',
  'WFM_TARGET_UNKNOWN.queue':
    'WFM Queue {{queueId}} ist nicht gespeichert. Laden Sie sie mit „xlink wfm load“, oder entfernen Sie ihre Zuordnungen.',
  'WFM_TARGET_UNKNOWN.value-type':
    'Kennzahl {{valueTypeId}} ist nicht gespeichert. Laden Sie sie mit „xlink wfm load“, oder entfernen Sie ihre Zuordnungen.',
  'STORE_CONFLICT.zone':
    'Der {{day}} der WFM Queue {{queueId}}, Kennzahl {{valueTypeId}}, wurde nicht geschrieben: Die Queue hat eine andere Zeitzone bekommen. Importieren Sie den Tag erneut.',
  'STORE_CONFLICT.values':
    'Der {{day}} der WFM Queue {{queueId}}, Kennzahl {{valueTypeId}}, wurde nicht geschrieben: Die Werte wurden inzwischen geändert. Importieren Sie den Tag erneut.',
  STORE_TOO_NEW:
    '{{file}} stammt von einer neueren Fassung dieses Programms (Schema {{schemaVersion}}, dieses Programm kennt {{knownVersion}}). Aktualisieren Sie dieses Programm; die Datei wurde nicht geändert.',
  STORE_BUSY: 'Ein anderes Programm schreibt in {{file}}. Versuchen Sie es gleich noch einmal.',
  STORE_DISK_FULL:
    'Der Datenträger von {{file}} ist voll. Von diesem Schritt wurde nichts geschrieben: Schaffen Sie Platz und versuchen Sie es erneut.',
  STORE_DAMAGED:
    '{{file}} ist beschädigt oder kein WFM-Speicher ({{sqliteMessage}}). Spielen Sie eine Kopie zurück, oder retten Sie das Lesbare mit „sqlite3 {{file}} .recover“.',
  STORE_READ_ONLY:
    '{{file}} lässt sich nicht schreiben. Geben Sie diesem Benutzer das Recht, die Datei und ihren Ordner zu schreiben.',
  STORE_CANNOT_OPEN:
    '{{file}} lässt sich nicht öffnen. Prüfen Sie, ob der Ordner besteht und dieser Benutzer ihn verwenden darf.',
  STORE_FAILED: '{{file}} war nicht verwendbar: {{sqliteMessage}} ({{sqliteCode}}).',
  'STORE_TOO_NEW.server':
    '{{file}} stammt von einer neueren Fassung dieses Programms (Schema {{schemaVersion}}, dieses Programm kennt {{knownVersion}}). Aktualisieren Sie dieses Programm; der Speicher wurde nicht geändert.',
  'STORE_BUSY.server': 'Ein anderes Programm schreibt in {{file}}. Versuchen Sie es gleich noch einmal.',
  'STORE_DISK_FULL.server':
    'Der Datenträger von {{file}} ist voll. Von diesem Schritt wurde nichts geschrieben: Schaffen Sie Platz und versuchen Sie es erneut.',
  'STORE_DAMAGED.server':
    '{{file}} ist beschädigt ({{reason}}). Spielen Sie eine Kopie der Datenbank zurück.',
  'STORE_READ_ONLY.server':
    '{{file}} nimmt keine Änderungen an ({{reason}}). Nennen Sie den Server, der geschrieben werden kann: Dieser folgt einem anderen.',
  'STORE_READ_ONLY.no-right':
    '„{{user}}“ darf {{file}} nicht schreiben ({{reason}}). Machen Sie die Rolle zum Eigentümer des Schemas.',
  'STORE_CANNOT_OPEN.no-database':
    'Der Server von {{file}} hat keine Datenbank „{{database}}“. Lassen Sie sie anlegen: CREATE DATABASE, Eigentümer „{{user}}“.',
  'STORE_FAILED.server': '{{file}} war nicht verwendbar: {{reason}} ({{sqlState}}).',
  STORE_UNREACHABLE:
    'Der Speicher {{file}} antwortet nicht ({{reason}}). Prüfen Sie, ob der Server läuft und von hier erreichbar ist; was gerade geschah, ist nicht geschrieben.',
  STORE_LOGIN_REFUSED:
    '{{file}} weist die Anmeldung von „{{user}}“ ab ({{reason}}). Geben Sie das Kennwort mit „xlink store password“ an oder in XLINK_STORE_PASSWORD.',
  STORE_TLS:
    'Es kam keine verschlüsselte Verbindung zu {{file}} zustande ({{reason}}). Berichtigen Sie sslmode und sslrootcert in der Adresse; sslmode=disable verzichtet darauf.',
  'STORE_URL_INVALID.form':
    'Die Adresse des Speichers (StoreUrl im Abschnitt [DB] von isps_ul.ini oder XLINK_STORE_URL) ist nicht vollständig. Schreiben Sie postgresql://user@host:5432/database.',
  'STORE_URL_INVALID.parameter':
    'Die Adresse des Speichers (StoreUrl im Abschnitt [DB] von isps_ul.ini oder XLINK_STORE_URL) hat „{{name}}“. Sie darf {{known}} haben.',
  'STORE_URL_INVALID.schema':
    'Die Adresse des Speichers (StoreUrl im Abschnitt [DB] von isps_ul.ini oder XLINK_STORE_URL) nennt ein Schema, das kein einfacher Name ist. Verwenden Sie Kleinbuchstaben, Ziffern und _.',
  'STORE_URL_INVALID.sslmode':
    'Die Adresse des Speichers (StoreUrl im Abschnitt [DB] von isps_ul.ini oder XLINK_STORE_URL) hat ein unbekanntes sslmode. Es darf {{known}} sein.',
  'STORE_URL_INVALID.root-certificate':
    'Die Adresse des Speichers (StoreUrl im Abschnitt [DB] von isps_ul.ini oder XLINK_STORE_URL) nennt {{file}} als sslrootcert; die Datei ist nicht lesbar ({{reason}}).',
  STORE_PASSWORD_IN_FILE:
    'Das Kennwort des Speichers steht in StoreUrl, lesbar für jeden, der die Datei lesen darf. Legen Sie es mit „xlink store password“ ab, und nehmen Sie es aus der Adresse.',
  STORE_NOT_EMPTY:
    '{{file}} ist nicht leer ({{found}}): Nichts wurde kopiert. Nennen Sie einen neuen Speicher, oder löschen Sie diesen.',
  STORE_SAME: 'Quelle und Ziel sind derselbe Speicher, {{file}}. Nennen Sie einen anderen.',
  STORE_COPY_RUNNING:
    'Lauf {{runId}} importiert in {{file}}. Warten Sie sein Ende ab, oder brechen Sie ihn ab; kopieren Sie dann.',
  STORE_COPY_DIFFERS:
    'Die Kopie von {{table}} ist nicht wie die Vorlage: Nichts wurde behalten. Versuchen Sie es erneut.',
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

  // Days, zones, files
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

  // Findings of the check
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
