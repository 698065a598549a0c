import type { odbcMessages as french } from '../fr/odbc-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const odbcMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
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
  'ODBC_SERVER_UNREACHABLE.starting':
    'Der Datenbankserver wird gerade gestartet oder beendet. Es wird erneut versucht; machen Sie weiter, sobald er läuft.',
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
    'Die Uhren gehen {{seconds, number}} {{seconds|Sekunde|Sekunden}} auseinander. Stellen Sie beide nach einem Zeitserver (NTP), sonst werden die neuesten Intervalle zu früh oder zu spät gelesen.',
  'ODBC_STEP.table': 'Darf gelesen werden.',
  'ODBC_STEP.empty-table': 'Die Anrufdaten haben keine Zeile.',
  'ODBC_STEP.first-rows': '{{first}}',
  'ODBC_STEP.yesterday': 'Zeilen vom {{day}} ({{zone}}): {{rows, number}}, von {{from}} bis {{to}}.',
  'ODBC_STEP.no-yesterday':
    'Keine Zeile vom {{day}} ({{zone}}). Sollte es welche geben, prüfen Sie TimeStampColumn, TimeStampType, TimeStampFormat und TimeZone.',
  'ODBC_STEP.no-yesterday-standard':
    'Keine Zeile vom {{day}} ({{zone}}). Sollte es welche geben, prüfen Sie TimeZone.',
  'ODBC_STEP.no-row': 'Die Abfrage funktioniert und liefert keine Zeile.',
  'ODBC_STEP.rows': 'Zeilen: {{rows, number}}; die erste: {{first}}',
  'ODBC_STEP.many-rows': 'Zeilen: {{rows, number}} oder mehr; die erste: {{first}}',
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
};
