/** What the engine says of adopting an existing Xlink folder and of moving a password, by code or `code.variant`. */
export const adoptMessages = {
  PASSWORD_ABSENT:
    'Aucun mot de passe de « {{system}} » ne figure dans isps_ul.ini : il n’y a rien à déplacer.',
  'ADOPT_FOLDER_UNREADABLE.missing':
    'Le dossier {{folder}} n’existe pas sur la machine où le programme fonctionne. Vérifiez le chemin.',
  'ADOPT_FOLDER_UNREADABLE.file':
    '{{folder}} n’est pas un dossier. Indiquez le dossier qui contient isps_ul.ini.',
  'ADOPT_FOLDER_UNREADABLE.denied':
    '{{folder}} ne peut pas être lu ({{reason}}). Vérifiez ses droits d’accès.',
  ADOPT_NO_SETTINGS:
    'Il n’y a pas de isps_ul.ini dans {{folder}}. Indiquez le dossier où l’ancien programme était installé.',
  ADOPT_FILE_UNREADABLE:
    '{{name}} dans {{folder}} ne peut pas être lu ({{reason}}). Vérifiez ses droits d’accès ; rien n’a été repris.',
  'ADOPT_FILE_UNREADABLE.utf-16':
    '{{name}} dans {{folder}} est enregistré en UTF-16 (« Unicode »). Enregistrez ce fichier en UTF-8 ou ANSI dans une copie du dossier, puis ouvrez-la.',
  'ADOPT_TOO_LARGE.file':
    '{{name}} dans {{folder}} dépasse {{kilobytes}} Ko : ce n’est sans doute pas un fichier de Xlink. Vérifiez le dossier.',
  'ADOPT_TOO_LARGE.scripts':
    '{{folder}} contient trop de scripts : ce n’est sans doute pas un dossier Xlink. Indiquez celui qui contient isps_ul.ini.',
  'ADOPT_TOO_LARGE.entries':
    '{{folder}} contient trop de fichiers : ce n’est sans doute pas un dossier Xlink. Indiquez celui qui contient isps_ul.ini.',
  'ADOPT_SAME_FOLDER.same':
    '{{folder}} est déjà le dossier de travail de cette console. Démarrez-la avec un autre --home, pour que l’ancien dossier reste tel quel.',
  'ADOPT_SAME_FOLDER.inside':
    'Le dossier de travail {{homeFolder}} se trouve dans {{folder}}, qui serait donc modifié. Démarrez la console avec un autre --home.',
  ADOPT_FOLDER_CHANGED:
    'Les fichiers de {{folder}} ont été modifiés depuis leur lecture. Relisez le dossier et regardez le rapport.',
  ADOPT_HOME_IN_USE:
    'Le dossier de travail {{homeFolder}} contient déjà des réglages, affectations ou scripts ({{files}}). Confirmez leur remplacement (une copie datée est conservée), ou indiquez un autre dossier de travail.',
  ADOPT_WHILE_IMPORTING:
    'L’import {{runId}} écrit dans ce dossier de travail. Attendez sa fin ou annulez-le, puis ouvrez à nouveau le dossier.',
  ADOPT_NO_MAPPING:
    'Le dossier ne contient pas de acd_map.ini : les systèmes sont repris, rien n’est affecté.',
  ADOPT_FILE_LEFT: '{{name}} n’est pas repris : {{taken}} porte le même nom sous Windows et fait foi.',
  ADOPT_SYSTEM_NAME:
    '« {{name}} » ne peut pas être le nom d’un système : il contient : ou =, ou il est trop long. Renommez la section dans la copie, et dans acd_map.ini.',
};
