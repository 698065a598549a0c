/** Findings of the check, by code or `code.variant`. */
export const settingsMessages = {
  SECTION_TWICE:
    'Il y a déjà une section [{{system}}] (ligne {{first}}), qui compte ; les clés sous cette ligne ne sont pas lues. Déplacez-les là-bas, ou supprimez-les.',
  SECTION_OPEN:
    '{{written}} n’est pas un en-tête de section : les clés en dessous appartiennent à [{{system}}]. Fermez-le par ].',
  KEY_MISSING:
    '{{key}} manque dans la section [{{section}}] : sans cette clé, le système ne peut pas être lu.',
  'KEY_MISSING.QueueNameColumn': 'QueueNameColumn manque : nommez la colonne qui contient la file d’attente.',
  'KEY_MISSING.TimeStampIs': 'Interval manque : avec TimeStampIs=end, il dit quand un intervalle a commencé.',
  'KEY_MISSING.ValueTypes':
    'ValueTypes manque : listez les colonnes des valeurs, ou écrivez ValueTypeFunctions=count pour compter les lignes.',
  KEY_TWICE:
    '{{key}} figure deux fois dans la section [{{system}}] ; la première compte (ligne {{first}}). Supprimez cette ligne ou l’autre.',
  KEY_OF_OTHER_INTERFACE:
    '{{key}} est une clé de {{interfaces}} et reste ici sans effet. Choisissez cette interface pour le système, ou supprimez la ligne.',
  KEY_UNKNOWN: '{{key}} est inconnu et sans effet. La ligne reste dans le fichier.',
  'KEY_UNKNOWN.likely': '{{key}} est inconnu et sans effet. Vouliez-vous dire {{likely}} ?',
  ZONE_OFFSET:
    'TimeZone est le décalage fixe {{offset}}, les files qu’il alimente sont dans {{zone}}, qui change d’heure. Si l’ACD change d’heure aussi, écrivez TimeZone={{zone}}.',
  MAP_LINE_TWICE:
    '« {{source}} » est affecté une seconde fois (d’abord ligne {{first}}) : avec le scénario par défaut, il compte double. Supprimez une des lignes si ce n’est pas voulu.',
  STATEMENT_REFUSED: 'La base de données refuse la requête : {{problem}}',
  QUEUE_NAME_TWICE:
    'QueueMappingSQL donne « {{name}} » pour les clés {{keys}} : seule la première est lue. Distinguez les noms, par exemple par la clé derrière eux.',
  TABLE_REFUSED: 'La base de données ne peut pas lire la table : {{problem}}',
  COLUMN_REFUSED: 'La base de données ne peut pas lire {{expression}} : {{problem}}',
  'COLUMN_REFUSED.likely': 'La table n’a pas de colonne {{expression}}. Vouliez-vous dire {{likely}} ?',
  'NAME_TYPE.number':
    'Selon QueueNameType, {{expression}} contient des nombres ; son type dans la base est {{type}}. Écrivez 0, ou omettez la clé.',
  'NAME_TYPE.text':
    'Selon QueueNameType, {{expression}} contient du texte ; son type dans la base est {{type}}. Écrivez 1, ou omettez la clé.',
  'STAMP_TYPE.number':
    'Selon {{typeKey}}, {{expression}} contient des secondes Unix ; son type dans la base est {{type}}. Corrigez le type.',
  'STAMP_TYPE.no-number':
    'Selon {{typeKey}}, {{expression}} contient une date/heure ; son type dans la base est {{type}}. Corrigez le type.',
  TABLE_EMPTY: '{{table}} n’a aucune ligne : il n’y a rien à importer. Vérifiez le nom, et si l’ACD y écrit.',
  'TABLE_EMPTY.half-hour':
    '{{table}} n’a aucune ligne : Cisco ICM et UCCE n’écrivent plus rien dans les tables Half_Hour depuis la version 8.0. Utilisez la table Interval du même nom.',
  'KEY_MISSING.agents':
    '{{key}} manque dans la section [{{section}}] : sans cette clé, les activités des agents ne peuvent pas être lues.',
  'KEY_MISSING.ActivityTimeSpanType':
    'ActivityTimeSpanType manque : écrivez 0 (début et durée), 1 (début et fin) ou 2 (début seul).',
  'KEY_MISSING.ActivityDurationColumn':
    'ActivityTimeSpanType={{type}} demande ActivityDurationColumn : nommez la colonne des secondes.',
  'KEY_MISSING.ActivityEndTimeStampColumn':
    'ActivityTimeSpanType={{type}} demande ActivityEndTimeStampColumn : nommez la colonne de la fin.',
  KEY_VALUE: '{{key}} : {{problem}}',
  'KEY_VALUE.TimeStampType':
    'TimeStampType={{value}} est inconnu. Écrivez 0 (texte), 1 (secondes Unix) ou 2 (date/heure).',
  'KEY_VALUE.QueueNameType': 'QueueNameType « {{value}} » est inconnu. Écrivez 0 (texte) ou 1 (nombre).',
  'KEY_VALUE.ValueTypeFunctions': 'ValueTypeFunctions contient « {{value}} ». Sont connues : {{known}}.',
  'KEY_VALUE.choice': '{{key}}={{value}} est inconnu. Valeurs possibles : {{known}}.',
  'KEY_VALUE.TimeStampIs': 'TimeStampIs={{value}} est inconnu. Écrivez start ou end.',
  'KEY_VALUE.TimeStampZoneColumn':
    'TimeStampZoneColumn est sans effet avec TimeStampType=1 : les secondes Unix sont en UTC. Retirez-la ou corrigez le type.',
  'KEY_VALUE.CoarserInterval': 'CoarserInterval={{value}} est inconnu. Écrivez refuse ou split.',
  'KEY_VALUE.Interval': 'Interval={{value}} ne divise pas un jour. Écrivez 5, 10, 15, 20, 30 ou 60 minutes.',
  'KEY_VALUE.whole-number': '{{key}}={{value}} est impossible. Écrivez un nombre entier de 0 à {{most}}.',
  'KEY_VALUE.ActivityTimeSpanType':
    'ActivityTimeSpanType={{value}} est inconnu. Écrivez 0 (début et durée), 1 (début et fin) ou 2 (début seul).',
  'KEY_VALUE.stamp-type':
    '{{key}}={{value}} est inconnu. Écrivez 0 (texte), 1 (secondes Unix) ou 2 (date/heure).',
  'KEY_VALUE.unix-columns': '{{key}} a {{columns}} colonnes ; les secondes Unix tiennent dans une seule.',
  'KEY_VALUE.stamp-columns':
    '{{key}} a {{columns}} colonnes. Écrivez-en une, ou celles de la date et de l’heure, séparées par ;.',
  'KEY_VALUE.format-date':
    '{{key}} : la première colonne doit contenir l’année, le mois et le jour. Écrivez par exemple yyyy-mm-dd;HH:MM:SS.',
  'KEY_VALUE.durations':
    'MinimumActivityDuration={{minimum}} dépasse MaximumActivityDuration={{maximum}} : aucune activité ne resterait. Réduisez-la.',
  'KEY_VALUE.seconds':
    '{{key}}={{value}} est négatif. Écrivez des secondes, ou 0 pour ne pas mettre de limite.',
  ACTIVITY_SQL_NO_ID:
    'ActivitySQL donne une seule colonne. Sélectionnez le nom et l’identifiant de chaque activité, par exemple SELECT name, id FROM activities.',
  LOG_OFF_MISSING:
    'ActivityTimeSpanType=2 sans LogOffActivities : la dernière activité d’un poste dure jusqu’à la prochaine. Listez les identifiants qui signifient « déconnecté », séparés par ;.',
  'LIST_LENGTH.format':
    '{{key}} a {{entries}} parties pour {{columns}} colonnes. Écrivez-en une pour chacune, séparées par ;.',
  'LIST_LENGTH.QueueNameType':
    'QueueNameType a {{entries}} entrées pour {{columns}} colonnes dans QueueNameColumn. Écrivez-en une pour chacune.',
  'LIST_LENGTH.ValueTypeFunctions':
    'ValueTypeFunctions a {{entries}} entrées pour {{valueTypes}} types de valeur. Écrivez-en une pour tous, ou une pour chacun.',
  VALUE_NOT_NUMBER: '« {{value}} » n’est pas un nombre. Écrivez seulement des chiffres.',
  VALUE_NOT_FLAG: '« {{value}} » ne dit ni oui ni non. Écrivez 1 ou 0.',
  VALUE_OPEN_QUOTE: 'Le guillemet avant {{value}} n’est pas fermé. Fermez-le.',
  VALUE_OPEN_PARENTHESIS: 'Une parenthèse dans « {{value}} » n’est pas fermée. Ajoutez la « ) » qui manque.',
  SETTINGS_MISSING:
    'Il n’y a pas encore de isps_ul.ini. Ajoutez un système sous Paramètres > Systèmes externes, ou copiez le fichier ici.',
  PASSWORD_IN_INI:
    'Le mot de passe de « {{system}} » figure dans isps_ul.ini. Déplacer le mot de passe l’enregistre chiffré ; celui que l’ancien programme a codé doit être saisi dans Configuration….',
  'MAP_LINE_FOREIGN.text':
    'Cette ligne n’est pas une affectation et reste telle quelle : elle ne commence pas par <base>:<id du parent>:<id de la file>:<id du type de valeur>=.',
  'MAP_LINE_FOREIGN.no-source':
    'Cette ligne n’est pas une affectation et reste telle quelle : il n’y a rien après le =.',
  'MAP_LINE_FOREIGN.script-name':
    'Cette ligne n’est pas une affectation et reste telle quelle : un script se nomme $<numéro>.BAS.',
  'MAP_LINE_FOREIGN.second-script':
    'Cette ligne n’est pas une affectation et reste telle quelle : son affectation a déjà un script, le premier compte.',
  'MAPPING_TARGET_UNKNOWN.queue':
    'WFM ne connaît pas la file d’attente {{queueId}} du mapping. Chargez-la avec « xlink wfm load », ou retirez ses lignes de acd_map.ini.',
  'MAPPING_TARGET_UNKNOWN.value-type':
    'WFM ne connaît pas le type de valeur {{valueTypeId}} du mapping. Chargez-le avec « xlink wfm load », ou retirez ses lignes de acd_map.ini.',
  MAPPING_SOURCE_UNKNOWN: 'La source « {{source}} » ne peut pas être lue : {{problem}}',
  MAPPING_WITHOUT_SOURCE:
    '{{script}} appartient à un type de valeur auquel rien n’est affecté : rien n’est importé. Affectez une source, ou retirez la ligne.',
  SCENARIO_ABSENT: 'L’affectation n’a pas de script : la somme de ses sources est importée.',
  SCENARIO_MISSING: [
    '{{script}} n’existe pas. Ouvrez le scénario et créez-le à nouveau, ou retirez la ligne du script de acd_map.ini.',
    '{{number}}.BAS n’existe pas. Créez à nouveau le scénario.',
  ],
  SCENARIO_INVALID: '{{script}}, ligne {{line}}, colonne {{column}} : {{problem}}',
  SCENARIO_PARA_MISSING: [
    '{{script}} utilise Para{{para}}, mais le nombre de sources affectées est {{sources}}. Affectez une source de plus ou modifiez le script.',
    'Le script utilise Para{{para}}, mais le nombre de sources affectées est {{sources}}. Affectez une source de plus ou modifiez le script.',
  ],
  SCENARIO_PARA_UNUSED: '{{script}} n’utilise pas {{paras}}, où une source est affectée.',
} as const;
