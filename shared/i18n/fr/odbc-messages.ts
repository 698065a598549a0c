/** What ODBC says: errors, the steps of *Test ODBC*, notes on data sources; by code or `code.variant`. */
export const odbcMessages = {
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
  'ODBC_SERVER_UNREACHABLE.starting':
    'Le serveur de base de données démarre ou s’arrête. Un nouvel essai a lieu ; continuez dès qu’il est en marche.',
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
    'Les horloges diffèrent de {{seconds, number}} {{seconds|seconde|secondes}}. Réglez les deux par un serveur de temps (NTP), sinon les intervalles les plus récents sont lus trop tôt ou trop tard.',
  'ODBC_STEP.table': 'Lecture permise.',
  'ODBC_STEP.empty-table': 'Les données d’appels n’ont aucune ligne.',
  'ODBC_STEP.first-rows': '{{first}}',
  'ODBC_STEP.yesterday': 'Lignes du {{day}} ({{zone}}) : {{rows, number}}, de {{from}} à {{to}}.',
  'ODBC_STEP.no-yesterday':
    'Aucune ligne du {{day}} ({{zone}}). S’il devait y en avoir, vérifiez TimeStampColumn, TimeStampType, TimeStampFormat et TimeZone.',
  'ODBC_STEP.no-yesterday-standard':
    'Aucune ligne du {{day}} ({{zone}}). S’il devait y en avoir, vérifiez TimeZone.',
  'ODBC_STEP.no-row': 'La requête fonctionne et ne donne aucune ligne.',
  'ODBC_STEP.rows': 'Lignes : {{rows, number}} ; la première : {{first}}',
  'ODBC_STEP.many-rows': 'Lignes : {{rows, number}} ou plus ; la première : {{first}}',
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
} as const;
