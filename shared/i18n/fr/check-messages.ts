/** What the checks after an import say, by code or `code.variant`. */
export const checkMessages = {
  'CHECK_CALLS_UNBALANCED.missing':
    '{{queue}} : {{offered}} appels présentés, {{answered}} répondus et {{abandoned}} abandonnés dans la journée. {{difference}} des appels présentés ne sont ni l’un ni l’autre. Vérifiez les affectations : les appels débordés ou dirigés ailleurs sont-ils comptés ?',
  'CHECK_CALLS_UNBALANCED.excess':
    '{{queue}} : {{offered}} appels présentés, {{answered}} répondus et {{abandoned}} abandonnés dans la journée. Il s’en est terminé {{difference}} de plus qu’il n’en a été présenté. Vérifiez les affectations : un chiffre est-il pris deux fois, ou dans une autre file d’attente ?',
  'CHECK_CALLS_UNBALANCED.further': '{{findings}} autres constats de ce genre ce jour-là, non détaillés.',
  CHECK_TIME_WITHOUT_CALLS:
    '{{queue}}, {{valueType}} : {{value}}, alors qu’aucun appel n’a été répondu dans l’heure avant et après. Vérifiez les sources des deux valeurs.',
  'CHECK_TIME_WITHOUT_CALLS.further': '{{findings}} autres constats de ce genre ce jour-là, non détaillés.',
  CHECK_VALUE_NEGATIVE: [
    '{{queue}}, {{valueType}} : {{value}} est négatif. Vérifiez {{script}}.',
    '{{queue}}, {{valueType}} : {{value}} est négatif. Vérifiez les sources de la valeur.',
  ],
  'CHECK_VALUE_NEGATIVE.further': '{{findings}} autres constats de ce genre ce jour-là, non détaillés.',
  CHECK_VALUE_UNUSUAL:
    '{{queue}}, {{valueType}} : {{value}}, alors que le même jour de la semaine à la même heure, {{weeks}} semaines passées avaient de {{from}} à {{to}}, {{median}} au milieu.',
  'CHECK_VALUE_UNUSUAL.silent':
    '{{queue}}, {{valueType}} : 0 dans {{intervals}} intervalles où les semaines passées avaient environ {{calls}} appels.',
  'CHECK_VALUE_UNUSUAL.further': '{{findings}} autres constats de ce genre ce jour-là, non détaillés.',
  CHECK_GAP:
    '{{queue}} : la source n’a aucun chiffre dans {{intervals}} intervalles où les semaines passées avaient environ {{calls}} appels. Ce qui est enregistré reste. Réimportez la journée quand l’ACD les aura.',
  'CHECK_GAP.further': '{{findings}} autres constats de ce genre ce jour-là, non détaillés.',
  'CHECK_SOURCE_INTERVAL.former':
    '{{system}} a des chiffres toutes les {{minutes}} minutes ; les jours d’avant, c’était toutes les {{before}}. L’intervalle de l’ACD a-t-il été changé ? Vérifiez Interval dans la section, et les intervalles des files WFM.',
  'CHECK_SOURCE_INTERVAL.section':
    '{{system}} a des chiffres toutes les {{minutes}} minutes, la section dit Interval={{before}}. Vérifiez lequel est juste.',
  CHECK_FEWER_ROWS:
    '{{system}} a renvoyé {{rows, number}} {{rows|ligne|lignes}} pour le {{day}}, contre {{before, number}} au dernier import. Là où il n’y a plus de valeur, ce qui est enregistré reste. L’ACD a-t-il commencé à purger ce jour ?',
} as const;
