/** What the engine says of the home, its systems, passwords and mappings, by code or `code.variant`. */
export const homeMessages = {
  HOME_FILE_CHANGED:
    '{{file}} a été modifié entre-temps par quelqu’un d’autre. Relisez-le, puis refaites la modification.',
  HOME_FILE_UNREADABLE: '{{name}} ne peut pas être lu ({{reason}}). Vérifiez ses droits d’accès.',
  HOME_FILE_UNWRITABLE:
    '{{name}} ne peut pas être écrit ({{reason}}). Rien n’a été modifié. Vérifiez l’espace libre et les droits d’accès du dossier de travail.',
  'HOME_FILE_UNWRITABLE.folder':
    'Le dossier de travail n’est pas accessible en écriture ({{reason}}). Vérifiez ses droits d’accès.',
  HOME_FILE_LOCKED:
    '{{name}} est en cours d’écriture par un autre programme. Réessayez ; si cela persiste, supprimez {{lock}}.',
  HOME_UNUSABLE:
    'Le dossier de travail {{homeFolder}} ne peut pas être utilisé ({{reason}}). Indiquez-en un autre avec --home ou XLINK_HOME.',
  SYSTEM_UNKNOWN: [
    'Il n’y a pas de système externe « {{system}} ». Sont configurés : {{known}}.',
    'Il n’y a pas de système externe « {{system}} » : isps_ul.ini n’en contient aucune section.',
  ],
  SYSTEM_EXISTS: 'Il y a déjà un système « {{taken}} ». Choisissez un autre nom.',
  SYSTEM_NO_SOURCE:
    '« {{system}} » n’a pas de source de données. Saisissez-en une dans Configuration… (clé Source dans isps_ul.ini).',
  SYSTEM_NOT_CONFIGURED:
    '« {{system}} » n’a pas encore de section dans isps_ul.ini. Ouvrez Configuration… par un clic droit, ou supprimez le système.',
  SECTION_INVALID: [
    'isps_ul.ini, section [{{system}}], ligne {{line}} : {{problem}}',
    'isps_ul.ini, section [{{system}}] : {{problem}}',
  ],
  INTERFACE_INVALID: '{{file}} n’est pas une définition d’interface : {{reason}}',
  INTERFACE_UNKNOWN: 'Il n’y a pas d’interface « {{interface}} ». Sont connues : {{known}}.',
  PASSWORD_ENCODED:
    'Le mot de passe de « {{system}} » dans isps_ul.ini est codé par l’ancien programme et ne peut pas être lu. Saisissez-le dans Configuration….',
  SECRET_UNREADABLE:
    'Le mot de passe enregistré de « {{system}} » ne peut pas être déchiffré avec la clé de cet utilisateur. Saisissez-le à nouveau dans Configuration….',
  'SECRET_UNREADABLE.store':
    'Le mot de passe enregistré de la base ne peut pas être déchiffré avec la clé de cet utilisateur. Saisissez-le à nouveau avec « xlink store password ».',
  SECRETS_DAMAGED:
    'secrets.json ne peut pas être lu. Restaurez-le depuis une copie, ou supprimez-le et saisissez à nouveau les mots de passe.',
  SECRET_KEY_UNWRITABLE:
    'La clé des mots de passe enregistrés ne peut pas être écrite dans {{keyFile}}. Indiquez dans XLINK_SECRET_KEY_FILE un fichier où cet utilisateur peut écrire.',
  'MAP_CONFLICT.gone':
    'L’entrée {{entry}} du mapping (« {{expected}} ») n’est plus là : acd_map.ini a été modifié entre-temps. Regardez à nouveau le mapping et refaites la modification.',
  'MAP_CONFLICT.other':
    'L’entrée {{entry}} du mapping est « {{found}} » et non « {{expected}} » : acd_map.ini a été modifié entre-temps. Regardez à nouveau le mapping et refaites la modification.',
  'MAP_CONFLICT.short':
    'Le mapping n’a plus que {{count}} entrées, donc aucune à la place {{entry}} : acd_map.ini a été modifié entre-temps. Regardez à nouveau le mapping et refaites la modification.',
  MAP_BAD_SOURCE:
    '« {{source}} » ne peut pas être écrit dans acd_map.ini. Écrivez système:file:type de valeur sur une ligne.',
  MAP_BAD_SCRIPT: '{{script}} n’est pas le numéro d’un fichier .BAS. Utilisez un nombre entier.',
  MAP_SOURCE_KIND: '« {{path}} » n’est aucun des types de files de {{system}} : {{kinds}}.',
  MAP_SOURCE_SHORT:
    '« {{source}} » ne nomme pas de file d’attente ou pas de type de valeur. Écrivez système:file:type de valeur.',
  MAP_SOURCE_SYSTEM:
    '« {{system}} » n’est pas un système des paramètres. Ajoutez le système ou corrigez le nom.',
  MAP_SOURCE_UNCONFIGURED:
    'le système « {{system}} » n’est pas configuré, ou sa section contient des erreurs.',
  MAP_SOURCE_VALUE_TYPE: [
    '« {{valueType}} » n’est pas un type de valeur de {{system}}. Il offre {{offered}}.',
    '« {{valueType}} » n’est pas un type de valeur de {{system}}, qui n’en offre aucun.',
  ],
  MAPPING_EMPTY:
    'Rien n’est encore affecté à ce type de valeur. Affectez d’abord un type de valeur externe, puis écrivez son script.',
} as const;
