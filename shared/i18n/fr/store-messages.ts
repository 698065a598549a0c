/** What the WFM store says, by code or `code.variant`. */
export const storeMessages = {
  QUEUE_UNKNOWN: 'WFM n’a pas de file d’attente {{queueId}}.',
  WFM_LOAD_INVALID: 'Le document n’est pas valide, rien n’a été chargé. Corrigez-le : {{message}}',
  'WFM_TARGET_UNKNOWN.queue':
    'La file d’attente iWFM {{queueId}} n’est pas enregistrée. Chargez-la avec « xlink wfm load », ou retirez ses affectations.',
  'WFM_TARGET_UNKNOWN.value-type':
    'Le type de valeur {{valueTypeId}} n’est pas enregistré. Chargez-le avec « xlink wfm load », ou retirez ses affectations.',
  'STORE_CONFLICT.zone':
    'File d’attente iWFM {{queueId}}, type de valeur {{valueTypeId}} : le {{day}} n’a pas été écrit, car la file a changé de fuseau horaire. Réimportez ce jour.',
  'STORE_CONFLICT.values':
    'File d’attente iWFM {{queueId}}, type de valeur {{valueTypeId}} : le {{day}} n’a pas été écrit, car ses valeurs ont été modifiées entre-temps. Réimportez ce jour.',
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
  STORE_FAILED:
    '{{file}} n’a pas pu être utilisé : {{sqliteMessage}} ({{sqliteCode}}). Réessayez ; si cela persiste, vérifiez le disque.',
  'STORE_TOO_NEW.server':
    '{{file}} a été écrit par une version plus récente de ce programme (schéma {{schemaVersion}}, ce programme connaît {{knownVersion}}). Mettez ce programme à jour ; la base n’a pas été modifiée.',
  'STORE_BUSY.server': 'Un autre programme écrit dans {{file}}. Réessayez dans un instant.',
  'STORE_DISK_FULL.server':
    'Le disque de {{file}} est plein. Rien de cette étape n’a été écrit : libérez de l’espace et réessayez.',
  'STORE_DAMAGED.server': '{{file}} est endommagé ({{reason}}). Remettez une copie de la base de données.',
  'STORE_READ_ONLY.server':
    '{{file}} n’accepte pas de modification ({{reason}}). Indiquez le serveur principal : celui-ci n’en est qu’une réplique.',
  'STORE_READ_ONLY.no-right':
    '« {{user}} » n’a pas le droit d’écrire dans {{file}} ({{reason}}). Rendez ce rôle propriétaire du schéma.',
  'STORE_CANNOT_OPEN.no-database':
    'Le serveur de {{file}} n’a pas de base de données « {{database}} ». Faites-la créer : CREATE DATABASE, propriétaire « {{user}} ».',
  'STORE_FAILED.server':
    '{{file}} n’a pas pu être utilisé : {{reason}} ({{sqlState}}). Réessayez ; si cela persiste, demandez à l’administrateur de la base de données.',
  STORE_UNREACHABLE:
    'La base {{file}} ne répond pas ({{reason}}). Vérifiez que le serveur est en marche et accessible d’ici. Ce qui était en cours n’a pas été écrit.',
  STORE_LOGIN_REFUSED:
    '{{file}} refuse la connexion de « {{user}} » ({{reason}}). Donnez le mot de passe avec « xlink store password », ou dans XLINK_STORE_PASSWORD.',
  STORE_TLS:
    'Aucune connexion chiffrée à {{file}} n’a pu être établie ({{reason}}). Corrigez sslmode et sslrootcert dans l’adresse ; avec sslmode=disable, la connexion n’est pas chiffrée.',
  'STORE_URL_INVALID.form':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) n’est pas complète. Écrivez postgresql://user@host:5432/database.',
  'STORE_URL_INVALID.parameter':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) contient « {{name}} ». Elle peut contenir {{known}}.',
  'STORE_URL_INVALID.schema':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) donne un schéma qui n’est pas un nom simple. Utilisez des minuscules, des chiffres et _.',
  'STORE_URL_INVALID.sslmode':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) a un sslmode inconnu. Il peut être {{known}}.',
  'STORE_URL_INVALID.root-certificate':
    'L’adresse de la base (StoreUrl dans la section [DB] d’isps_ul.ini, ou XLINK_STORE_URL) donne {{file}} comme sslrootcert ; ce fichier est illisible ({{reason}}).',
  STORE_PASSWORD_IN_FILE:
    'Le mot de passe de la base se trouve dans StoreUrl, lisible par quiconque peut lire le fichier. Enregistrez-le avec « xlink store password » et retirez-le de l’adresse.',
  STORE_NOT_EMPTY:
    '{{file}} n’est pas vide ({{found}}) : rien n’a été copié. Indiquez une nouvelle base, ou supprimez celle-ci.',
  STORE_SAME: 'La source et la cible sont la même base, {{file}}. Indiquez-en une autre.',
  STORE_COPY_RUNNING:
    'L’import {{runId}} est en train d’écrire dans {{file}}. Attendez sa fin ou annulez-le, puis copiez.',
  STORE_COPY_DIFFERS:
    'La copie de {{table}} ne correspond pas à l’original : rien n’a été conservé. Réessayez ; si cela se répète, signalez-le-nous.',
} as const;
