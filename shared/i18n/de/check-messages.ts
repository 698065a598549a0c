import type { checkMessages as french } from '../fr/check-messages.ts';

const further =
  'An dem Tag gibt es {{findings, number}} weitere {{findings|Auffälligkeit|Auffälligkeiten}} dieser Art, nicht einzeln genannt. Beginnen Sie mit den ersten: Oft haben sie dieselbe Ursache.';

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const checkMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  'CHECK_CALLS_UNBALANCED.missing':
    '{{queue}}, Anrufe des Tages: {{offered, number}} angeboten, {{answered, number}} angenommen, {{abandoned, number}} abgebrochen. Es fehlen {{difference, number}}: weder angenommen noch abgebrochen. Prüfen Sie die Zuordnungen: Sind Anrufe mitgezählt, die überlaufen oder weitergeleitet werden?',
  'CHECK_CALLS_UNBALANCED.excess':
    '{{queue}}, Anrufe des Tages: {{offered, number}} angeboten, {{answered, number}} angenommen, {{abandoned, number}} abgebrochen. Es endeten {{difference, number}} mehr, als angeboten wurden. Prüfen Sie die Zuordnungen: Ist ein Wert doppelt gezählt oder aus einer anderen Queue genommen?',
  'CHECK_CALLS_UNBALANCED.further': further,
  CHECK_TIME_WITHOUT_CALLS:
    '{{queue}}, {{valueType}}: {{value, number}}, obwohl in der Stunde davor und danach kein Anruf angenommen wurde. Prüfen Sie die Quellen beider Werte.',
  'CHECK_TIME_WITHOUT_CALLS.further': further,
  CHECK_VALUE_NEGATIVE: [
    '{{queue}}, {{valueType}}: {{value, number}} ist kleiner als 0. Prüfen Sie {{script}}.',
    '{{queue}}, {{valueType}}: {{value, number}} ist kleiner als 0. Prüfen Sie die Quellen des Wertes.',
  ],
  'CHECK_VALUE_NEGATIVE.further': further,
  CHECK_VALUE_UNUSUAL:
    '{{queue}}, {{valueType}}: {{value, number}}; in {{weeks}} früheren Wochen waren es am selben Wochentag zur selben Zeit {{from, number}} bis {{to, number}} (Median {{median, number}}). War der Tag kein besonderer, vergleichen Sie mit einem Bericht der ACD.',
  'CHECK_VALUE_UNUSUAL.silent':
    '{{queue}}, {{valueType}}: 0 in {{intervals, number}} {{intervals|Intervall, in dem|Intervallen, in denen}} frühere Wochen zusammen etwa {{calls, number}} Anrufe hatten. Vergleichen Sie mit einem Bericht der ACD.',
  'CHECK_VALUE_UNUSUAL.low':
    '{{queue}}, {{valueType}}: {{calls, number}} an dem Tag; derselbe Wochentag hatte in {{weeks}} früheren Wochen etwa {{median, number}}. War an dem Tag nichts Besonderes, sehen Sie in der ACD nach und importieren Sie ihn erneut.',
  'CHECK_VALUE_UNUSUAL.doubled':
    '{{queue}}, {{valueType}}: Jeder Wert des Tages ist ein Vielfaches von {{factor}}, und der Tag hat {{calls, number}}; frühere Wochen hatten etwa {{median, number}}. Ist jede Zeile des Tages {{factor}}-mal da?',
  'CHECK_VALUE_UNUSUAL.low-many':
    '{{queues}} von {{of}} Queues von {{system}} haben an dem Tag weit weniger Anrufe: zusammen {{calls, number}}; frühere Wochen hatten etwa {{median, number}}. War es kein Feiertag, sehen Sie in der ACD nach und importieren Sie den Tag erneut.',
  'CHECK_VALUE_UNUSUAL.doubled-many':
    '{{queues}} von {{of}} Queues von {{system}} haben lauter Werte, die Vielfache von {{factor}} sind, und zusammen {{calls, number}} Anrufe; frühere Wochen hatten etwa {{median, number}}. Ist jede Zeile des Tages {{factor}}-mal da?',
  'CHECK_VALUE_UNUSUAL.further': further,
  CHECK_GAP:
    '{{queue}}: Die Quelle hat keinen Wert für {{intervals, number}} {{intervals|Intervall, in dem|Intervalle, in denen}} frühere Wochen zusammen etwa {{calls, number}} Anrufe hatten. Was gespeichert ist, bleibt. Importieren Sie den Tag erneut, sobald die ACD die Werte hat.',
  'CHECK_GAP.closed-many':
    '{{queues}} von {{of}} Queues von {{system}} haben an dem Tag keinen Wert; frühere Wochen hatten zusammen etwa {{median, number}} Anrufe. Was gespeichert ist, bleibt. War es kein Feiertag, importieren Sie den Tag erneut, wenn die ACD die Werte hat.',
  'CHECK_GAP.further': further,
  'CHECK_SOURCE_INTERVAL.former':
    '{{system}} liefert Werte alle {{minutes}} Minuten; an den Tagen davor waren es alle {{before}} Minuten. Wurde das Intervall der ACD umgestellt? Prüfen Sie Interval im Abschnitt und die Intervalle der WFM Queues.',
  'CHECK_SOURCE_INTERVAL.section':
    '{{system}} liefert Werte alle {{minutes}} Minuten, im Abschnitt steht Interval={{before}}. Prüfen Sie, was stimmt.',
  CHECK_FEWER_ROWS:
    '{{system}} lieferte für den {{day}} {{rows, number}} {{rows|Zeile|Zeilen}}, beim letzten Import {{before, number}}. Wo kein Wert mehr ist, bleibt, was gespeichert ist. Räumt die ACD den Tag schon auf?',
};
