/** What *Find my tables* says of tables and columns; German has the same keys. */
export const findTablesMessages = {
  'FIND_TABLES_REASON.name': 'Le nom le dit : {{word}}.',
  'FIND_TABLES_REASON.name-other': 'Le nom parle d’une fin ou d’une modification, pas du début : {{word}}.',
  'FIND_TABLES_REASON.date-time-type': 'Son type est une date avec heure : {{type}}.',
  'FIND_TABLES_REASON.unix': 'Ses nombres sont des secondes Unix : {{value}} est le {{time}} UTC.',
  'FIND_TABLES_REASON.unix-ms': 'Ses nombres sont des millisecondes Unix : {{value}} est le {{time}} UTC.',
  'FIND_TABLES_REASON.iso-text': 'Ses textes sont des heures au format ISO, par exemple {{example}}.',
  'FIND_TABLES_REASON.text-format': 'Ses textes suivent {{format}}, par exemple {{example}}.',
  'FIND_TABLES_REASON.day-month': 'Ses textes sont des dates avec heure, par exemple {{example}}.',
  'FIND_TABLES_REASON.date-and-time':
    'La date est dans {{date}}, l’heure du jour dans {{time}} : {{example}}.',
  'FIND_TABLES_REASON.few-values': 'Valeurs différentes : {{distinct}}, dans {{rows}} lignes.',
  'FIND_TABLES_REASON.number-unnamed': 'Un nombre, mais son nom ne dit rien de connu.',
  'FIND_TABLES_REASON.row-count': 'Remplie à chaque ligne : la compter compte les appels.',
  'FIND_TABLES_REASON.interval': 'Les horodatages sont espacés de {{minutes}} minutes.',
  'FIND_TABLES_REASON.interval-column': '{{column}} indique {{minutes}} minutes.',
  'FIND_TABLES_REASON.calls': 'Les horodatages ne suivent aucun pas en minutes : chaque ligne est un appel.',
  'FIND_TABLES_REASON.join': 'Clés trouvées dans {{table}}.{{column}} : {{matched}} sur {{keys}}.',
  'FIND_TABLES_REASON.table-columns':
    'D’après noms et types : colonnes de temps {{stamps}}, de file {{queues}}, valeurs {{figures}}.',
  'FIND_TABLES_QUESTION.empty':
    'La table n’a aucune ligne : seuls les noms et les types ont pu être examinés.',
  'FIND_TABLES_QUESTION.stamp-none':
    'Aucune colonne n’est clairement l’horodatage. Choisissez le début de l’intervalle ou de l’appel.',
  'FIND_TABLES_QUESTION.stamp-several':
    'Plusieurs colonnes peuvent être l’horodatage : {{columns}}. Choisissez le début de l’intervalle ou de l’appel.',
  'FIND_TABLES_QUESTION.day-month':
    'Dans {{column}}, le jour et le mois ne se distinguent pas, par exemple {{example}}. Choisissez le format.',
  'FIND_TABLES_QUESTION.time-form':
    'Les nombres de {{column}} peuvent être des heures et minutes (HHMM) ou des minutes depuis minuit. Choisissez.',
  'FIND_TABLES_QUESTION.queue-none':
    'Aucune colonne n’est clairement la file. Choisissez celle qui distingue les appels.',
  'FIND_TABLES_QUESTION.queue-several':
    'Plusieurs colonnes peuvent contenir la file : {{columns}}. Choisissez-en une, ou plusieurs comme niveaux de l’arborescence.',
  'FIND_TABLES_QUESTION.figures-none':
    'Aucune colonne n’est une valeur d’après son nom. Choisissez celles à importer.',
  'FIND_TABLES_QUESTION.rows':
    'Les lignes lues ne disent pas combien de minutes elles couvrent. Choisissez l’intervalle, ou une ligne par appel.',
  'FIND_TABLES_QUESTION.daily':
    'Tous les horodatages lus sont à minuit : la table contient peut-être des jours entiers. Choisissez une autre table, ou l’intervalle.',
  'FIND_TABLES_MISSING.stamp': 'Choisissez la colonne de l’horodatage.',
  'FIND_TABLES_MISSING.format-open': 'Choisissez le format de l’horodatage.',
  'FIND_TABLES_MISSING.format':
    'Le format {{format}} ne donne pas de jour ou pas d’heure. Écrivez par exemple yyyy-mm-dd HH:MM.',
  'FIND_TABLES_MISSING.queue': 'Choisissez la colonne de la file.',
  'FIND_TABLES_MISSING.rows': 'Choisissez l’intervalle, ou une ligne par appel.',
  'FIND_TABLES_MISSING.figures': 'Choisissez au moins une valeur.',
  'FIND_TABLES_MISSING.column': 'La table n’a pas de colonne {{column}}.',
  FIND_TABLES_NOT_WRITABLE:
    '« {{name}} » ne peut pas être écrit dans isps_ul.ini. Créez dans la source une vue avec des noms plus simples.',
  FIND_TABLES_NO_ROWS:
    '{{table}} n’a aucune ligne : rien à montrer, et rien ne serait importé. Choisissez une autre table, ou attendez des appels.',
  FIND_TABLES_STAMP:
    '« {{value}} » dans {{column}} n’est pas un horodatage du type choisi. Choisissez un autre type ou format.',
} as const;
