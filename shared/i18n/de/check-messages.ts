import type { checkMessages as french } from '../fr/check-messages.ts';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const checkMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  'CHECK_CALLS_UNBALANCED.missing':
    '{{queue}}: Am Tag wurden {{offered}} Anrufe angeboten, {{answered}} angenommen und {{abandoned}} abgebrochen. {{difference}} der angebotenen sind keines von beidem. Prüfen Sie die Zuordnungen: Sind Anrufe gezählt, die überlaufen oder anderswohin gehen?',
  'CHECK_CALLS_UNBALANCED.excess':
    '{{queue}}: Am Tag wurden {{offered}} Anrufe angeboten, {{answered}} angenommen und {{abandoned}} abgebrochen. Es endeten {{difference}} mehr, als angeboten wurden. Prüfen Sie die Zuordnungen: Ist ein Wert doppelt oder aus einer anderen Queue genommen?',
  'CHECK_CALLS_UNBALANCED.further':
    '{{findings}} weitere Auffälligkeiten dieser Art an dem Tag, nicht einzeln genannt.',
  CHECK_TIME_WITHOUT_CALLS:
    '{{queue}}, {{valueType}}: {{value}}, obwohl in der Stunde davor und danach kein Anruf angenommen wurde. Prüfen Sie die Quellen beider Werte.',
  'CHECK_TIME_WITHOUT_CALLS.further':
    '{{findings}} weitere Auffälligkeiten dieser Art an dem Tag, nicht einzeln genannt.',
  CHECK_VALUE_NEGATIVE: [
    '{{queue}}, {{valueType}}: {{value}} ist kleiner als 0. Prüfen Sie {{script}}.',
    '{{queue}}, {{valueType}}: {{value}} ist kleiner als 0. Prüfen Sie die Quellen des Wertes.',
  ],
  'CHECK_VALUE_NEGATIVE.further':
    '{{findings}} weitere Auffälligkeiten dieser Art an dem Tag, nicht einzeln genannt.',
  CHECK_VALUE_UNUSUAL:
    '{{queue}}, {{valueType}}: {{value}}; derselbe Wochentag hatte zur selben Zeit in {{weeks}} früheren Wochen {{from}} bis {{to}}, in der Mitte {{median}}.',
  'CHECK_VALUE_UNUSUAL.silent':
    '{{queue}}, {{valueType}}: 0 in {{intervals}} Intervallen, in denen frühere Wochen etwa {{calls}} Anrufe hatten.',
  'CHECK_VALUE_UNUSUAL.further':
    '{{findings}} weitere Auffälligkeiten dieser Art an dem Tag, nicht einzeln genannt.',
  CHECK_GAP:
    '{{queue}}: Die Quelle hat in {{intervals}} Intervallen keinen Wert, in denen frühere Wochen etwa {{calls}} Anrufe hatten. Was gespeichert ist, bleibt. Importieren Sie den Tag erneut, wenn die ACD sie hat.',
  'CHECK_GAP.further': '{{findings}} weitere Auffälligkeiten dieser Art an dem Tag, nicht einzeln genannt.',
  'CHECK_SOURCE_INTERVAL.former':
    '{{system}} hat Werte alle {{minutes}} Minuten; an den Tagen davor waren es alle {{before}}. Wurde das Intervall der ACD umgestellt? Prüfen Sie Interval im Abschnitt und die Intervalle der WFM-Queues.',
  'CHECK_SOURCE_INTERVAL.section':
    '{{system}} hat Werte alle {{minutes}} Minuten, der Abschnitt sagt Interval={{before}}. Prüfen Sie, was stimmt.',
  CHECK_FEWER_ROWS:
    '{{system}} lieferte für den {{day}} {{rows, number}} {{rows|Zeile|Zeilen}}, beim letzten Import {{before, number}}. Wo kein Wert mehr ist, bleibt, was gespeichert ist. Räumt die ACD den Tag schon auf?',
};
