import type { scenarioMessages as french } from '../fr/scenario-messages.ts';

const closerMissing = [
  '{{opener}} in Zeile {{openerLine}} hat kein {{closer}}: Ergänzen Sie {{closer}} vor Zeile {{beforeLine}}.',
  '{{opener}} in Zeile {{openerLine}} hat kein {{closer}}: Ergänzen Sie {{closer}} am Ende des Skripts.',
];

/** The same keys as the French messages: a missing or unknown one does not compile. */
export const scenarioMessages: Readonly<Record<keyof typeof french, string | readonly string[]>> = {
  'word.end-of-line': 'dem Zeilenende',
  'word.refused-files': 'Ein Skript hat keinen Zugriff auf Dateien',
  'word.refused-programs': 'Ein Skript kann keine Programme starten oder steuern',
  'word.refused-objects': 'Ein Skript kann keine Objekte verwenden',
  'word.refused-people': 'Ein Skript kann niemanden fragen, denn Importe laufen von selbst',
  'word.refused-dde': 'Ein Skript kann nicht mit anderen Programmen sprechen',

  // Syntax
  'SCENARIO_SYNTAX.expected': [
    'Vor {{found}} fehlt {{expected}}. Beispiel: {{example}}.',
    'Vor {{found}} fehlt {{expected}}.',
  ],
  'SCENARIO_SYNTAX.wend': 'While endet mit Wend: Schreiben Sie hier Wend.',
  'SCENARIO_SYNTAX.two-words': 'Schreiben Sie {{name}} in zwei Wörtern.',
  'SCENARIO_SYNTAX.option-base': 'Auf Option Base folgt 0 oder 1.',
  'SCENARIO_SYNTAX.option-compare': 'Auf Option Compare folgt Text oder Binary.',
  'SCENARIO_SYNTAX.option': 'Auf Option folgt Explicit, Base 0, Base 1, Compare Text oder Compare Binary.',
  'SCENARIO_SYNTAX.sub-as':
    'Eine Sub gibt keinen Wert zurück: Schreiben Sie Function, oder entfernen Sie As.',
  'SCENARIO_SYNTAX.after-end':
    'Nach dem Ende der {{kind}} geht es nicht weiter mit {{found}}: Beginnen Sie eine neue Zeile.',
  'SCENARIO_SYNTAX.else-if-order': 'ElseIf steht vor Else: Setzen Sie diesen Zweig nach oben.',
  'SCENARIO_SYNTAX.second-else': 'Dieses If hat schon ein Else: Entfernen Sie eines.',
  'SCENARIO_SYNTAX.before-case': 'Vor dem ersten Case steht eine Anweisung: Verschieben Sie sie.',
  'SCENARIO_SYNTAX.two-conditions':
    'Die Schleife hat eine Bedingung nach Do und eine nach Loop: Behalten Sie eine.',
  'SCENARIO_SYNTAX.name': 'Ein Name fehlt vor {{found}}.',
  'SCENARIO_SYNTAX.length': 'Schreiben Sie die Länge als Zahl von 1 bis {{most}}, zum Beispiel String * 10.',
  'SCENARIO_SYNTAX.value': 'Vor {{word}} fehlt ein Wert: {{word}} ist ein Wort der Sprache, kein Name.',
  'SCENARIO_SYNTAX.after-point': 'Nach dem Punkt fehlt ein Name.',
  'SCENARIO_SYNTAX.after-value':
    'Hier geht es nicht weiter mit {{found}}: Die Anweisung müsste enden nach {{before}}.',
  'SCENARIO_SYNTAX.then': 'Then gehört zu einem If in derselben Zeile.',
  'SCENARIO_SYNTAX.start':
    'Eine Anweisung beginnt nicht mit {{found}}, sondern mit einem Namen oder einem Wort wie If, For oder Dim.',
  'SCENARIO_SYNTAX.debug': 'Debug hat hier nur einen Zweck: Debug.Print.',
  'SCENARIO_SYNTAX.statement':
    'Eine Anweisung gibt einem Namen einen Wert ({{first}} = …) oder ruft eine Sub auf; hier geht es nicht weiter mit {{found}}.',
  'SCENARIO_SYNTAX.call': 'Nach Call stehen die Argumente in Klammern: Call Name(a, b).',
  'SCENARIO_SYNTAX.exit': 'Sagen Sie, was verlassen wird: Exit For, Exit Do, Exit Sub oder Exit Function.',
  'SCENARIO_SYNTAX.label': 'Der Name einer Sprungmarke fehlt.',
  'SCENARIO_REFUSED.objects': 'Ein Skript kann keine Objekte verwenden: Arbeiten Sie mit Werten.',
  'SCENARIO_REFUSED.set':
    'Set ist für Objekte, die ein Skript nicht verwenden kann: Weisen Sie Werte ohne Set zu.',
  'SCENARIO_REFUSED.declare': 'Ein Skript kann keine Programme aufrufen: Declare gibt es hier nicht.',
  'SCENARIO_REFUSED.print': 'Ein Skript hat keinen Zugriff auf Dateien: Print # gibt es hier nicht.',
  'SCENARIO_REFUSED.fields':
    'Es gibt keine Variable {{name}} mit Feldern, und ein Skript kann keine Objekte verwenden.',
  SCENARIO_REFUSED: '{{reason}}: {{name}} gibt es hier nicht.',
  SCENARIO_STRING_NOT_CLOSED:
    'Der Text, der hier beginnt, ist nicht geschlossen: Beenden Sie ihn mit " in derselben Zeile.',
  'SCENARIO_PARENTHESIS_MISSING.parameters': 'Die Liste der Parameter ist nicht geschlossen: Ergänzen Sie ).',
  'SCENARIO_PARENTHESIS_MISSING.open':
    'Die Klammer, die hier beginnt, ist nicht geschlossen: Ergänzen Sie ).',
  'SCENARIO_PARENTHESIS_MISSING.close':
    'Diese Klammer schließt nichts: Entfernen Sie sie, oder ergänzen Sie ( davor.',
  SCENARIO_OPERATOR_MISSING: 'Ein Operator fehlt zwischen {{first}} und {{second}}.',
  SCENARIO_OPERATOR_ORDER: 'Schreiben Sie hier {{meant}} statt {{written}}.',
  'SCENARIO_OPERATOR_ORDER.blank': 'Schreiben Sie hier {{meant}} ohne Leerzeichen statt {{written}}.',
  SCENARIO_DOUBLE_EQUALS: 'Schreiben Sie hier {{meant}} statt {{written}}.',
  SCENARIO_FOREIGN_OPERATOR: 'Schreiben Sie hier {{meant}} statt {{written}}.',
  'SCENARIO_FOREIGN_OPERATOR.comment': "Ein Kommentar beginnt mit ' und nicht mit //.",
  'SCENARIO_FOREIGN_OPERATOR.colon-equals': 'Ein Wert wird mit = allein zugewiesen: {{name}} = … statt :=.',
  'SCENARIO_FOREIGN_OPERATOR.compound':
    'Schreiben Sie die Rechnung aus: {{name}} = {{name}} {{operator}} … statt {{written}}.',
  SCENARIO_TYPOGRAPHIC_CHARACTER: 'Schreiben Sie hier {{meant}} statt {{written}}.',
  'SCENARIO_TYPOGRAPHIC_CHARACTER.quote':
    'Texte stehen in geraden Anführungszeichen: Schreiben Sie " statt {{character}}.',
  'SCENARIO_TYPOGRAPHIC_CHARACTER.comment':
    "Ein Kommentar beginnt mit einem geraden Apostroph (') und nicht mit {{character}}.",
  SCENARIO_UNKNOWN_CHARACTER: 'Das Zeichen {{character}} bedeutet in einem Skript nichts: Entfernen Sie es.',
  'SCENARIO_VALUE_MISSING.end': [
    'Nach {{after}} fehlt am Zeilenende ein Wert.',
    'Am Zeilenende fehlt ein Wert.',
  ],
  SCENARIO_VALUE_MISSING: 'Ein Wert fehlt vor {{found}}.',
  SCENARIO_THEN_MISSING: 'Nach der Bedingung fehlt Then: Schreiben Sie {{word}} … Then.',
  SCENARIO_SEMICOLON: 'Eine Anweisung endet mit der Zeile: Entfernen Sie das Semikolon.',
  SCENARIO_DECIMAL_COMMA: 'Nachkommastellen stehen nach einem Punkt: Schreiben Sie {{written}}.',
  SCENARIO_NUMBER_MALFORMED: 'Die Zahl {{written}} passt nicht in den Typ {{type}}.',
  'SCENARIO_NUMBER_MALFORMED.large': 'Die Zahl {{written}} ist zu groß.',
  SCENARIO_NAME_STARTS_WITH_DIGIT:
    '{{name}} ist weder Zahl noch Name: Ein Name beginnt mit einem Buchstaben.',
  SCENARIO_NAME_WITH_BLANK:
    'Ein Name hat kein Leerzeichen: Schreiben Sie {{joined}}, wenn es ein Name ist, oder setzen Sie einen Operator zwischen {{first}} und {{second}}.',
  SCENARIO_RESERVED_NAME: '{{word}} ist ein Wort der Sprache: Wählen Sie einen anderen Namen.',
  SCENARIO_CLOSER_WITHOUT_OPENER:
    '{{written}} hat kein {{opener}} davor: Entfernen Sie es, oder ergänzen Sie das {{opener}}, das es beendet.',
  'SCENARIO_CLOSER_WITHOUT_OPENER.outside':
    '{{written}} steht außerhalb jeder Sub: Entfernen Sie es, oder ergänzen Sie die Zeile, die es beendet.',
  SCENARIO_END_IF_MISSING: closerMissing,
  'SCENARIO_END_IF_MISSING.else-if': [
    'If in Zeile {{openerLine}} hat kein {{closer}}: Ergänzen Sie {{closer}} vor Zeile {{beforeLine}}. ElseIf ist ein Wort: Else If öffnet ein weiteres If.',
    'If in Zeile {{openerLine}} hat kein {{closer}}: Ergänzen Sie {{closer}} am Ende des Skripts. ElseIf ist ein Wort: Else If öffnet ein weiteres If.',
  ],
  SCENARIO_END_SELECT_MISSING: closerMissing,
  SCENARIO_NEXT_MISSING: closerMissing,
  SCENARIO_LOOP_MISSING: closerMissing,
  SCENARIO_WEND_MISSING: closerMissing,
  SCENARIO_END_WITH_MISSING: closerMissing,
  SCENARIO_END_SUB_MISSING: closerMissing,
  SCENARIO_END_FUNCTION_MISSING: closerMissing,
  SCENARIO_END_TYPE_MISSING: closerMissing,
  SCENARIO_NEXT_OF_ANOTHER:
    'Next {{given}} beendet die Schleife For {{counter}} in Zeile {{openerLine}}: Schreiben Sie Next {{counter}}.',
  SCENARIO_DIM_WITH_VALUE:
    'Dim gibt keinen Wert: Schreiben Sie zuerst Dim {{name}}, dann {{name}} = … in die nächste Zeile.',
  SCENARIO_TYPE_MISSING: 'Nach As fehlt ein Typ, zum Beispiel As Long oder As Double.',
  'SCENARIO_TOO_DEEP.levels': 'Tiefer als {{levels}} Ebenen verschachtelt: Teilen Sie dies auf.',
  'SCENARIO_TOO_DEEP.expression': 'Der Ausdruck ist zu lang: Verwenden Sie mehrere Zuweisungen.',
  'SCENARIO_TOO_DEEP.script': 'Das Skript verschachtelt Ausdrücke oder Blöcke zu tief: Teilen Sie sie auf.',
  SCENARIO_TOO_LONG: 'Das Skript hat mehr als {{characters}} Zeichen: Kürzen Sie es.',
  SCENARIO_NOT_COMPILED:
    'Das Skript konnte nicht vorbereitet werden. Berichtigen Sie es und versuchen Sie es erneut.',

  // Names
  SCENARIO_UNKNOWN_TYPE: [
    'Es gibt keinen Typ {{name}}: Meinten Sie {{likely}}?',
    'Es gibt keinen Typ {{name}}: Verwenden Sie Long, Double, String, Boolean, Date oder Variant.',
  ],
  SCENARIO_UNDECLARED: [
    '{{name}} ist nicht deklariert, was Option Explicit verlangt: Meinten Sie {{likely}}? Sonst ergänzen Sie Dim {{name}}.',
    '{{name}} ist nicht deklariert, was Option Explicit verlangt: Ergänzen Sie Dim {{name}}.',
  ],
  SCENARIO_DUPLICATE_NAME:
    '{{name}} ist schon in Zeile {{otherLine}} deklariert: Entfernen Sie eines der beiden, oder wählen Sie einen anderen Namen.',
  'SCENARIO_DUPLICATE_NAME.given':
    '{{name}} ist ein Wert, den der Import vorgibt: Wählen Sie einen anderen Namen.',
  'SCENARIO_DUPLICATE_NAME.label': 'Die Sprungmarke {{name}} steht schon in Zeile {{otherLine}}.',
  'SCENARIO_DUPLICATE_NAME.type': '{{name}} ist schon ein Typ: Wählen Sie einen anderen Namen.',
  'SCENARIO_DUPLICATE_NAME.type-twice': 'Der Type {{name}} ist zweimal deklariert: Entfernen Sie einen.',
  'SCENARIO_DUPLICATE_NAME.field': '{{name}} steht zweimal im Type {{type}}.',
  SCENARIO_FUNCTION_HIDDEN:
    '{{name}} ist eine Funktion; hier wird sie zur Variablen. Wählen Sie einen anderen Namen.',
  SCENARIO_UNKNOWN_FUNCTION: [
    'Es gibt keine Funktion und kein Array {{name}}: Meinten Sie {{likely}}?',
    'Es gibt keine Funktion und kein Array {{name}}: Definieren Sie sie mit Function, oder deklarieren Sie ein Array mit Dim.',
  ],
  SCENARIO_UNKNOWN_SUB: [
    'Es gibt keine Sub {{name}}: Meinten Sie {{likely}}?',
    'Es gibt keine Sub {{name}}: Ergänzen Sie sie, oder schreiben Sie {{name}} = …, um einen Wert zu geben.',
  ],
  SCENARIO_UNKNOWN_FIELD: 'Der Type {{type}} hat kein Feld {{name}}; er hat {{known}}.',
  'SCENARIO_UNKNOWN_FIELD.err': 'Err hat kein {{name}}: Es hat Number, Description, Clear und Raise.',
  'SCENARIO_UNKNOWN_FIELD.err-use': 'Err wird als Err.Raise Nummer oder Err.Clear verwendet.',
  SCENARIO_UNKNOWN_LABEL:
    'Es gibt keine Sprungmarke {{name}} in {{procedure}}: Schreiben Sie {{name}}: an den Anfang der Zeile.',
  SCENARIO_ARGUMENT_COUNT: [
    'Argumente von {{name}}: {{needed}} erwartet, {{given}} angegeben.',
    'Argumente von {{name}}: mindestens {{least}} erwartet, {{given}} angegeben.',
    'Argumente von {{name}}: höchstens {{most}} erwartet, {{given}} angegeben.',
  ],
  'SCENARIO_ARGUMENT_COUNT.parameter': '{{name}} braucht einen Wert für {{parameter}}.',
  'SCENARIO_ARGUMENT_COUNT.missing': 'Argument {{argument}} fehlt: Schreiben Sie {{signature}}.',
  'SCENARIO_ARGUMENT_COUNT.redim': 'Die Größe fehlt: ReDim {{name}}(10).',
  'SCENARIO_ARGUMENT_COUNT.index': 'Zwischen den Klammern fehlt der Index des Arrays.',
  SCENARIO_ARGUMENT_NAME: '{{name}} hat keinen Parameter {{parameter}}.',
  SCENARIO_SUB_AS_VALUE: '{{name}} ist eine Sub und gibt keinen Wert: Machen Sie eine Function daraus.',
  SCENARIO_FUNCTION_NOT_SET: 'Die Function {{name}} setzt ihren Wert nie: Ergänzen Sie {{name}} = …',
  SCENARIO_PROCEDURE_SET: '{{name}} ist eine Prozedur und kann hier keinen Wert bekommen.',
  SCENARIO_CONSTANT_SET: '{{name}} ist eine Konstante und kann keinen Wert bekommen.',
  SCENARIO_NOT_ASSIGNABLE: 'Nur eine Variable, ein Element oder ein Feld kann einen Wert bekommen.',
  'SCENARIO_NOT_ASSIGNABLE.mid': 'Links vom = nimmt Mid eine Variable: Mid(text, 1, 2) = …',
  'SCENARIO_NOT_AN_ARRAY.name':
    '{{name}} ist weder Array noch Funktion: Entfernen Sie die Klammern dahinter.',
  'SCENARIO_NOT_AN_ARRAY.parentheses': 'Dies ist kein Array: Entfernen Sie die Klammern dahinter.',
  'SCENARIO_NOT_AN_ARRAY.redim': '{{name}} ist kein Array: Deklarieren Sie es mit Dim {{name}}().',
  'SCENARIO_NOT_AN_ARRAY.erase': 'Erase nimmt den Namen eines Arrays.',
  'SCENARIO_NOT_A_RECORD.with': 'With nimmt eine Variable eines Type … End Type.',
  'SCENARIO_NOT_A_RECORD.before': 'Was vor .{{name}} steht, hat keine Felder.',
  'SCENARIO_NOT_A_VALUE.array':
    'Ein ganzes Array steht, wo ein Wert gebraucht wird: Nennen Sie ein Element, zum Beispiel a(1).',
  'SCENARIO_NOT_A_VALUE.record': 'Ein ganzer Type steht, wo ein Wert gebraucht wird: Nennen Sie ein Feld.',
  'SCENARIO_NOT_CONSTANT.name': '{{name}} ist keine Konstante: Schreiben Sie eine Zahl oder einen Text.',
  'SCENARIO_NOT_CONSTANT.bounds': 'Die Grenzen eines Arrays in einem Type sind ganze Zahlen.',
  'SCENARIO_NOT_CONSTANT.dim':
    'Die Grenzen von Dim sind Konstanten: Deklarieren Sie das Array mit () und geben Sie die Größe mit ReDim an.',
  'SCENARIO_NOT_CONSTANT.self': 'Die Konstante {{name}} braucht ihren eigenen Wert.',
  'SCENARIO_NOT_CONSTANT.value':
    'Der Wert der Konstanten {{name}} muss eine Zahl oder ein Text sein oder aus Konstanten bestehen.',
  SCENARIO_FOR_COUNTER: 'Der Zähler von For muss eine Variable sein, die eine Zahl enthält.',
  SCENARIO_EXIT_OUTSIDE: 'Exit {{word}} steht außerhalb von {{word}}: Es gibt nichts zu verlassen.',
  SCENARIO_WITH_MISSING:
    '.{{name}} steht außerhalb eines With-Blocks: Schreiben Sie die Variable vor den Punkt.',
  SCENARIO_STATEMENT_INCOMPLETE:
    'Hier geschieht nichts mit {{name}}: Schreiben Sie {{name}} = …, um einen Wert zu geben.',
  'SCENARIO_STATEMENT_INCOMPLETE.line':
    'Hier geschieht nichts: Schreiben Sie = und einen Wert, oder rufen Sie eine Sub auf.',
  SCENARIO_OUTSIDE_PROCEDURE:
    'Eine Anweisung außerhalb jeder Sub wird nie ausgeführt: Verschieben Sie sie in Sub Main.',
  'SCENARIO_NO_MAIN.stray':
    'Das Skript hat keine Sub Main, mit der es beginnt: Setzen Sie Sub Main() vor die Anweisungen und End Sub dahinter.',
  'SCENARIO_NO_MAIN.absent': [
    'Das Skript hat keine Sub Main, mit der es beginnt: Meinten Sie Main statt {{like}}?',
    'Das Skript hat keine Sub Main, mit der es beginnt: Ergänzen Sie Sub Main() … End Sub mit der Berechnung.',
  ],
  'SCENARIO_NO_MAIN.function': 'Main muss eine Sub sein: Schreiben Sie Sub Main() … End Sub.',
  SCENARIO_MAIN_PARAMETERS: 'Sub Main hat keine Parameter: Schreiben Sie Sub Main().',
  SCENARIO_RESULT_NOT_SET:
    'Das Skript setzt Result nie, also bekommt jedes Intervall 0: Ergänzen Sie Result = …',
  SCENARIO_NEVER_SET: [
    '{{name}} bekommt nie einen Wert und zählt als 0: Meinten Sie {{likely}}?',
    '{{name}} bekommt nie einen Wert und zählt als 0.',
  ],

  // While a script runs
  SCENARIO_DIVISION_BY_ZERO:
    'Division durch null: Prüfen Sie zuerst den Teiler, zum Beispiel If Para2 <> 0 Then.',
  'SCENARIO_DIVISION_BY_ZERO.rounded': 'Division durch null: Gerundet ist der Teiler von {{operator}} 0.',
  SCENARIO_OVERFLOW: [
    'Überlauf: {{value}} passt nicht in den Typ {{type}}.',
    'Überlauf: Der Wert passt nicht in den Typ {{type}}.',
    'Überlauf: Der Wert passt nicht in seinen Typ.',
  ],
  'SCENARIO_OVERFLOW.whole': [
    'Überlauf: {{value}} passt nicht in den Typ {{type}}. Verwenden Sie As Double.',
    'Überlauf: Die Zahl passt nicht in den Typ {{type}}. Verwenden Sie As Double.',
  ],
  'SCENARIO_OVERFLOW.result': 'Überlauf: Result ist keine endliche Zahl.',
  SCENARIO_TYPE_MISMATCH: 'Der Wert hat den falschen Typ.',
  'SCENARIO_TYPE_MISMATCH.number': 'Falscher Typ: Der Text „{{value}}“ ist keine Zahl.',
  'SCENARIO_TYPE_MISMATCH.empty-text': 'Falscher Typ: Ein leerer Text ist keine Zahl.',
  'SCENARIO_TYPE_MISMATCH.date': 'Falscher Typ: Der Text „{{value}}“ ist kein Datum.',
  'SCENARIO_TYPE_MISMATCH.one-value':
    'Falscher Typ: Ein ganzes Array oder ein ganzer Type steht, wo ein Wert gebraucht wird.',
  'SCENARIO_TYPE_MISMATCH.takes-array': 'Falscher Typ: {{name}} verlangt ein Array dieses Typs.',
  'SCENARIO_TYPE_MISMATCH.takes-number': 'Falscher Typ: {{name}} nimmt eine Zahl.',
  'SCENARIO_TYPE_MISMATCH.holds-no-array': 'Falscher Typ: Die Variable enthält kein Array.',
  'SCENARIO_TYPE_MISMATCH.elements':
    'Falscher Typ: Geben Sie einem Array ein Array oder seine Elemente einzeln.',
  'SCENARIO_TYPE_MISMATCH.record': 'Falscher Typ: Hier wird ein Wert des Type {{type}} gebraucht.',
  'SCENARIO_TYPE_MISMATCH.join': 'Falscher Typ: Join nimmt ein Array mit einer Dimension.',
  SCENARIO_NULL: 'Null kann hier kein Wert sein: Prüfen Sie zuerst mit IsNull.',
  SCENARIO_SUBSCRIPT: 'Der Index liegt außerhalb der Grenzen des Arrays.',
  'SCENARIO_SUBSCRIPT.outside':
    'Index außerhalb der Grenzen: Der Index ist {{index}}, das Array geht von {{lower}} bis {{upper}}.',
  'SCENARIO_SUBSCRIPT.empty': 'Index außerhalb der Grenzen: Der Index ist {{index}}, das Array ist leer.',
  'SCENARIO_SUBSCRIPT.no-bounds':
    'Index außerhalb der Grenzen: Das Array hat noch keine Grenzen, verwenden Sie zuerst ReDim.',
  'SCENARIO_SUBSCRIPT.dimensions': [
    'Index außerhalb der Grenzen: Indizes angegeben: {{given}}, Dimensionen des Arrays: {{dimensions}}.',
    'Index außerhalb der Grenzen: Dimensionen des Arrays: {{dimensions}}.',
  ],
  'SCENARIO_SUBSCRIPT.below': [
    'Die obere Grenze {{upper}} des Arrays liegt unter seiner unteren Grenze {{lower}}.',
    'Die obere Grenze eines Arrays liegt unter seiner unteren Grenze.',
  ],
  'SCENARIO_SUBSCRIPT.preserve': 'ReDim Preserve kann nur die obere Grenze der letzten Dimension ändern.',
  'SCENARIO_SUBSCRIPT.most-dimensions': 'Ein Array hat höchstens {{most}} Dimensionen.',
  SCENARIO_ARRAY_FIXED:
    'Die Grenzen dieses Arrays stehen fest: Deklarieren Sie es mit () und verwenden Sie ReDim.',
  'SCENARIO_ARRAY_FIXED.name':
    'Die Grenzen von {{name}} stehen durch sein Dim fest: Schreiben Sie Dim {{name}}(), um ReDim zu verwenden.',
  SCENARIO_BAD_ARGUMENT: 'Ein Argument liegt außerhalb dessen, was die Funktion nimmt.',
  'SCENARIO_BAD_ARGUMENT.takes':
    'Das Argument von {{name}} liegt außerhalb dessen, was sie nimmt: {{range}}.',
  'SCENARIO_BAD_ARGUMENT.range': 'Hier wird eine Zahl von 1 bis {{most}} gebraucht.',
  'SCENARIO_BAD_ARGUMENT.power':
    'Diese Potenz gibt es nicht: negative Basis mit gebrochenem Exponenten, oder 0 mit negativem.',
  'SCENARIO_BAD_ARGUMENT.length': 'Eine Länge kann nicht negativ sein.',
  'SCENARIO_BAD_ARGUMENT.position': 'Stellen in einem Text zählen von 1 bis zu seiner Länge.',
  'SCENARIO_BAD_ARGUMENT.needs-text': '{{name}} braucht einen Text mit mindestens einem Zeichen.',
  'SCENARIO_BAD_ARGUMENT.switch': 'Switch nimmt Paare aus Bedingung und Wert.',
  'SCENARIO_BAD_ARGUMENT.date': 'Das Datum liegt außerhalb der Jahre 100 bis 9999.',
  'SCENARIO_BAD_ARGUMENT.unit': 'Es gibt keine Einheit „{{unit}}“: Verwenden Sie {{known}}.',
  'SCENARIO_BAD_ARGUMENT.large': 'Die Zahl ist zu groß.',
  'SCENARIO_BAD_ARGUMENT.format': 'Ein Format hat höchstens {{most}} Zeichen.',
  'SCENARIO_BAD_ARGUMENT.pattern': 'Das Muster von Like hat mehr als {{most}} Zeichen.',
  SCENARIO_BAD_PATTERN: 'Das Muster von Like hat ein [ ohne sein ].',
  SCENARIO_RAISED: 'Das Skript meldet Fehler {{number}}.',
  SCENARIO_RESUME_WITHOUT_ERROR: 'Resume ohne Fehler: Verlassen Sie die Prozedur vor ihrer Sprungmarke.',
  SCENARIO_RETURN_WITHOUT_GOSUB: 'Return ohne GoSub: Setzen Sie Exit Sub vor die Sprungmarke.',
  SCENARIO_STEP_BUDGET: [
    'Das Skript war nach {{steps}} Schritten nicht fertig: Kommt diese Schleife zu einem Ende?',
    'Das Skript kommt zu keinem Ende.',
  ],
  SCENARIO_DEPTH_BUDGET: [
    'Aufrufe tiefer als {{depth}} verschachtelt: Kommt diese Rekursion zu einem Ende?',
    'Aufrufe sind zu tief verschachtelt.',
  ],
  'SCENARIO_DEPTH_BUDGET.gosub': 'GoSub ist zu tief verschachtelt: Kommt jedes zu seinem Return?',
  'SCENARIO_DEPTH_BUDGET.nested': 'Das Skript verschachtelt Aufrufe und Ausdrücke zu tief.',
  SCENARIO_MEMORY_BUDGET: 'Das Skript braucht zu viel Speicher.',
  'SCENARIO_MEMORY_BUDGET.array': 'Ein Array hätte {{count}} Elemente; ein Skript darf {{most}} haben.',
  SCENARIO_STRING_BUDGET: [
    'Ein Text wird länger als {{characters}} Zeichen.',
    'Ein Text wird länger, als ein Skript darf.',
  ],
  SCENARIO_PARA_NOT_MAPPED:
    'Das Skript verwendet Para{{para}}, zugeordnete Quellen: {{values}}. Ordnen Sie eine weitere zu, oder entfernen Sie Para{{para}}.',
  SCENARIO_PARA_NOT_A_NUMBER: 'Para{{para}} ist in diesem Intervall keine Zahl.',
  SCENARIO_INTERNAL: [
    'Das Skript ist auf einen internen Fehler gestoßen: {{reason}}',
    'Das Skript ist auf einen internen Fehler gestoßen.',
  ],
  SCENARIO_WITH_NOT_SET: 'Die Variable von With war nicht lesbar.',
  SCENARIO_TIME_BUDGET: 'Das Skript war nach {{timeMs}} ms nicht fertig: Kommt diese Schleife zu einem Ende?',
  SCENARIO_DIVISION_UNGUARDED:
    'Ist {{divisor}} 0, scheitert {{operator}}, und das Intervall behält seinen alten Wert: Fragen Sie zuerst If {{divisor}} <> 0 Then.',
  'SCENARIO_PARA_MISSING.place':
    'Das Skript verwendet Para{{para}}, zugeordnete Quellen: {{sources}}. Ordnen Sie eine weitere zu, oder nehmen Sie ein Para, das es gibt.',
  'SCENARIO_PARA_UNUSED.place':
    'Zugeordnet, aber nicht verwendet: {{paras}}. Verwenden Sie die Quelle, oder entfernen Sie sie.',

  // Quick fixes
  'SCENARIO_FIX.then': 'Then einfügen',
  'SCENARIO_FIX.replace': '{{text}} schreiben',
  'SCENARIO_FIX.remove': '{{text}} entfernen',
  'SCENARIO_FIX.insert': '{{text}} einfügen',
  'SCENARIO_FIX.close': '{{text}} einfügen',
  'SCENARIO_FIX.declare': '{{text}} einfügen',
  'SCENARIO_FIX.guard': 'Zeile in If {{divisor}} <> 0 Then setzen',
  'SCENARIO_FIX.other-para': 'Stattdessen {{other}} verwenden',
  'SCENARIO_FIX.add-para': '{{paras}} zu Result addieren',

  // Templates
  'SCENARIO_TEMPLATE.sum': 'Summe aller Quellen',
  'SCENARIO_TEMPLATE.average-handling-time':
    'Mittlere Bearbeitungszeit: Gesamtzeit durch Zahl der Anrufe, ohne Anruf 0',
  'SCENARIO_TEMPLATE.weekday': 'Andere Werte am Samstag und Sonntag',
  'SCENARIO_TEMPLATE.time-window': 'Nur von 8 bis 18 Uhr',
  'SCENARIO_TEMPLATE.threshold': 'Weglassen, was unter einer Schwelle liegt',
};
