const further =
  'Ce jour-là, {{findings, number}} {{findings|autre constat|autres constats}} du même genre, sans détail. Commencez par les premiers : ils ont souvent la même cause.';

/** What the checks after an import say, by code or `code.variant`. */
export const checkMessages = {
  'CHECK_CALLS_UNBALANCED.missing':
    '{{queue}}, appels de la journée : {{offered, number}} présentés, {{answered, number}} répondus, {{abandoned, number}} abandonnés. Il en manque {{difference, number}} : ni répondus ni abandonnés. Vérifiez les affectations : les appels débordés ou transférés ailleurs sont-ils comptés ?',
  'CHECK_CALLS_UNBALANCED.excess':
    '{{queue}}, appels de la journée : {{offered, number}} présentés, {{answered, number}} répondus, {{abandoned, number}} abandonnés. Il s’en est terminé {{difference, number}} de plus qu’il n’en a été présenté. Vérifiez les affectations : une valeur est-elle comptée deux fois, ou prise dans une autre file d’attente ?',
  'CHECK_CALLS_UNBALANCED.further': further,
  CHECK_TIME_WITHOUT_CALLS:
    '{{queue}}, {{valueType}} : {{value, number}}, alors qu’aucun appel n’a été répondu dans l’heure qui précède ni dans celle qui suit. Vérifiez les sources des deux valeurs.',
  'CHECK_TIME_WITHOUT_CALLS.further': further,
  CHECK_VALUE_NEGATIVE: [
    '{{queue}}, {{valueType}} : {{value, number}} est négatif. Vérifiez {{script}}.',
    '{{queue}}, {{valueType}} : {{value, number}} est négatif. Vérifiez les sources de la valeur.',
  ],
  'CHECK_VALUE_NEGATIVE.further': further,
  CHECK_VALUE_UNUSUAL:
    '{{queue}}, {{valueType}} : {{value, number}}, alors que {{weeks}} semaines précédentes, le même jour à la même heure, allaient de {{from, number}} à {{to, number}} (médiane {{median, number}}). Si ce jour n’avait rien de particulier, comparez avec un rapport de l’ACD.',
  'CHECK_VALUE_UNUSUAL.silent':
    '{{queue}}, {{valueType}} : 0 sur {{intervals, number}} {{intervals|intervalle|intervalles}} où les semaines précédentes comptaient environ {{calls, number}} appels en tout. Comparez avec un rapport de l’ACD.',
  'CHECK_VALUE_UNUSUAL.low':
    '{{queue}}, {{valueType}} : {{calls, number}} ce jour-là ; le même jour de {{weeks}} semaines passées avait environ {{median, number}}. Si ce jour n’avait rien de particulier, regardez dans l’ACD et réimportez-le.',
  'CHECK_VALUE_UNUSUAL.doubled':
    '{{queue}}, {{valueType}} : chaque chiffre de la journée est un multiple de {{factor}}, et elle en compte {{calls, number}} ; les semaines passées avaient environ {{median, number}}. Chaque ligne de la journée y est-elle {{factor}} fois ?',
  'CHECK_VALUE_UNUSUAL.low-many':
    '{{queues}} files d’attente sur {{of}} de {{system}} ont bien moins d’appels ce jour-là : {{calls, number}} en tout ; les semaines passées avaient environ {{median, number}}. Si ce n’était pas un jour férié, regardez dans l’ACD et réimportez ce jour.',
  'CHECK_VALUE_UNUSUAL.doubled-many':
    '{{queues}} files d’attente sur {{of}} de {{system}} n’ont que des multiples de {{factor}}, et {{calls, number}} appels en tout ; les semaines passées avaient environ {{median, number}}. Chaque ligne de la journée y est-elle {{factor}} fois ?',
  'CHECK_VALUE_UNUSUAL.further': further,
  CHECK_GAP:
    '{{queue}} : la source n’a aucune valeur pour {{intervals, number}} {{intervals|intervalle|intervalles}} où les semaines précédentes comptaient environ {{calls, number}} appels en tout. Ce qui est enregistré reste. Réimportez ce jour quand l’ACD aura ces valeurs.',
  'CHECK_GAP.closed-many':
    '{{queues}} files d’attente sur {{of}} de {{system}} n’ont aucun chiffre ce jour-là ; les semaines passées avaient environ {{median, number}} appels en tout. Ce qui est enregistré reste. Si ce n’était pas un jour férié, réimportez ce jour quand l’ACD aura les chiffres.',
  'CHECK_GAP.further': further,
  'CHECK_SOURCE_INTERVAL.former':
    '{{system}} donne des valeurs toutes les {{minutes}} minutes ; les jours précédents, c’était toutes les {{before}} minutes. L’intervalle de l’ACD a-t-il été modifié ? Vérifiez Interval dans la section, et les intervalles des files iWFM.',
  'CHECK_SOURCE_INTERVAL.section':
    '{{system}} donne des valeurs toutes les {{minutes}} minutes, la section indique Interval={{before}}. Vérifiez lequel des deux est juste.',
  CHECK_FEWER_ROWS:
    '{{system}} a renvoyé {{rows, number}} {{rows|ligne|lignes}} pour le {{day}}, contre {{before, number}} au dernier import. Là où il n’y a plus de valeur, ce qui est enregistré reste. L’ACD a-t-il commencé à purger ce jour ?',
} as const;
