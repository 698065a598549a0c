/** What days, zones and ini files say of how they are written, by code or `code.variant`. */
export const fileMessages = {
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
} as const;
