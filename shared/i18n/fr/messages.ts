/**
 * What the engine says, by code, `code.variant` or `effect.<name>`; see `shared/i18n/messages.ts`. German has the same
 * keys.
 */
export const messages = {
  // ODBC
  ODBC_NO_DATA_SOURCE: [
    'Il n’existe pas de source de données « {{dsn}} ». Trouvées ici : {{found}}.',
    'Il n’existe pas de source de données « {{dsn}} ». Aucune n’est définie sur cette machine.',
    'Cette source de données n’existe pas. Choisissez-en une autre dans Configuration….',
  ],
  'ODBC_NO_DATA_SOURCE.too-long': [
    'Le nom de source de données « {{dsn}} » est trop long : ODBC accepte {{characters}} caractères. Trouvées ici : {{found}}.',
    'Le nom de la source de données est trop long : ODBC accepte 32 caractères.',
  ],
  'ODBC_NO_DATA_SOURCE.nameless': [
    'La chaîne de connexion ne nomme ni source de données ni pilote existant. Pilotes installés : {{drivers}}.',
    'La chaîne de connexion ne nomme ni source de données ni pilote existant. Aucun pilote n’est installé.',
  ],
  'ODBC_NO_DATA_SOURCE.unreadable':
    'La chaîne de connexion ne peut pas être lue. Vérifiez Driver=, les points-virgules et la longueur du nom de la source de données (32 caractères).',
  ODBC_DRIVER_MISSING: [
    'Le pilote de la source de données n’est pas installé, ou sa bibliothèque ne peut pas être chargée. Installez-le, ou choisissez une autre source de données. Pilotes installés : {{drivers}}.',
    'Le pilote de la source de données n’est pas installé, ou sa bibliothèque ne peut pas être chargée. Installez-le, ou choisissez une autre source de données.',
  ],
  'ODBC_DRIVER_MISSING.library':
    'La bibliothèque du pilote est introuvable : {{library}}. Installez le pilote, ou choisissez une autre source de données.',
  ODBC_DRIVER_FAILED: 'Le pilote n’a pas pu démarrer. Réinstallez-le, ou vérifiez sa configuration.',
  'ODBC_DRIVER_FAILED.sequence':
    'Le pilote a perdu le fil. Testez à nouveau ; si cela persiste, installez un pilote plus récent.',
  ODBC_ARCHITECTURE:
    'La source de données appartient à un pilote 32 bits, ce programme est en 64 bits. Créez une source de données du même nom avec le pilote 64 bits (Sources de données ODBC, 64 bits).',
  'ODBC_ARCHITECTURE.driver':
    'Le pilote {{driver}} est en {{bits}} bits, ce programme en {{programBits}} bits : il ne peut pas le charger. Installez le pilote {{programBits}} bits.',
  ODBC_SERVER_UNREACHABLE:
    'Le serveur de base de données est injoignable. Vérifiez son nom, le port, le pare-feu et s’il est en marche. Le pilote indique : {{driverText}}',
  ODBC_LOGIN_REFUSED:
    'La base de données a refusé l’utilisateur ou le mot de passe. Saisissez-les à nouveau dans Configuration….',
  ODBC_DATABASE_MISSING:
    'Cette base de données n’existe pas sur le serveur, ou l’utilisateur n’y a pas accès. Vérifiez son nom dans la source de données. Le pilote indique : {{driverText}}',
  'ODBC_DATABASE_MISSING.file':
    'Le fichier de la base de données ne peut pas être ouvert. Vérifiez son chemin et ses droits d’accès.',
  'ODBC_DATABASE_MISSING.not-sqlite': 'Le fichier n’est pas une base de données SQLite. Vérifiez son chemin.',
  ODBC_TABLE_MISSING:
    'Une table ou vue de la requête n’existe pas, ou l’utilisateur n’a pas le droit de la voir. Vérifiez son nom et son propriétaire. Le pilote indique : {{driverText}}',
  ODBC_COLUMN_MISSING:
    'Une colonne de la requête n’existe pas. Vérifiez son nom. Le pilote indique : {{driverText}}',
  ODBC_SYNTAX:
    'La base de données ne comprend pas la requête. Vérifiez son SQL. Le pilote indique : {{driverText}}',
  ODBC_CONVERSION:
    'Une valeur ne convient pas à sa colonne. Vérifiez si la colonne contient du texte ou des nombres (QueueNameType, TimeStampType). Le pilote indique : {{driverText}}',
  ODBC_DATE_FORMAT:
    'Une valeur n’est pas une date au format attendu par la base de données. Vérifiez TimeStampType et TimeStampFormat. Le pilote indique : {{driverText}}',
  ODBC_NO_RIGHT:
    'L’utilisateur n’a pas le droit de lire ces données. Demandez le droit SELECT à l’administrateur de la base de données. Le pilote indique : {{driverText}}',
  ODBC_CONNECTION_LOST:
    'La connexion à la base de données est perdue. Un nouvel essai a lieu ; si cela persiste, vérifiez le réseau.',
  ODBC_CONNECTION_REFUSED:
    'Le serveur a refusé la connexion. Vérifiez l’utilisateur, la base de données et le nombre de connexions permises. Le pilote indique : {{driverText}}',
  'ODBC_CONNECTION_REFUSED.busy':
    'Le serveur n’accepte plus de connexions pour le moment. Un nouvel essai a lieu ; sinon, augmentez leur nombre sur le serveur.',
  ODBC_TIMEOUT: [
    'Pas de réponse en {{seconds}} secondes. Vérifiez le nom du serveur, le port et le pare-feu ; si c’est une requête, si elle a besoin de plus de temps.',
    'La base de données n’a pas répondu à temps. Réessayez ; une période plus courte ou un index sur l’horodatage peut aider.',
  ],
  'ODBC_TIMEOUT.statement':
    'La requête a dépassé {{seconds}} secondes et a été arrêtée. Demandez moins de données, ou un index sur l’horodatage.',
  'ODBC_TIMEOUT.ended':
    'La base de données a mis fin à la requête, par exemple à cause de sa propre limite de temps. Réessayez, ou faites relever cette limite.',
  'ODBC_TIMEOUT.driver': 'Le pilote a mis fin à la requête. Réessayez.',
  ODBC_CONNECT_TIMEOUT:
    'La source de données n’a pas répondu en {{seconds}} secondes. Vérifiez le nom du serveur, le port et le pare-feu.',
  ODBC_CONNECTION_GIVEN_UP:
    'Le pilote n’a pas réagi à l’arrêt ; la connexion a été abandonnée. Connectez-vous à nouveau.',
  ODBC_CONNECTION_CLOSED: 'La connexion a été fermée. Connectez-vous à nouveau.',
  ODBC_LOCKED: 'Les lignes étaient verrouillées par un autre programme. Un nouvel essai a lieu.',
  'ODBC_LOCKED.rolled-back': 'Le serveur a annulé la transaction. Un nouvel essai a lieu.',
  ODBC_PARAMETERS:
    'Le nombre de points d’interrogation de la requête ne correspond pas à celui des valeurs. Mettez entre guillemets ceux qui font partie d’un texte.',
  ODBC_MEMORY:
    'Le pilote ou le serveur n’a plus assez de mémoire. Demandez moins de jours ou de colonnes, ou fermez d’autres programmes.',
  ODBC_NOT_SUPPORTED:
    'Le pilote ou la base de données ne sait pas faire cela. Installez un pilote plus récent, ou écrivez la requête autrement. Le pilote indique : {{driverText}}',
  ODBC_CONNECTION_STRING:
    'Le pilote n’accepte pas un attribut de la chaîne de connexion ou de la source de données. Vérifiez l’orthographe de son nom et de sa valeur. Le pilote indique : {{driverText}}',
  ODBC_WRITES:
    'La requête modifie des données. Les requêtes d’une section ne font que lire : écrivez un SELECT. Le pilote indique : {{driverText}}',
  ODBC_DIVISION:
    'La requête divise par zéro dans une ligne. Divisez plutôt par NULLIF(…, 0). Le pilote indique : {{driverText}}',
  ODBC_ROWS_LOST:
    'Le pilote n’a pas pu convertir une valeur et a omis sa ligne. Vérifiez les types des colonnes, ou convertissez-les dans la requête (CAST).',
  ODBC_TEXT_TOO_LONG:
    'La colonne {{column}} contient un texte trop long pour être lu avec beaucoup de lignes. Raccourcissez-le dans la requête, par exemple avec SUBSTR({{column}}, 1, 200).',
  ODBC_ERROR: 'Le pilote indique : {{driverText}}',
  QUEUE_MAPPING_COLUMNS:
    'QueueMappingSQL doit donner deux colonnes, le nom et la clé. Elle n’en donne qu’une.',

  // Steps of Test ODBC
  'ODBC_STEP.manager': ['{{manager}}, {{bits}} bits, {{library}}.', '{{manager}}, {{bits}} bits.'],
  'ODBC_STEP.no-name': 'Une chaîne de connexion, sans nom de source de données.',
  'ODBC_STEP.not-listed': [
    '« {{dsn}} » n’est pas parmi les sources de données trouvées ici ({{found}}).',
    '« {{dsn}} » n’est pas parmi les sources de données trouvées ici (aucune).',
  ],
  'ODBC_STEP.listed': '« {{dsn}} » : {{places}}.',
  'ODBC_STEP.no-driver': 'Aucun pilote n’est nommé pour elle.',
  'ODBC_STEP.driver': ['{{driver}}, {{bits}} bits.', '{{driver}}.'],
  'ODBC_STEP.connected': 'Connecté à {{database}}.',
  'ODBC_STEP.connected-other': 'Connecté à une base de données d’un autre type.',
  'ODBC_STEP.not-connected': 'Non connecté.',
  'ODBC_STEP.not-reached': 'Non atteint.',
  'ODBC_STEP.no-time': 'Il ne restait plus de temps.',
  'ODBC_STEP.cancelled': 'Le test a été arrêté.',
  'ODBC_STEP.no-clock': 'La base de données est un fichier : son horloge est celle de cette machine.',
  'ODBC_STEP.clock-unknown': 'Le serveur ne dit pas l’heure qu’il est.',
  'ODBC_STEP.clock-same': [
    'L’horloge du serveur marche avec la nôtre. Son heure locale est {{offset}}.',
    'L’horloge du serveur marche avec la nôtre.',
  ],
  'ODBC_STEP.clock-ahead': [
    'L’horloge du serveur avance sur la nôtre (secondes : {{seconds}}). Son heure locale est {{offset}}.',
    'L’horloge du serveur avance sur la nôtre (secondes : {{seconds}}).',
  ],
  'ODBC_STEP.clock-behind': [
    'L’horloge du serveur retarde sur la nôtre (secondes : {{seconds}}). Son heure locale est {{offset}}.',
    'L’horloge du serveur retarde sur la nôtre (secondes : {{seconds}}).',
  ],
  ODBC_CLOCK:
    'Les horloges diffèrent de {{seconds}} secondes. Réglez les deux par un serveur de temps (NTP), sinon les intervalles les plus récents sont lus trop tôt ou trop tard.',
  'ODBC_STEP.table': 'Lecture permise.',
  'ODBC_STEP.empty-table': 'Les données d’appels n’ont aucune ligne.',
  'ODBC_STEP.first-rows': '{{first}}',
  'ODBC_STEP.yesterday': 'Lignes du {{day}} ({{zone}}) : {{rows}}, de {{from}} à {{to}}.',
  'ODBC_STEP.no-yesterday':
    'Aucune ligne du {{day}} ({{zone}}). S’il devait y en avoir, vérifiez TimeStampColumn, TimeStampType, TimeStampFormat et TimeZone.',
  'ODBC_STEP.no-yesterday-standard':
    'Aucune ligne du {{day}} ({{zone}}). S’il devait y en avoir, vérifiez TimeZone.',
  'ODBC_STEP.no-row': 'La requête fonctionne et ne donne aucune ligne.',
  'ODBC_STEP.rows': 'Lignes : {{rows}} ; la première : {{first}}',
  'ODBC_STEP.many-rows': 'Lignes : {{rows}} ou plus ; la première : {{first}}',
  'ODBC_PLACE.user': [
    'source de données utilisateur, {{bits}} bits, dans {{definedIn}}',
    'source de données utilisateur, dans {{definedIn}}',
  ],
  'ODBC_PLACE.system': [
    'source de données système, {{bits}} bits, dans {{definedIn}}',
    'source de données système, dans {{definedIn}}',
  ],

  // Notes on data sources
  DSN_BITNESS:
    'Seuls les programmes {{bits}} bits la voient, celui-ci est en {{programBits}} bits. Créez une source de données du même nom dans Sources de données ODBC ({{programBits}} bits), avec le pilote {{programBits}} bits.',
  'DSN_TWICE.counts':
    'Une autre source de données du même nom est définie dans {{definedIn}} ; c’est celle-ci qui compte.',
  'DSN_TWICE.hidden-by-user':
    'La source de données utilisateur du même nom dans {{definedIn}} compte, et non celle-ci.',
  'DSN_TWICE.hidden-by-system':
    'La source de données système du même nom dans {{definedIn}} compte, et non celle-ci.',
  'DSN_DRIVER.none': 'Elle ne nomme aucun pilote. Choisissez-en un dans ses paramètres.',
  'DSN_DRIVER.unregistered':
    'Le pilote « {{driver}} » n’est pas enregistré sur cette machine. Sont enregistrés : {{drivers}}.',
  'DSN_DRIVER.unregistered-alone':
    'Le pilote « {{driver}} » n’est pas enregistré sur cette machine. Aucun ne l’est.',
  'DSN_DRIVER.library':
    'La bibliothèque du pilote n’est pas là : {{library}}. Installez le pilote, ou choisissez une autre source de données.',
  'DSN_DRIVER.bitness':
    'Le pilote {{driver}} est en {{bits}} bits, ce programme en {{programBits}} bits : il ne peut pas le charger. Installez le pilote {{programBits}} bits.',

  // Import runs
  'effect.values-left-out': '{{text}} Les valeurs alimentées aussi par {{system}} ont été omises.',
  'effect.interval-kept': [
    '{{script}}, ligne {{line}} : {{text}} La valeur de l’intervalle reste inchangée.',
    'Somme par défaut, ligne {{line}} : {{text}} La valeur de l’intervalle reste inchangée.',
  ],
  NOTHING_READ:
    'La source n’a renvoyé aucune ligne pour les files d’attente affectées du {{fromDay}} au {{toDay}}. Ce qui est enregistré reste. Vérifiez les jours, QueueNameColumn, QueueMappingSQL, TimeStampColumn et TimeStampType.',
  NOTHING_MAPPED:
    'Rien de {{systems}} n’est affecté à une file d’attente iWFM active. Affectez d’abord des types de valeur externes.',
  EXTERNAL_QUEUE_MISSING:
    '{{system}} ne liste pas (ou plus) la file d’attente {{externalQueue}}. Ses valeurs sont lues là où elles existent ; vérifiez le mapping.',
  WRITE_NULL_DAY_EMPTY:
    '{{system}} n’a rien renvoyé pour le {{day}}. Aucune valeur n’a été mise à 0, ce qui est enregistré reste.',
  WRITE_NULL_ZEROES: '{{queue}}, {{day}} : {{count}} valeurs enregistrées passeraient à 0.',
  'WRITE_NULL_UNCONFIRMED.none':
    '« Écrire les valeurs nulles » met des valeurs enregistrées à 0. Faites d’abord un aperçu avec cette option, regardez ce qui passerait à 0 et confirmez-le.',
  'WRITE_NULL_UNCONFIRMED.survey':
    'L’import {{surveyRunId}} ne dit pas ce qui passerait à 0 : il faut un aperçu terminé avec « Écrire les valeurs nulles » pour les mêmes systèmes et jours. Faites-en un.',
  'WRITE_NULL_UNCONFIRMED.day':
    'L’import {{surveyRunId}} n’a pas constaté que {{system}} n’a rien renvoyé pour le {{day}}. Laissez ce jour de côté, ou refaites l’aperçu.',
  WRITE_NULL_CHANGED:
    'Le {{day}}, plus de valeurs enregistrées passeraient à 0 que ce qui a été confirmé. Aucune n’a été mise à 0 : refaites l’aperçu.',
  STAMP_UNREADABLE:
    '{{system}} : des horodatages tels que « {{stamp}} » ne peuvent pas être lus ; leurs lignes ont été omises. Vérifiez TimeStampType et TimeStampFormat.',
  STAMP_ZONE_UNKNOWN:
    '{{system}} : « {{zone}} » à côté de l’horodatage n’est ni un décalage ni un fuseau horaire ; ces lignes ont été omises. Vérifiez TimeStampZoneColumn, ou la colonne que lit l’interface.',
  STAMP_REPEATED_HOUR:
    '{{system}} : l’horloge a été retardée et les horodatages ne disent pas laquelle des deux heures ils désignent. Ils comptent dans la première. Des secondes Unix (TimeStampType=1) ou un décalage fixe le diraient.',
  STAMP_MISSING_HOUR:
    '{{system}} : les horodatages de l’heure sautée ont été lus comme si l’horloge n’avait pas été avancée. Vérifiez TimeZone.',
  VALUE_NOT_A_NUMBER:
    '{{system}} : {{valueType}} contient « {{value}} », qui n’est pas un nombre ; les valeurs calculées avec restent inchangées.',
  INTERVAL_COARSER:
    '{{system}} compte par {{sourceMinutes}} minutes, {{queue}} par {{queueMinutes}} : les valeurs ne peuvent pas être divisées. Réglez la file d’attente sur {{sourceMinutes}} minutes ou l’ACD sur {{queueMinutes}}, ou écrivez CoarserInterval=split dans la section.',
  ROW_COARSER:
    '{{system}} : des lignes de {{minutes}} minutes sont plus longues que les intervalles de la file WFM. Ces intervalles restent tels quels. Écrivez CoarserInterval=split dans la section pour diviser ces lignes.',
  ROW_ACROSS:
    '{{system}} : des lignes de {{minutes}} minutes chevauchent deux intervalles de la file WFM. Ces intervalles restent tels quels. Vérifiez TimeZone et l’intervalle de la file.',
  ROW_SPLIT:
    '{{system}} : des lignes plus longues que les intervalles de la file WFM ont été divisées, le reste dans la première partie (CoarserInterval=split).',
  INTERVAL_ACROSS:
    '{{system}} compte par {{sourceMinutes}} minutes, {{queue}} par {{queueMinutes}} : les valeurs ne peuvent pas être divisées. Réglez la file d’attente sur {{sourceMinutes}} minutes ou l’ACD sur {{queueMinutes}}.',
  QUEUE_KEY_UNMATCHED:
    '{{system}} : la source a renvoyé des lignes de « {{key}} », qu’elle prend pour une file d’attente affectée mais écrit autrement. Elles ont été omises. Affectez la file telle que les données d’appels l’écrivent.',
  QUEUE_LEVELS:
    '{{system}} : niveaux des files d’attente : {{levels}}, colonnes dans QueueNameColumn : {{columns}}. Écrivez une colonne pour chaque colonne de QueueSQL, séparées par ;.',
  VALUE_TOO_LARGE:
    '{{queue}}, {{valueType}} : une valeur ou un résultat est trop grand pour être conservé exactement (2^53). La valeur de l’intervalle reste inchangée.',
  'VALUE_TOO_LARGE.figure':
    '{{system}} : {{valueType}} contient {{value}}, trop grand pour être conservé exactement (2^53) ; les valeurs calculées à partir de tels chiffres restent inchangées.',
  SYSTEM_DAY_EMPTY:
    '{{system}} n’a rien renvoyé pour le {{day}}. Les valeurs alimentées avec d’autres systèmes restent inchangées.',
  IMPORT_WORKER_LOST:
    'Le processus qui faisait l’import s’est arrêté ({{reason}}), sans doute à cause de son pilote ODBC. Ce qui est écrit reste ; reprenez l’import pour faire le reste.',
  IMPORT_RUNNING: [
    'Un import de {{system}} est en cours (import {{runId}}). Attendez sa fin, ou annulez-le.',
    'Un import de {{system}} est en cours. Attendez sa fin, ou annulez-le.',
  ],
  NO_SYSTEM:
    'Il n’y a pas de système externe à importer. Ajoutez-en un sous Paramètres > Systèmes externes, ou écrivez sa section dans isps_ul.ini.',
  RUN_ELSEWHERE:
    'L’import {{runId}} appartient à un autre programme sur ce stockage : il a été prié de l’annuler et ne l’a pas encore fait. Regardez là-bas.',
  RUN_UNKNOWN: 'L’import {{runId}} n’existe pas. Choisissez-en un sous Affichage > Imports effectués.',
  'RUN_NOT_OWNED.running':
    'L’import {{runId}} est maintenant exécuté par un autre programme. Suivez-le là-bas.',
  'RUN_NOT_OWNED.ended':
    'L’import {{runId}} est terminé et n’accepte plus de jours. Reprenez-le pour continuer.',
  RUN_IS_RUNNING: 'L’import {{runId}} est en cours. Suivez-le, ou annulez-le d’abord.',
  RUN_NOT_RESUMABLE: 'L’import {{runId}} n’a plus de jours à faire. Démarrez un nouvel import.',
  'RUN_NOT_UNDOABLE.dry':
    'L’import {{runId}} ne peut pas être retiré : c’était un aperçu, il n’a rien écrit.',
  'RUN_NOT_UNDOABLE.running':
    'L’import {{runId}} ne peut pas être retiré : il est en cours. Annulez-le d’abord.',
  'RUN_NOT_UNDOABLE.nothing': 'L’import {{runId}} ne peut pas être retiré : il n’a rien changé.',
  'RUN_NOT_UNDOABLE.old':
    'L’import {{runId}} ne peut pas être retiré : ce qu’il a remplacé n’est plus conservé. Réimportez ces jours.',
  UNDO_CHANGED_SINCE: [
    'Des valeurs ont été modifiées depuis l’import {{undoOf}}, en dernier par l’import {{laterRun}} : elles restent telles quelles.',
    'Des valeurs ont été modifiées depuis l’import {{undoOf}} : elles restent telles quelles.',
  ],
  RUN_DAY_UNKNOWN: 'L’import {{runId}} n’a pas de jour {{day}} de {{system}}. Démarrez un nouvel import.',
  RUN_DAYS_INVALID: 'Le premier jour {{fromDay}} est après le dernier jour {{toDay}}. Inversez-les.',
  DAYS_REVERSED: 'Le premier jour {{from}} est après le dernier jour {{to}}. Inversez-les.',
  CANCELLED: 'L’opération a été annulée.',

  // Home, systems, mapping, store, connection
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
  INTERFACE_INVALID: '{{file}} n’est pas une définition d’interface : {{reason}}',
  INTERFACE_UNKNOWN: 'Il n’y a pas d’interface « {{interface}} ». Sont connues : {{known}}.',
  PASSWORD_ENCODED:
    'Le mot de passe de « {{system}} » dans isps_ul.ini est codé par l’ancien programme et ne peut pas être lu. Saisissez-le dans Configuration….',
  SECRET_UNREADABLE:
    'Le mot de passe enregistré de « {{system}} » ne peut pas être déchiffré avec la clé de cet utilisateur. Saisissez-le à nouveau dans Configuration….',
  'SECRET_UNREADABLE.store':
    'Le mot de passe enregistré de la base ne peut pas être déchiffré avec la clé de cet utilisateur. Saisissez-le à nouveau avec « xlink store password ».',
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
  MAP_SOURCE_KIND: '« {{path}} » n’est aucun des types de files de {{system}} : {{kinds}}.',
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
  QUEUE_UNKNOWN: 'WFM n’a pas de file d’attente {{queueId}}.',
  WFM_LOAD_INVALID: 'Le document n’est pas valide, rien n’a été chargé. Corrigez-le : {{message}}',
  'WFM_TARGET_UNKNOWN.queue':
    'La file d’attente iWFM {{queueId}} n’est pas enregistrée. Chargez-la avec « xlink wfm load », ou retirez ses affectations.',
  'WFM_TARGET_UNKNOWN.value-type':
    'Le type de valeur {{valueTypeId}} n’est pas enregistré. Chargez-le avec « xlink wfm load », ou retirez ses affectations.',
  'STORE_CONFLICT.zone':
    'Le {{day}} de la file d’attente iWFM {{queueId}}, type de valeur {{valueTypeId}}, n’a pas été écrit : la file a changé de fuseau horaire. Importez à nouveau ce jour.',
  'STORE_CONFLICT.values':
    'Le {{day}} de la file d’attente iWFM {{queueId}}, type de valeur {{valueTypeId}}, n’a pas été écrit : ses valeurs ont été modifiées entre-temps. Importez à nouveau ce jour.',
  STORE_TOO_NEW:
    '{{file}} a été écrit par une version plus récente de ce programme (schéma {{schemaVersion}}, ce programme connaît {{knownVersion}}). Mettez ce programme à jour ; le fichier n’a pas été modifié.',
  STORE_BUSY: 'Un autre programme écrit dans {{file}}. Réessayez dans un instant.',
  STORE_DISK_FULL:
    'Le disque de {{file}} est plein. Rien de cette étape n’a été écrit : libérez de l’espace et réessayez.',
  STORE_DAMAGED:
    '{{file}} est endommagé ou n’est pas une base WFM ({{sqliteMessage}}). Remettez-en une copie, ou sauvez ce qui est lisible avec « sqlite3 {{file}} .recover ».',
  STORE_READ_ONLY:
    '{{file}} ne peut pas être écrit. Donnez à cet utilisateur le droit d’écrire le fichier et son dossier.',
  STORE_CANNOT_OPEN:
    '{{file}} ne peut pas être ouvert. Vérifiez que son dossier existe et que cet utilisateur y a accès.',
  STORE_FAILED: '{{file}} n’a pas pu être utilisé : {{sqliteMessage}} ({{sqliteCode}}).',
  'STORE_TOO_NEW.server':
    '{{file}} a été écrit par une version plus récente de ce programme (schéma {{schemaVersion}}, ce programme connaît {{knownVersion}}). Mettez ce programme à jour ; la base n’a pas été modifiée.',
  'STORE_BUSY.server': 'Un autre programme écrit dans {{file}}. Réessayez dans un instant.',
  'STORE_DISK_FULL.server':
    'Le disque de {{file}} est plein. Rien de cette étape n’a été écrit : libérez de l’espace et réessayez.',
  'STORE_DAMAGED.server': '{{file}} est endommagé ({{reason}}). Remettez une copie de la base de données.',
  'STORE_READ_ONLY.server':
    '{{file}} n’accepte pas de modification ({{reason}}). Indiquez le serveur qui peut être écrit : celui-ci en suit un autre.',
  'STORE_READ_ONLY.no-right':
    '« {{user}} » n’a pas le droit d’écrire dans {{file}} ({{reason}}). Rendez ce rôle propriétaire du schéma.',
  'STORE_CANNOT_OPEN.no-database':
    'Le serveur de {{file}} n’a pas de base de données « {{database}} ». Faites-la créer : CREATE DATABASE, propriétaire « {{user}} ».',
  'STORE_FAILED.server': '{{file}} n’a pas pu être utilisé : {{reason}} ({{sqlState}}).',
  STORE_UNREACHABLE:
    'La base {{file}} ne répond pas ({{reason}}). Vérifiez que le serveur est en marche et accessible d’ici ; ce qui était en cours n’est pas écrit.',
  STORE_LOGIN_REFUSED:
    '{{file}} refuse la connexion de « {{user}} » ({{reason}}). Donnez le mot de passe avec « xlink store password », ou dans XLINK_STORE_PASSWORD.',
  STORE_TLS:
    'Aucune connexion chiffrée à {{file}} n’a pu être établie ({{reason}}). Corrigez sslmode et sslrootcert dans l’adresse ; sslmode=disable s’en passe.',
  'STORE_URL_INVALID.form':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) n’est pas complète. Écrivez postgresql://user@host:5432/database.',
  'STORE_URL_INVALID.parameter':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) contient « {{name}} ». Elle peut contenir {{known}}.',
  'STORE_URL_INVALID.schema':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) donne un schéma qui n’est pas un nom simple. Utilisez des minuscules, des chiffres et _.',
  'STORE_URL_INVALID.sslmode':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) a un sslmode inconnu. Il peut être {{known}}.',
  'STORE_URL_INVALID.root-certificate':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) donne {{file}} comme sslrootcert ; ce fichier est illisible ({{reason}}).',
  STORE_PASSWORD_IN_FILE:
    'Le mot de passe de la base se trouve dans StoreUrl, lisible par quiconque peut lire le fichier. Enregistrez-le avec « xlink store password » et retirez-le de l’adresse.',
  STORE_NOT_EMPTY:
    '{{file}} n’est pas vide ({{found}}) : rien n’a été copié. Indiquez une nouvelle base, ou supprimez celle-ci.',
  STORE_SAME: 'La source et la cible sont la même base, {{file}}. Indiquez-en une autre.',
  STORE_COPY_RUNNING:
    'L’importation {{runId}} est en cours dans {{file}}. Attendez sa fin ou annulez-la, puis copiez.',
  STORE_COPY_DIFFERS: 'La copie de {{table}} ne correspond pas à l’original : rien n’a été gardé. Réessayez.',
  ENGINE_LOST:
    'Le moteur n’est pas en marche : ceci n’a pas été fait, ou pas terminé. Réessayez quand il est de retour.',
  CONNECTION_LOST:
    'La connexion au programme est perdue. Vérifiez s’il est en marche et si le tunnel est ouvert ; réessayez quand il est de retour.',
  SESSION_REFUSED:
    'Cette adresse n’est plus valable. Ouvrez celle que le programme a affichée à son dernier démarrage.',
  UNKNOWN_METHOD:
    'Cette version du moteur ne connaît pas « {{method}} ». Rechargez la console : elle est peut-être d’une autre version.',
  INVALID_REQUEST: [
    'La demande « {{method}} » n’est pas valable ({{place}}). Rechargez la console.',
    'La demande « {{method}} » n’est pas valable. Rechargez la console.',
  ],
  INTERNAL: 'Le programme a rencontré une erreur inattendue : {{message}}',
  PORT_IN_USE: 'Le port {{port}} est occupé. Indiquez-en un autre, ou aucun pour en recevoir un libre.',
  CONSOLE_NOT_BUILT: 'La console n’est pas encore construite. Lancez « npm start », qui la construit.',
  SAMPLE_HOME_IN_USE:
    '{{homeFolder}} contient déjà le fichier {{file}}. L’exemple n’est créé que dans un dossier sans paramètres, mapping ni scripts : indiquez-en un autre avec --home.',

  // Days, zones, files
  DAY_INVALID: '« {{text}} » n’est pas un jour. Écrivez AAAA-MM-JJ, par exemple 2026-03-29.',
  ZONE_UNKNOWN: [
    '« {{text}} » n’est pas un fuseau horaire. Vouliez-vous dire {{likely}} ? Un décalage tel que +01:00 convient aussi.',
    '« {{text}} » n’est pas un fuseau horaire. Écrivez un nom tel que Europe/Paris, ou un décalage tel que +01:00.',
  ],
  'STAMP_FORMAT.unknown':
    '« {{format}} » n’est pas un format d’horodatage : « {{part}} » est inconnu. Écrivez par exemple yyyy-mm-dd HH:MM:SS ; mm est le mois, MM la minute.',
  'STAMP_FORMAT.twice':
    '« {{format}} » n’est pas un format d’horodatage : ce que désigne « {{part}} » y figure deux fois. Écrivez par exemple yyyy-mm-dd HH:MM:SS ; mm est le mois, MM la minute.',
  'STAMP_FORMAT.empty':
    '« {{format}} » n’est pas un format d’horodatage : il n’a ni date ni heure. Écrivez par exemple yyyy-mm-dd HH:MM:SS ; mm est le mois, MM la minute.',
  TIME_OUT_OF_RANGE:
    '{{utcSeconds}} secondes depuis 1970 ne sont pas une date possible. Vérifiez si la source compte en millisecondes.',
  INTERVAL_INVALID:
    'Un intervalle de {{intervalMinutes}} minutes ne divise pas un jour. Utilisez 5, 10, 15, 20, 30 ou 60 minutes.',
  INI_UTF16:
    'Le fichier est enregistré en UTF-16 (« Unicode »). Enregistrez-le en UTF-8 ou ANSI et réessayez.',
  INI_ENCODING: [
    'La ligne {{line}} contient le caractère « {{character}} », impossible en {{encoding}}. Enregistrez le fichier en UTF-8 ou utilisez un autre caractère.',
    'Écrit en Windows-1252, ce texte serait lu dans un autre codage la prochaine fois. Enregistrez le fichier en UTF-8.',
  ],
  INI_BAD_VALUE:
    'La valeur de {{key}} dans [{{section}}] contient un saut de ligne. Écrivez-la sur une ligne.',
  INI_BODY_HEADER:
    'La ligne {{line}} du texte commence une autre section. Ajoutez des sections dans Systèmes externes, pas dans [{{section}}].',
  INI_SECTION_UNKNOWN: 'Le fichier ini n’a pas de section [{{section}}]. Relisez-le.',
  INI_SECTION_EXISTS: 'Le fichier ini a déjà une section [{{section}}]. Choisissez un autre nom.',
  INI_BAD_NAME: [
    '« {{key}} » ne peut pas être une clé du fichier ini. Utilisez un nom sans « = » ni saut de ligne, qui ne commence pas par ; # ou [.',
    '« {{section}} » ne peut pas être le nom d’une section. Utilisez un nom sans « ] » ni saut de ligne.',
  ],

  // Findings of the check
  SECTION_TWICE:
    'Il y a déjà une section [{{system}}] (ligne {{first}}), qui compte ; les clés sous cette ligne ne sont pas lues. Déplacez-les là-bas, ou supprimez-les.',
  SECTION_OPEN:
    '{{written}} n’est pas un en-tête de section : les clés en dessous appartiennent à [{{system}}]. Fermez-le par ].',
  KEY_MISSING:
    '{{key}} manque dans la section [{{section}}] : sans cette clé, le système ne peut pas être lu.',
  'KEY_MISSING.QueueNameColumn': 'QueueNameColumn manque : nommez la colonne qui contient la file d’attente.',
  'KEY_MISSING.TimeStampIs': 'Interval manque : avec TimeStampIs=end, il dit quand un intervalle a commencé.',
  'KEY_MISSING.ValueTypes':
    'ValueTypes manque : listez les colonnes des valeurs, ou écrivez ValueTypeFunctions=count pour compter les lignes.',
  KEY_TWICE:
    '{{key}} figure deux fois dans la section [{{system}}] ; la première compte (ligne {{first}}). Supprimez cette ligne ou l’autre.',
  KEY_OF_OTHER_INTERFACE:
    '{{key}} est une clé de {{interfaces}} et reste ici sans effet. Choisissez cette interface pour le système, ou supprimez la ligne.',
  KEY_UNKNOWN: '{{key}} est inconnu et sans effet. La ligne reste dans le fichier.',
  'KEY_UNKNOWN.likely': '{{key}} est inconnu et sans effet. Vouliez-vous dire {{likely}} ?',
  ZONE_OFFSET:
    'TimeZone est le décalage fixe {{offset}}, les files qu’il alimente sont dans {{zone}}, qui change d’heure. Si l’ACD change d’heure aussi, écrivez TimeZone={{zone}}.',
  MAP_LINE_TWICE:
    '« {{source}} » est affecté une seconde fois (d’abord ligne {{first}}) : avec le scénario par défaut, il compte double. Supprimez une des lignes si ce n’est pas voulu.',
  STATEMENT_REFUSED: 'La base refuse la requête : {{problem}}',
  QUEUE_NAME_TWICE:
    'QueueMappingSQL donne « {{name}} » pour les clés {{keys}} : seule la première est lue. Distinguez les noms, par exemple par la clé derrière eux.',
  TABLE_REFUSED: 'La base ne peut pas lire la table : {{problem}}',
  COLUMN_REFUSED: 'La base ne peut pas lire {{expression}} : {{problem}}',
  'COLUMN_REFUSED.likely': 'La table n’a pas de colonne {{expression}}. Vouliez-vous dire {{likely}} ?',
  'NAME_TYPE.number':
    'Selon QueueNameType, {{expression}} contient des nombres ; son type dans la base est {{type}}. Écrivez 0, ou omettez la clé.',
  'NAME_TYPE.text':
    'Selon QueueNameType, {{expression}} contient du texte ; son type dans la base est {{type}}. Écrivez 1, ou omettez la clé.',
  'STAMP_TYPE.number':
    'Selon {{typeKey}}, {{expression}} contient des secondes Unix ; son type dans la base est {{type}}. Corrigez le type.',
  'STAMP_TYPE.no-number':
    'Selon {{typeKey}}, {{expression}} contient une date/heure ; son type dans la base est {{type}}. Corrigez le type.',
  TABLE_EMPTY: '{{table}} n’a aucune ligne : il n’y a rien à importer. Vérifiez le nom, et si l’ACD y écrit.',
  'TABLE_EMPTY.half-hour':
    '{{table}} n’a aucune ligne : Cisco ICM et UCCE n’écrivent plus rien dans les tables Half_Hour depuis la version 8.0. Utilisez la table Interval du même nom.',
  'KEY_MISSING.agents':
    '{{key}} manque dans la section [{{section}}] : sans cette clé, les activités des agents ne peuvent pas être lues.',
  'KEY_MISSING.ActivityTimeSpanType':
    'ActivityTimeSpanType manque : écrivez 0 (début et durée), 1 (début et fin) ou 2 (début seul).',
  'KEY_MISSING.ActivityDurationColumn':
    'ActivityTimeSpanType={{type}} demande ActivityDurationColumn : nommez la colonne des secondes.',
  'KEY_MISSING.ActivityEndTimeStampColumn':
    'ActivityTimeSpanType={{type}} demande ActivityEndTimeStampColumn : nommez la colonne de la fin.',
  KEY_VALUE: '{{key}} : {{problem}}',
  'KEY_VALUE.TimeStampType':
    'TimeStampType={{value}} est inconnu. Écrivez 0 (texte), 1 (secondes Unix) ou 2 (date/heure).',
  'KEY_VALUE.QueueNameType': 'QueueNameType « {{value}} » est inconnu. Écrivez 0 (texte) ou 1 (nombre).',
  'KEY_VALUE.ValueTypeFunctions': 'ValueTypeFunctions contient « {{value}} ». Sont connues : {{known}}.',
  'KEY_VALUE.choice': '{{key}}={{value}} est inconnu. Valeurs possibles : {{known}}.',
  'KEY_VALUE.TimeStampIs': 'TimeStampIs={{value}} est inconnu. Écrivez start ou end.',
  'KEY_VALUE.TimeStampZoneColumn':
    'TimeStampZoneColumn est sans effet avec TimeStampType=1 : les secondes Unix sont en UTC. Retirez-la ou corrigez le type.',
  'KEY_VALUE.CoarserInterval': 'CoarserInterval={{value}} est inconnu. Écrivez refuse ou split.',
  'KEY_VALUE.Interval': 'Interval={{value}} ne divise pas un jour. Écrivez 5, 10, 15, 20, 30 ou 60 minutes.',
  'KEY_VALUE.whole-number': '{{key}}={{value}} est impossible. Écrivez un nombre entier de 0 à {{most}}.',
  'KEY_VALUE.ActivityTimeSpanType':
    'ActivityTimeSpanType={{value}} est inconnu. Écrivez 0 (début et durée), 1 (début et fin) ou 2 (début seul).',
  'KEY_VALUE.stamp-type':
    '{{key}}={{value}} est inconnu. Écrivez 0 (texte), 1 (secondes Unix) ou 2 (date/heure).',
  'KEY_VALUE.unix-columns': '{{key}} a {{columns}} colonnes ; les secondes Unix tiennent dans une seule.',
  'KEY_VALUE.stamp-columns':
    '{{key}} a {{columns}} colonnes. Écrivez-en une, ou celles de la date et de l’heure, séparées par ;.',
  'KEY_VALUE.format-date':
    '{{key}} : la première colonne doit contenir l’année, le mois et le jour. Écrivez par exemple yyyy-mm-dd;HH:MM:SS.',
  'KEY_VALUE.durations':
    'MinimumActivityDuration={{minimum}} dépasse MaximumActivityDuration={{maximum}} : aucune activité ne resterait. Réduisez-la.',
  'KEY_VALUE.seconds':
    '{{key}}={{value}} est négatif. Écrivez des secondes, ou 0 pour ne pas mettre de limite.',
  ACTIVITY_SQL_NO_ID:
    'ActivitySQL donne une seule colonne. Sélectionnez le nom et l’identifiant de chaque activité, par exemple SELECT name, id FROM activities.',
  LOG_OFF_MISSING:
    'ActivityTimeSpanType=2 sans LogOffActivities : la dernière activité d’un poste dure jusqu’à la prochaine. Listez les identifiants qui signifient « déconnecté », séparés par ;.',
  'LIST_LENGTH.format':
    '{{key}} a {{entries}} parties pour {{columns}} colonnes. Écrivez-en une pour chacune, séparées par ;.',
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
