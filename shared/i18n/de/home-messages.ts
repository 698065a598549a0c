import type { homeMessages as french } from '../fr/home-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const homeMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
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
};
