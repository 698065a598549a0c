import type { adoptMessages as french } from '../fr/adopt-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const adoptMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  PASSWORD_ABSENT: 'In isps_ul.ini steht kein Kennwort von „{{system}}“: Es gibt nichts zu verschieben.',
  'ADOPT_FOLDER_UNREADABLE.missing':
    'Den Ordner {{folder}} gibt es auf dem Rechner, auf dem das Programm läuft, nicht. Prüfen Sie den Pfad.',
  'ADOPT_FOLDER_UNREADABLE.file':
    '{{folder}} ist kein Ordner. Nennen Sie den Ordner, in dem isps_ul.ini steht.',
  'ADOPT_FOLDER_UNREADABLE.denied':
    '{{folder}} ist nicht lesbar ({{reason}}). Prüfen Sie die Zugriffsrechte.',
  ADOPT_NO_SETTINGS:
    'In {{folder}} gibt es keine isps_ul.ini. Nennen Sie den Ordner, in dem das alte Programm installiert war.',
  ADOPT_FILE_UNREADABLE:
    '{{name}} in {{folder}} ist nicht lesbar ({{reason}}). Prüfen Sie die Zugriffsrechte; übernommen wurde nichts.',
  'ADOPT_FILE_UNREADABLE.utf-16':
    '{{name}} in {{folder}} ist als UTF-16 („Unicode“) gespeichert. Speichern Sie die Datei in einer Kopie des Ordners als UTF-8 oder ANSI, und öffnen Sie diese.',
  'ADOPT_TOO_LARGE.file':
    '{{name}} in {{folder}} ist größer als {{kilobytes}} KB und damit kaum eine Datei von Xlink. Prüfen Sie den Ordner.',
  'ADOPT_TOO_LARGE.scripts':
    '{{folder}} enthält zu viele Skripte und ist damit kaum ein Xlink-Ordner. Nennen Sie den, in dem isps_ul.ini steht.',
  'ADOPT_TOO_LARGE.entries':
    '{{folder}} enthält zu viele Dateien und ist damit kaum ein Xlink-Ordner. Nennen Sie den, in dem isps_ul.ini steht.',
  'ADOPT_SAME_FOLDER.same':
    '{{folder}} ist schon der Arbeitsordner dieser Konsole. Starten Sie sie mit einem anderen --home, damit der alte Ordner bleibt, wie er ist.',
  'ADOPT_SAME_FOLDER.inside':
    'Der Arbeitsordner {{homeFolder}} liegt in {{folder}}; dieser Ordner würde dadurch geändert. Starten Sie die Konsole mit einem anderen --home.',
  ADOPT_FOLDER_CHANGED:
    'Die Dateien in {{folder}} wurden geändert, seit sie gelesen wurden. Lesen Sie den Ordner neu, und sehen Sie den Bericht an.',
  ADOPT_HOME_IN_USE:
    'Der Arbeitsordner {{homeFolder}} enthält schon Einstellungen, Zuordnungen oder Skripte ({{files}}). Bestätigen Sie, dass sie ersetzt werden (eine datierte Kopie bleibt), oder nennen Sie einen anderen Arbeitsordner.',
  ADOPT_WHILE_IMPORTING:
    'Lauf {{runId}} importiert in diesen Arbeitsordner. Warten Sie sein Ende ab, oder brechen Sie ihn ab, und öffnen Sie den Ordner dann noch einmal.',
  ADOPT_NO_MAPPING:
    'Im Ordner gibt es keine acd_map.ini: Die Systeme werden übernommen, zugeordnet ist nichts.',
  ADOPT_FILE_LEFT: '{{name}} wird nicht übernommen: {{taken}} hat unter Windows denselben Namen und zählt.',
  ADOPT_SYSTEM_NAME:
    '„{{name}}“ kann kein Systemname sein: Er enthält : oder = oder ist zu lang. Benennen Sie den Abschnitt in der Kopie um, und in acd_map.ini.',
};
