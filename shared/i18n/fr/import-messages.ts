/** What an import says, by code, `code.variant` or `effect.<name>`. */
export const importMessages = {
  'effect.values-left-out':
    '{{text}} Les valeurs que {{system}} alimente aussi ont été omises : reprenez l’import dès qu’il sera lisible.',
  'effect.interval-kept': [
    '{{script}}, ligne {{line}} : {{text}} La valeur de l’intervalle reste inchangée.',
    'Somme par défaut, ligne {{line}} : {{text}} La valeur de l’intervalle reste inchangée.',
  ],
  NOTHING_READ:
    '{{system}} n’a renvoyé aucune ligne pour les files d’attente affectées, du {{fromDay}} au {{toDay}}. Ce qui est enregistré reste. Vérifiez les jours, QueueNameColumn, QueueMappingSQL, TimeStampColumn et TimeStampType.',
  'NOTHING_READ.day':
    '{{system}} n’a renvoyé aucune ligne pour les files d’attente affectées le {{fromDay}}. Ce qui est enregistré reste. Vérifiez le jour, QueueNameColumn, QueueMappingSQL, TimeStampColumn et TimeStampType.',
  NOTHING_MAPPED:
    'Rien de {{systems}} n’est affecté à une file d’attente iWFM active. Affectez d’abord des types de valeur externes.',
  EXTERNAL_QUEUE_MISSING:
    'La file d’attente {{externalQueue}} ne figure pas, ou plus, dans la liste de {{system}}. Ses valeurs sont lues là où elles existent ; vérifiez l’affectation.',
  WRITE_NULL_DAY_EMPTY:
    '{{system}} n’a rien renvoyé pour le {{day}}. Rien n’a été mis à 0, ce qui est enregistré reste. Si ce jour était vraiment sans appels, confirmez-le avant l’import.',
  WRITE_NULL_ZEROES:
    '{{queue}}, {{day}} : {{count, number}} {{count|valeur enregistrée passerait|valeurs enregistrées passeraient}} à 0. À vérifier avant de confirmer l’import.',
  'WRITE_NULL_UNCONFIRMED.none':
    '« Écrire les valeurs nulles » met des valeurs enregistrées à 0. Faites d’abord un aperçu avec cette option, regardez ce qui passerait à 0 et confirmez-le.',
  'WRITE_NULL_UNCONFIRMED.survey':
    'L’import {{surveyRunId}} ne dit pas ce qui passerait à 0 : il faut un aperçu terminé, avec « Écrire les valeurs nulles », des mêmes systèmes et des mêmes jours. Faites-en un.',
  'WRITE_NULL_UNCONFIRMED.day':
    'D’après l’import {{surveyRunId}}, {{system}} a bien renvoyé quelque chose pour le {{day}}, ou ce jour n’en faisait pas partie. Laissez ce jour de côté, ou refaites l’aperçu.',
  WRITE_NULL_CHANGED:
    'Le {{day}}, plus de valeurs enregistrées, ou d’autres, passeraient à 0 que ce qui a été confirmé. Aucune n’a été mise à 0 : refaites l’aperçu.',
  STAMP_UNREADABLE:
    '{{system}} : des horodatages tels que « {{stamp}} » sont illisibles ; leurs lignes ont été omises. Vérifiez TimeStampType et TimeStampFormat.',
  STAMP_ZONE_UNKNOWN:
    '{{system}} : « {{zone}} » à côté de l’horodatage n’est ni un décalage ni un fuseau horaire ; ces lignes ont été omises. Vérifiez TimeStampZoneColumn, ou la colonne que lit l’interface.',
  STAMP_REPEATED_HOUR:
    '{{system}} : les horodatages ne disent pas de laquelle des deux heures du passage à l’heure d’hiver il s’agit. Leurs lignes comptent dans la première. Des secondes Unix (TimeStampType=1) ou un décalage fixe lèveraient le doute.',
  STAMP_MISSING_HOUR:
    '{{system}} : des horodatages tombent dans l’heure sautée au passage à l’heure d’été ; ils ont été lus comme si l’horloge n’avait pas été avancée. Vérifiez TimeZone.',
  VALUE_NOT_A_NUMBER:
    '{{system}} : {{valueType}} contient « {{value}} », qui n’est pas un nombre. Les valeurs qui en dépendent restent inchangées. Vérifiez la colonne ou l’expression de ce type de valeur.',
  INTERVAL_COARSER:
    '{{system}} compte par {{sourceMinutes}} minutes, {{queue}} par {{queueMinutes}} : les valeurs ne peuvent pas être divisées. Réglez la file d’attente sur {{sourceMinutes}} minutes ou l’ACD sur {{queueMinutes}}, ou écrivez CoarserInterval=split dans la section.',
  ROW_COARSER:
    '{{system}} : des lignes de {{minutes}} minutes sont plus longues que les intervalles de la file iWFM. Ces intervalles restent tels quels. Écrivez CoarserInterval=split dans la section pour diviser ces lignes.',
  ROW_ACROSS:
    '{{system}} : des lignes de {{minutes}} minutes sont à cheval sur deux intervalles de la file iWFM. Ces intervalles restent tels quels. Vérifiez TimeZone et l’intervalle de la file.',
  ROW_TOO_LONG:
    '{{system}} : d’après la source, des lignes portent sur {{minutes, number}} minutes, soit plus d’un jour. Les intervalles qu’elles touchent restent tels quels, le jour où elles commencent et le suivant. Vérifiez la colonne qui donne les minutes de chaque ligne.',
  ROW_SPLIT:
    '{{system}} : des lignes plus longues que les intervalles de la file iWFM ont été divisées, le reste allant à la première partie, comme le veut CoarserInterval=split.',
  INTERVAL_ACROSS:
    '{{system}} compte par {{sourceMinutes}} minutes, {{queue}} par {{queueMinutes}} : les valeurs ne peuvent pas être divisées. Réglez la file d’attente sur {{sourceMinutes}} minutes ou l’ACD sur {{queueMinutes}}.',
  QUEUE_KEY_UNMATCHED:
    '{{system}} : la source a renvoyé des lignes de « {{key}} », qu’elle confond avec une file d’attente affectée mais écrit autrement. Elles ont été omises. Affectez la file telle que les données d’appels l’écrivent.',
  QUEUE_LEVELS:
    '{{system}} : niveaux des files d’attente : {{levels}}, colonnes dans QueueNameColumn : {{columns}}. Écrivez une colonne pour chaque colonne de QueueSQL, séparées par ;.',
  VALUE_TOO_LARGE:
    '{{queue}}, {{valueType}} : une valeur ou un résultat est trop grand pour être conservé exactement (2^53). La valeur de l’intervalle reste inchangée. Vérifiez le script et les sources.',
  'VALUE_TOO_LARGE.figure':
    '{{system}} : {{valueType}} contient {{value}}, trop grand pour être conservé exactement (2^53). Les valeurs qui en dépendent restent inchangées. Vérifiez la colonne ou l’expression de ce type de valeur.',
  SYSTEM_DAY_EMPTY:
    '{{system}} n’a rien renvoyé pour le {{day}}. Les valeurs qu’il alimente avec d’autres systèmes restent inchangées. Vérifiez ce système, puis réimportez ce jour.',
  IMPORT_WORKER_LOST:
    'Le processus qui faisait l’import s’est arrêté ({{reason}}), sans doute à cause de son pilote ODBC. Ce qui est écrit reste ; reprenez l’import pour faire le reste.',
  IMPORT_RUNNING: [
    'Un import de {{system}} est en cours (import {{runId}}). Attendez sa fin, ou annulez-le.',
    'Un import de {{system}} est en cours. Attendez sa fin, ou annulez-le.',
  ],
  NO_SYSTEM:
    'Il n’y a pas de système externe à importer. Ajoutez-en un sous Paramètres > Systèmes externes, ou écrivez sa section dans isps_ul.ini.',
  RUN_ELSEWHERE:
    'L’import {{runId}} est exécuté par un autre programme qui utilise la même base. L’annulation lui a été demandée, mais n’a pas encore eu lieu. Voyez ce qu’il en est là-bas.',
  RUN_UNKNOWN: 'L’import {{runId}} n’existe pas. Choisissez-en un sous Fichier > Imports effectués.',
  'RUN_NOT_OWNED.running':
    'L’import {{runId}} est maintenant exécuté par un autre programme. Suivez-le là-bas.',
  'RUN_NOT_OWNED.ended':
    'L’import {{runId}} est terminé et n’accepte plus de jours. Reprenez-le pour continuer.',
  RUN_IS_RUNNING: 'L’import {{runId}} est en cours. Suivez-le, ou annulez-le d’abord.',
  RUN_NOT_RESUMABLE: 'Tous les jours de l’import {{runId}} sont faits. Démarrez un nouvel import.',
  RUN_PLAN_CHANGED:
    'Des affectations, des scripts ou des sections ont changé entre deux parties de l’import {{runId}} : les jours déjà faits suivent les anciens, les autres les nouveaux. Réimportez tous les jours pour qu’ils soient calculés de la même façon.',
  RUN_SYSTEM_GONE:
    '{{system}} n’est plus configuré : ses jours restants ne sont pas importés. S’il les faut, configurez-le à nouveau et réimportez-les.',
  RUN_SYSTEM_ADDED:
    '{{mappings, number}} {{mappings|affectation dépend|affectations dépendent}} désormais de {{system}}, dont les jours ne font pas partie de cet import. Importez aussi {{system}}.',
  'RUN_NOT_UNDOABLE.dry':
    'L’import {{runId}} ne peut pas être retiré : c’était un aperçu, il n’a rien écrit.',
  'RUN_NOT_UNDOABLE.running':
    'L’import {{runId}} ne peut pas être retiré : il est en cours. Annulez-le d’abord.',
  'RUN_NOT_UNDOABLE.nothing': 'L’import {{runId}} ne peut pas être retiré : il n’a rien changé.',
  'RUN_NOT_UNDOABLE.old':
    'L’import {{runId}} ne peut pas être retiré : ce qu’il a remplacé n’est plus conservé. Réimportez ces jours.',
  UNDO_WITHOUT_PLACE:
    'WFM ne connaît plus la file d’attente ou le type de valeur : les valeurs d’avant ne sont pas remises. S’il les faut, chargez-les à nouveau avec « xlink wfm load », puis retirez l’import encore une fois.',
  UNDO_CHANGED_SINCE: [
    'Des valeurs ont changé depuis l’import {{undoOf}}, en dernier par l’import {{laterRun}} : elles restent telles quelles. Pour les retirer aussi, retirez d’abord l’import {{laterRun}}.',
    'Des valeurs ont changé depuis l’import {{undoOf}} : elles restent telles quelles. Pour les retrouver, réimportez ce jour.',
  ],
  RUN_DAY_UNKNOWN:
    'L’import {{runId}} ne comprend pas le {{day}} pour {{system}}. Démarrez un nouvel import.',
  RUN_DAYS_INVALID: 'Le premier jour ({{fromDay}}) est après le dernier ({{toDay}}). Inversez-les.',
  DAYS_REVERSED: 'Le premier jour ({{from}}) est après le dernier ({{to}}). Inversez-les.',
  CANCELLED: 'L’opération a été annulée.',
} as const;
