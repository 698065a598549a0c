/** What the engine says of mappings, their journal and previews, by code or `code.variant`. */
export const mappingMessages = {
  'MAP_CONFLICT.script':
    'Le script du mapping est {{found}} et non {{expected}} : acd_map.ini a été modifié entre-temps. Regardez à nouveau le mapping et refaites la modification.',
  'MAP_CONFLICT.script-gone':
    '{{script}} a été supprimé entre-temps. Regardez à nouveau le script et refaites la modification.',
  'MAP_CONFLICT.script-changed':
    '{{script}} a été modifié entre-temps. Regardez à nouveau le script et refaites la modification.',
  'MAP_CONFLICT.script-taken':
    'Le script a été retiré du mapping entre-temps. Regardez à nouveau le mapping et refaites la modification.',
  JOURNAL_UNKNOWN: 'La modification {{id}} n’est plus dans le journal. Faites-la à la main.',
  'JOURNAL_STATE.undo': '« {{label}} » est déjà annulée.',
  'JOURNAL_STATE.redo': '« {{label}} » est en vigueur ; il n’y a rien à rétablir.',
  MAP_PARENT_MOVED:
    'La file {{queueId}} se trouve dans WFM sous {{to}}, la ligne indique {{from}}. Elle est importée malgré tout ; l’ancien programme la perdrait. Retirez AutomaticMappingCorrection=0 de isps_ul.ini pour que ces lignes soient corrigées.',
  MAPPED_QUEUE_GONE:
    '{{system}} n’a plus de file « {{queue}} ». Si elle a été renommée, remplacez-la partout.',
  MAPPED_VALUE_TYPE_GONE:
    '« {{queue}} » de {{system}} n’offre plus le type de valeur « {{valueType}} ». Assignez-en un autre.',
  MAPPED_SCENARIO_BROKEN:
    '{{script}} contient des erreurs, donc rien n’est importé. Ouvrez le scénario et corrigez-le.',
  'VALUE_TOO_LARGE.preview': 'Une valeur ou un résultat est trop grand pour être gardé exactement (2^53).',
  VALUE_TYPE_UNKNOWN: 'WFM n’a pas de type de valeur {{valueTypeId}}.',
} as const;
