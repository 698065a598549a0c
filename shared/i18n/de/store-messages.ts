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
};
