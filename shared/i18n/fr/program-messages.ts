/** What the program says of itself and of the way to it, by code or `code.variant`. */
export const programMessages = {
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
} as const;
