import type { storeMessages as french } from '../fr/store-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const storeMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  QUEUE_UNKNOWN: 'WFM hat keine Queue {{queueId}}.',
  WFM_LOAD_INVALID: 'Das Dokument ist nicht gültig, nichts wurde geladen. Berichtigen Sie es: {{message}}',
  'WFM_TARGET_UNKNOWN.queue':
    'WFM Queue {{queueId}} ist nicht gespeichert. Laden Sie sie mit „xlink wfm load“, oder entfernen Sie ihre Zuordnungen.',
  'WFM_TARGET_UNKNOWN.value-type':
    'Kennzahl {{valueTypeId}} ist nicht gespeichert. Laden Sie sie mit „xlink wfm load“, oder entfernen Sie ihre Zuordnungen.',
  'STORE_CONFLICT.zone':
    'WFM Queue {{queueId}}, Kennzahl {{valueTypeId}}: Der {{day}} wurde nicht geschrieben, weil die Queue eine andere Zeitzone bekommen hat. Importieren Sie den Tag erneut.',
  'STORE_CONFLICT.values':
    'WFM Queue {{queueId}}, Kennzahl {{valueTypeId}}: Der {{day}} wurde nicht geschrieben, weil seine Werte inzwischen geändert wurden. Importieren Sie den Tag erneut.',
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
  STORE_FAILED:
    '{{file}} war nicht verwendbar: {{sqliteMessage}} ({{sqliteCode}}). Versuchen Sie es erneut; bleibt es dabei, prüfen Sie den Datenträger.',
  'STORE_TOO_NEW.server':
    '{{file}} stammt von einer neueren Fassung dieses Programms (Schema {{schemaVersion}}, dieses Programm kennt {{knownVersion}}). Aktualisieren Sie dieses Programm; der Speicher wurde nicht geändert.',
  'STORE_BUSY.server': 'Ein anderes Programm schreibt in {{file}}. Versuchen Sie es gleich noch einmal.',
  'STORE_DISK_FULL.server':
    'Der Datenträger von {{file}} ist voll. Von diesem Schritt wurde nichts geschrieben: Schaffen Sie Platz und versuchen Sie es erneut.',
  'STORE_DAMAGED.server':
    '{{file}} ist beschädigt ({{reason}}). Spielen Sie eine Kopie der Datenbank zurück.',
  'STORE_READ_ONLY.server':
    '{{file}} nimmt keine Änderungen an ({{reason}}). Nennen Sie den Hauptserver: Dieser ist nur eine Kopie davon.',
  'STORE_READ_ONLY.no-right':
    '„{{user}}“ darf nicht in {{file}} schreiben ({{reason}}). Machen Sie die Rolle zur Eigentümerin des Schemas.',
  'STORE_CANNOT_OPEN.no-database':
    'Der Server von {{file}} hat keine Datenbank „{{database}}“. Lassen Sie sie anlegen: CREATE DATABASE, Eigentümer „{{user}}“.',
  'STORE_FAILED.server':
    '{{file}} war nicht verwendbar: {{reason}} ({{sqlState}}). Versuchen Sie es erneut; bleibt es dabei, fragen Sie den Datenbankverwalter.',
  STORE_UNREACHABLE:
    'Der Speicher {{file}} antwortet nicht ({{reason}}). Prüfen Sie, ob der Server läuft und von hier erreichbar ist; was gerade im Gange war, ist nicht geschrieben.',
  STORE_LOGIN_REFUSED:
    '{{file}} weist die Anmeldung von „{{user}}“ ab ({{reason}}). Geben Sie das Kennwort mit „xlink store password“ an oder in XLINK_STORE_PASSWORD.',
  STORE_TLS:
    'Es kam keine verschlüsselte Verbindung zu {{file}} zustande ({{reason}}). Berichtigen Sie sslmode und sslrootcert in der Adresse; mit sslmode=disable ist die Verbindung unverschlüsselt.',
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
    'Die Kopie von {{table}} stimmt nicht mit der Vorlage überein: Nichts wurde behalten. Versuchen Sie es erneut; geschieht es wieder, melden Sie es uns.',
};
