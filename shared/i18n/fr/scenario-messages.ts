const closerMissing = [
  '{{opener}} de la ligne {{openerLine}} n’a pas de {{closer}} : ajoutez {{closer}} avant la ligne {{beforeLine}}.',
  '{{opener}} de la ligne {{openerLine}} n’a pas de {{closer}} : ajoutez {{closer}} à la fin du script.',
];

/** What is said about scripts; words of the language itself (If, Sub, Dim …) stay as they are. */
export const scenarioMessages = {
  'word.end-of-line': 'la fin de la ligne',
  'word.refused-files': 'Un script n’a pas accès aux fichiers',
  'word.refused-programs': 'Un script ne peut ni démarrer ni commander de programmes',
  'word.refused-objects': 'Un script ne peut pas utiliser d’objets',
  'word.refused-people': 'Un script ne peut pas interroger une personne, car les imports s’exécutent seuls',
  'word.refused-dde': 'Un script ne peut pas communiquer avec d’autres programmes',

  // Syntax
  'SCENARIO_SYNTAX.expected': [
    'Attendu : {{expected}}, trouvé : {{found}}. Exemple : {{example}}.',
    'Attendu : {{expected}}, trouvé : {{found}}.',
  ],
  'SCENARIO_SYNTAX.wend': 'While se termine par Wend : écrivez Wend ici.',
  'SCENARIO_SYNTAX.two-words': 'Écrivez {{name}} en deux mots.',
  'SCENARIO_SYNTAX.option-base': 'Option Base est suivi de 0 ou 1.',
  'SCENARIO_SYNTAX.option-compare': 'Option Compare est suivi de Text ou Binary.',
  'SCENARIO_SYNTAX.option': 'Option est suivi de Explicit, Base 0, Base 1, Compare Text ou Compare Binary.',
  'SCENARIO_SYNTAX.sub-as': 'Une Sub ne rend pas de valeur : écrivez Function, ou retirez As.',
  'SCENARIO_SYNTAX.after-end':
    '{{found}} ne convient pas après la fin de {{kind}} : commencez une nouvelle ligne.',
  'SCENARIO_SYNTAX.else-if-order': 'ElseIf se place avant Else : remontez cette branche.',
  'SCENARIO_SYNTAX.second-else': 'Ce If a déjà un Else : retirez-en un.',
  'SCENARIO_SYNTAX.before-case': 'Une instruction précède le premier Case : déplacez-la.',
  'SCENARIO_SYNTAX.two-conditions':
    'La boucle a une condition après Do et une après Loop : n’en gardez qu’une.',
  'SCENARIO_SYNTAX.name': 'Un nom manque avant {{found}}.',
  'SCENARIO_SYNTAX.length': 'Écrivez la longueur comme un nombre de 1 à {{most}}, par exemple String * 10.',
  'SCENARIO_SYNTAX.value': 'Une valeur manque avant {{word}} : {{word}} est un mot du langage, pas un nom.',
  'SCENARIO_SYNTAX.after-point': 'Un nom manque après le point.',
  'SCENARIO_SYNTAX.after-value':
    '{{found}} ne convient pas ici : l’instruction devrait finir après {{before}}.',
  'SCENARIO_SYNTAX.then': 'Then va avec un If sur la même ligne.',
  'SCENARIO_SYNTAX.start':
    'Une instruction ne peut pas commencer par {{found}} : elle commence par un nom ou par un mot tel que If, For ou Dim.',
  'SCENARIO_SYNTAX.debug': 'Debug n’a qu’un usage ici : Debug.Print.',
  'SCENARIO_SYNTAX.statement':
    'Une instruction donne une valeur à un nom ({{first}} = …) ou appelle une Sub : {{found}} ne convient pas ici.',
  'SCENARIO_SYNTAX.call': 'Après Call, les arguments sont entre parenthèses : Call Nom(a, b).',
  'SCENARIO_SYNTAX.exit': 'Dites ce qu’il faut quitter : Exit For, Exit Do, Exit Sub ou Exit Function.',
  'SCENARIO_SYNTAX.label': 'Le nom d’une étiquette manque.',
  'SCENARIO_REFUSED.objects': 'Un script ne peut pas utiliser d’objets : travaillez avec des valeurs.',
  'SCENARIO_REFUSED.set':
    'Set sert aux objets, qu’un script ne peut pas utiliser : affectez les valeurs sans Set.',
  'SCENARIO_REFUSED.declare': 'Un script ne peut pas appeler de programmes : Declare n’est pas disponible.',
  'SCENARIO_REFUSED.print': 'Un script n’a pas accès aux fichiers : Print # n’est pas disponible.',
  'SCENARIO_REFUSED.fields':
    'Il n’y a pas de variable {{name}} avec des champs, et un script ne peut pas utiliser d’objets.',
  SCENARIO_REFUSED: '{{reason}} : {{name}} n’est pas disponible.',
  SCENARIO_STRING_NOT_CLOSED:
    'Le texte qui commence ici n’est pas fermé : terminez-le par " sur la même ligne.',
  'SCENARIO_PARENTHESIS_MISSING.parameters': 'La liste des paramètres n’est pas fermée : ajoutez ).',
  'SCENARIO_PARENTHESIS_MISSING.open': 'La parenthèse ouverte ici n’est pas fermée : ajoutez ).',
  'SCENARIO_PARENTHESIS_MISSING.close': 'Cette parenthèse ne ferme rien : retirez-la, ou ajoutez ( avant.',
  SCENARIO_OPERATOR_MISSING: 'Il manque un opérateur entre {{first}} et {{second}}.',
  SCENARIO_OPERATOR_ORDER: 'Écrivez ici {{meant}} et non {{written}}.',
  'SCENARIO_OPERATOR_ORDER.blank': 'Écrivez ici {{meant}}, sans espace, et non {{written}}.',
  SCENARIO_DOUBLE_EQUALS: 'Écrivez ici {{meant}} et non {{written}}.',
  SCENARIO_FOREIGN_OPERATOR: 'Écrivez ici {{meant}} et non {{written}}.',
  'SCENARIO_FOREIGN_OPERATOR.comment': "Un commentaire commence par ' et non par //.",
  'SCENARIO_FOREIGN_OPERATOR.colon-equals': 'Donnez une valeur avec = seul : {{name}} = … et non :=.',
  'SCENARIO_FOREIGN_OPERATOR.compound':
    'Écrivez l’opération en entier : {{name}} = {{name}} {{operator}} … et non {{written}}.',
  SCENARIO_TYPOGRAPHIC_CHARACTER: 'Écrivez ici {{meant}} et non {{written}}.',
  'SCENARIO_TYPOGRAPHIC_CHARACTER.quote':
    'Les textes sont entre guillemets droits : écrivez " et non {{character}}.',
  'SCENARIO_TYPOGRAPHIC_CHARACTER.comment':
    "Un commentaire commence par une apostrophe droite (') et non par {{character}}.",
  SCENARIO_UNKNOWN_CHARACTER: 'Le caractère {{character}} n’a pas de sens dans un script : retirez-le.',
  'SCENARIO_VALUE_MISSING.end': [
    'Une valeur manque après {{after}} à la fin de la ligne.',
    'Une valeur manque à la fin de la ligne.',
  ],
  SCENARIO_VALUE_MISSING: 'Une valeur manque avant {{found}}.',
  SCENARIO_THEN_MISSING: 'Then manque après la condition : écrivez {{word}} … Then.',
  SCENARIO_SEMICOLON: 'Une instruction finit avec la ligne : retirez le point-virgule.',
  SCENARIO_DECIMAL_COMMA: 'Les décimales suivent un point : écrivez {{written}}.',
  SCENARIO_NUMBER_MALFORMED: 'Le nombre {{written}} ne convient pas au type {{type}}.',
  'SCENARIO_NUMBER_MALFORMED.large': 'Le nombre {{written}} est trop grand.',
  SCENARIO_NAME_STARTS_WITH_DIGIT: '{{name}} n’est ni un nombre ni un nom : un nom commence par une lettre.',
  SCENARIO_NAME_WITH_BLANK:
    'Un nom ne contient pas d’espace : écrivez {{joined}} si c’est un seul nom, ou mettez un opérateur entre {{first}} et {{second}}.',
  SCENARIO_RESERVED_NAME: '{{word}} est un mot du langage : choisissez un autre nom.',
  SCENARIO_CLOSER_WITHOUT_OPENER:
    '{{written}} n’a pas de {{opener}} avant lui : retirez-le, ou ajoutez le {{opener}} qu’il termine.',
  'SCENARIO_CLOSER_WITHOUT_OPENER.outside':
    '{{written}} est en dehors de toute Sub : retirez-le, ou ajoutez la ligne qu’il termine.',
  SCENARIO_END_IF_MISSING: closerMissing,
  'SCENARIO_END_IF_MISSING.else-if': [
    'If de la ligne {{openerLine}} n’a pas de {{closer}} : ajoutez {{closer}} avant la ligne {{beforeLine}}. ElseIf s’écrit en un mot : Else If ouvre un autre If.',
    'If de la ligne {{openerLine}} n’a pas de {{closer}} : ajoutez {{closer}} à la fin du script. ElseIf s’écrit en un mot : Else If ouvre un autre If.',
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
    'Next {{given}} termine la boucle For {{counter}} de la ligne {{openerLine}} : écrivez Next {{counter}}.',
  SCENARIO_DIM_WITH_VALUE:
    'Dim ne donne pas de valeur : écrivez d’abord Dim {{name}}, puis {{name}} = … à la ligne suivante.',
  SCENARIO_TYPE_MISSING: 'Un type manque après As, par exemple As Long ou As Double.',
  'SCENARIO_TOO_DEEP.levels': 'Plus de {{levels}} niveaux imbriqués : divisez cette partie.',
  'SCENARIO_TOO_DEEP.expression': 'L’expression est trop longue : utilisez plusieurs affectations.',
  'SCENARIO_TOO_DEEP.script': 'Le script imbrique trop d’expressions ou de blocs : divisez-les.',
  SCENARIO_TOO_LONG: 'Le script dépasse {{characters}} caractères : raccourcissez-le.',
  SCENARIO_NOT_COMPILED: 'Le script n’a pas pu être préparé. Corrigez-le et réessayez.',

  // Names
  SCENARIO_UNKNOWN_TYPE: [
    'Il n’y a pas de type {{name}} : vouliez-vous dire {{likely}} ?',
    'Il n’y a pas de type {{name}} : utilisez Long, Double, String, Boolean, Date ou Variant.',
  ],
  SCENARIO_UNDECLARED: [
    '{{name}} n’est pas déclaré, ce que demande Option Explicit : vouliez-vous dire {{likely}} ? Sinon, ajoutez Dim {{name}}.',
    '{{name}} n’est pas déclaré, ce que demande Option Explicit : ajoutez Dim {{name}}.',
  ],
  SCENARIO_DUPLICATE_NAME:
    '{{name}} est déjà déclaré à la ligne {{otherLine}} : retirez l’un des deux, ou choisissez un autre nom.',
  'SCENARIO_DUPLICATE_NAME.given': '{{name}} est une valeur donnée par l’import : choisissez un autre nom.',
  'SCENARIO_DUPLICATE_NAME.label': 'L’étiquette {{name}} est déjà à la ligne {{otherLine}}.',
  'SCENARIO_DUPLICATE_NAME.type': '{{name}} est déjà un type : choisissez un autre nom.',
  'SCENARIO_DUPLICATE_NAME.type-twice': 'Le Type {{name}} est déclaré deux fois : retirez-en un.',
  'SCENARIO_DUPLICATE_NAME.field': '{{name}} figure deux fois dans le Type {{type}}.',
  SCENARIO_FUNCTION_HIDDEN:
    '{{name}} est une fonction ; ici, elle devient une variable. Choisissez un autre nom.',
  SCENARIO_UNKNOWN_FUNCTION: [
    'Il n’y a pas de fonction ni de tableau {{name}} : vouliez-vous dire {{likely}} ?',
    'Il n’y a pas de fonction ni de tableau {{name}} : définissez-la avec Function, ou déclarez un tableau avec Dim.',
  ],
  SCENARIO_UNKNOWN_SUB: [
    'Il n’y a pas de Sub {{name}} : vouliez-vous dire {{likely}} ?',
    'Il n’y a pas de Sub {{name}} : ajoutez-la, ou écrivez {{name}} = … pour lui donner une valeur.',
  ],
  SCENARIO_UNKNOWN_FIELD: 'Le Type {{type}} n’a pas de champ {{name}} ; il a {{known}}.',
  'SCENARIO_UNKNOWN_FIELD.err': 'Err n’a pas de {{name}} : il a Number, Description, Clear et Raise.',
  'SCENARIO_UNKNOWN_FIELD.err-use': 'Err s’utilise comme Err.Raise numéro ou Err.Clear.',
  SCENARIO_UNKNOWN_LABEL:
    'Il n’y a pas d’étiquette {{name}} dans {{procedure}} : écrivez {{name}}: au début de la ligne visée.',
  SCENARIO_ARGUMENT_COUNT: [
    'Arguments de {{name}} : {{needed}} attendus, {{given}} donnés.',
    'Arguments de {{name}} : au moins {{least}} attendus, {{given}} donnés.',
    'Arguments de {{name}} : au plus {{most}} attendus, {{given}} donnés.',
  ],
  'SCENARIO_ARGUMENT_COUNT.parameter': '{{name}} a besoin d’une valeur pour {{parameter}}.',
  'SCENARIO_ARGUMENT_COUNT.missing': 'L’argument {{argument}} manque : écrivez {{signature}}.',
  'SCENARIO_ARGUMENT_COUNT.redim': 'La taille manque : ReDim {{name}}(10).',
  'SCENARIO_ARGUMENT_COUNT.index': 'L’indice du tableau manque entre les parenthèses.',
  SCENARIO_ARGUMENT_NAME: '{{name}} n’a pas de paramètre {{parameter}}.',
  SCENARIO_SUB_AS_VALUE: '{{name}} est une Sub et ne rend pas de valeur : faites-en une Function.',
  SCENARIO_FUNCTION_NOT_SET: 'La Function {{name}} ne fixe jamais sa valeur : ajoutez {{name}} = …',
  SCENARIO_PROCEDURE_SET: '{{name}} est une procédure et ne peut pas recevoir de valeur ici.',
  SCENARIO_CONSTANT_SET: '{{name}} est une constante et ne peut pas recevoir de valeur.',
  SCENARIO_NOT_ASSIGNABLE: 'Seuls une variable, un élément ou un champ peuvent recevoir une valeur.',
  'SCENARIO_NOT_ASSIGNABLE.mid': 'À gauche du =, Mid prend une variable : Mid(texte, 1, 2) = …',
  'SCENARIO_NOT_AN_ARRAY.name':
    '{{name}} n’est ni un tableau ni une fonction : retirez les parenthèses qui suivent.',
  'SCENARIO_NOT_AN_ARRAY.parentheses': 'Ce n’est pas un tableau : retirez les parenthèses qui suivent.',
  'SCENARIO_NOT_AN_ARRAY.redim': '{{name}} n’est pas un tableau : déclarez-le avec Dim {{name}}().',
  'SCENARIO_NOT_AN_ARRAY.erase': 'Erase prend le nom d’un tableau.',
  'SCENARIO_NOT_A_RECORD.with': 'With prend une variable d’un Type … End Type.',
  'SCENARIO_NOT_A_RECORD.before': 'Ce qui précède .{{name}} n’a pas de champs.',
  'SCENARIO_NOT_A_VALUE.array':
    'Un tableau entier se trouve là où il faut une seule valeur : nommez un élément, par exemple a(1).',
  'SCENARIO_NOT_A_VALUE.record': 'Un Type entier se trouve là où il faut une seule valeur : nommez un champ.',
  'SCENARIO_NOT_CONSTANT.name': '{{name}} n’est pas une constante : écrivez un nombre ou un texte.',
  'SCENARIO_NOT_CONSTANT.bounds': 'Les bornes d’un tableau dans un Type sont des nombres entiers.',
  'SCENARIO_NOT_CONSTANT.dim':
    'Les bornes de Dim sont constantes : déclarez le tableau avec () et donnez la taille avec ReDim.',
  'SCENARIO_NOT_CONSTANT.self': 'La constante {{name}} a besoin de sa propre valeur.',
  'SCENARIO_NOT_CONSTANT.value':
    'La valeur de la constante {{name}} doit être un nombre ou un texte, ou faite de constantes.',
  SCENARIO_FOR_COUNTER: 'Le compteur de For doit être une variable qui contient un nombre.',
  SCENARIO_EXIT_OUTSIDE: 'Exit {{word}} est en dehors de {{word}} : il n’y a rien à quitter.',
  SCENARIO_WITH_MISSING: '.{{name}} est en dehors d’un bloc With : écrivez la variable avant le point.',
  SCENARIO_STATEMENT_INCOMPLETE:
    'Rien ne se passe ici avec {{name}} : écrivez {{name}} = … pour lui donner une valeur.',
  'SCENARIO_STATEMENT_INCOMPLETE.line': 'Rien ne se passe ici : écrivez = et une valeur, ou appelez une Sub.',
  SCENARIO_OUTSIDE_PROCEDURE:
    'Une instruction en dehors de toute Sub n’est jamais exécutée : déplacez-la dans Sub Main.',
  'SCENARIO_NO_MAIN.stray':
    'Le script n’a pas de Sub Main, par où il commence : mettez Sub Main() avant les instructions et End Sub après.',
  'SCENARIO_NO_MAIN.absent': [
    'Le script n’a pas de Sub Main, par où il commence : vouliez-vous dire Main au lieu de {{like}} ?',
    'Le script n’a pas de Sub Main, par où il commence : ajoutez Sub Main() … End Sub avec le calcul.',
  ],
  'SCENARIO_NO_MAIN.function': 'Main doit être une Sub : écrivez Sub Main() … End Sub.',
  SCENARIO_MAIN_PARAMETERS: 'Sub Main n’a pas de paramètres : écrivez Sub Main().',
  SCENARIO_RESULT_NOT_SET: 'Le script ne fixe jamais Result : chaque intervalle reçoit 0. Ajoutez Result = …',
  SCENARIO_NEVER_SET: [
    '{{name}} ne reçoit jamais de valeur et compte pour 0 : vouliez-vous dire {{likely}} ?',
    '{{name}} ne reçoit jamais de valeur et compte pour 0.',
  ],

  // While a script runs
  SCENARIO_DIVISION_BY_ZERO:
    'Division par zéro : testez d’abord le diviseur, par exemple If Para2 <> 0 Then.',
  'SCENARIO_DIVISION_BY_ZERO.rounded':
    'Division par zéro : une fois arrondi, le diviseur de {{operator}} est 0.',
  SCENARIO_OVERFLOW: [
    'Dépassement : {{value}} ne tient pas dans le type {{type}}.',
    'Dépassement : la valeur ne tient pas dans le type {{type}}.',
    'Dépassement : la valeur ne tient pas dans son type.',
  ],
  'SCENARIO_OVERFLOW.whole': [
    'Dépassement : {{value}} ne tient pas dans le type {{type}}. Utilisez As Double.',
    'Dépassement : le nombre ne tient pas dans le type {{type}}. Utilisez As Double.',
  ],
  'SCENARIO_OVERFLOW.result': 'Dépassement : Result n’est pas un nombre fini.',
  SCENARIO_TYPE_MISMATCH: 'La valeur n’a pas le bon type.',
  'SCENARIO_TYPE_MISMATCH.number': 'Type incorrect : le texte « {{value}} » n’est pas un nombre.',
  'SCENARIO_TYPE_MISMATCH.empty-text': 'Type incorrect : un texte vide n’est pas un nombre.',
  'SCENARIO_TYPE_MISMATCH.date': 'Type incorrect : le texte « {{value}} » n’est pas une date.',
  'SCENARIO_TYPE_MISMATCH.one-value':
    'Type incorrect : un tableau ou un Type entier se trouve là où il faut une seule valeur.',
  'SCENARIO_TYPE_MISMATCH.takes-array': 'Type incorrect : {{name}} demande un tableau de ce type.',
  'SCENARIO_TYPE_MISMATCH.takes-number': 'Type incorrect : {{name}} prend un nombre.',
  'SCENARIO_TYPE_MISMATCH.holds-no-array': 'Type incorrect : la variable ne contient pas de tableau.',
  'SCENARIO_TYPE_MISMATCH.elements':
    'Type incorrect : donnez un tableau à un tableau, ou ses éléments un par un.',
  'SCENARIO_TYPE_MISMATCH.record': 'Type incorrect : ici, il faut une valeur du Type {{type}}.',
  'SCENARIO_TYPE_MISMATCH.join': 'Type incorrect : Join prend un tableau d’une dimension.',
  SCENARIO_NULL: 'Null ne peut pas être utilisé comme valeur ici : testez d’abord avec IsNull.',
  SCENARIO_SUBSCRIPT: 'L’indice est hors des bornes du tableau.',
  'SCENARIO_SUBSCRIPT.outside':
    'Indice hors des bornes : l’indice est {{index}}, le tableau va de {{lower}} à {{upper}}.',
  'SCENARIO_SUBSCRIPT.empty': 'Indice hors des bornes : l’indice est {{index}}, le tableau est vide.',
  'SCENARIO_SUBSCRIPT.no-bounds':
    'Indice hors des bornes : le tableau n’a pas encore de bornes, utilisez d’abord ReDim.',
  'SCENARIO_SUBSCRIPT.dimensions': [
    'Indice hors des bornes : indices donnés : {{given}}, dimensions du tableau : {{dimensions}}.',
    'Indice hors des bornes : dimensions du tableau : {{dimensions}}.',
  ],
  'SCENARIO_SUBSCRIPT.below': [
    'La borne supérieure {{upper}} du tableau est sous sa borne inférieure {{lower}}.',
    'La borne supérieure d’un tableau est sous sa borne inférieure.',
  ],
  'SCENARIO_SUBSCRIPT.preserve':
    'ReDim Preserve ne peut changer que la borne supérieure de la dernière dimension.',
  'SCENARIO_SUBSCRIPT.most-dimensions': 'Un tableau a au plus {{most}} dimensions.',
  SCENARIO_ARRAY_FIXED:
    'Les bornes de ce tableau ne peuvent pas changer : déclarez-le avec () et utilisez ReDim.',
  'SCENARIO_ARRAY_FIXED.name':
    'Les bornes de {{name}} sont fixées par son Dim : écrivez Dim {{name}}() pour utiliser ReDim.',
  SCENARIO_BAD_ARGUMENT: 'Un argument est hors de ce que prend la fonction.',
  'SCENARIO_BAD_ARGUMENT.takes': 'L’argument de {{name}} est hors de ce qu’elle prend : {{range}}.',
  'SCENARIO_BAD_ARGUMENT.range': 'Il faut un nombre de 1 à {{most}}.',
  'SCENARIO_BAD_ARGUMENT.power':
    'Cette puissance n’existe pas : base négative avec un exposant fractionnaire, ou 0 avec un exposant négatif.',
  'SCENARIO_BAD_ARGUMENT.length': 'Une longueur ne peut pas être négative.',
  'SCENARIO_BAD_ARGUMENT.position': 'Les positions dans un texte comptent de 1 à sa longueur.',
  'SCENARIO_BAD_ARGUMENT.needs-text': '{{name}} demande un texte d’au moins un caractère.',
  'SCENARIO_BAD_ARGUMENT.switch': 'Switch prend des paires d’une condition et d’une valeur.',
  'SCENARIO_BAD_ARGUMENT.date': 'La date est hors des années 100 à 9999.',
  'SCENARIO_BAD_ARGUMENT.unit': 'Il n’y a pas d’unité « {{unit}} » : utilisez {{known}}.',
  'SCENARIO_BAD_ARGUMENT.large': 'Le nombre est trop grand.',
  'SCENARIO_BAD_ARGUMENT.format': 'Un format a au plus {{most}} caractères.',
  'SCENARIO_BAD_ARGUMENT.pattern': 'Le modèle de Like dépasse {{most}} caractères.',
  SCENARIO_BAD_PATTERN: 'Le modèle de Like contient un [ sans son ].',
  SCENARIO_RAISED: 'Le script signale l’erreur {{number}}.',
  SCENARIO_RESUME_WITHOUT_ERROR: 'Resume sans erreur : quittez la procédure avant son étiquette.',
  SCENARIO_RETURN_WITHOUT_GOSUB: 'Return sans GoSub : mettez Exit Sub avant l’étiquette.',
  SCENARIO_STEP_BUDGET: [
    'Le script n’est pas terminé après {{steps}} étapes : cette boucle a-t-elle une fin ?',
    'Le script ne se termine pas.',
  ],
  SCENARIO_DEPTH_BUDGET: [
    'Plus de {{depth}} appels imbriqués : cette récursion a-t-elle une fin ?',
    'Trop d’appels imbriqués.',
  ],
  'SCENARIO_DEPTH_BUDGET.gosub': 'Trop de GoSub imbriqués : chacun arrive-t-il à son Return ?',
  'SCENARIO_DEPTH_BUDGET.nested': 'Le script imbrique trop d’appels et d’expressions.',
  SCENARIO_MEMORY_BUDGET: 'Le script utilise trop de mémoire.',
  'SCENARIO_MEMORY_BUDGET.array': 'Un tableau aurait {{count}} éléments ; un script peut en avoir {{most}}.',
  SCENARIO_STRING_BUDGET: [
    'Un texte dépasse {{characters}} caractères.',
    'Un texte dépasse ce qu’un script peut contenir.',
  ],
  SCENARIO_PARA_NOT_MAPPED:
    'Le script utilise Para{{para}}, mais le nombre de sources affectées est {{values}} : affectez une source de plus ou retirez Para{{para}}.',
  SCENARIO_PARA_NOT_A_NUMBER: 'Para{{para}} n’est pas un nombre dans cet intervalle.',
  SCENARIO_INTERNAL: [
    'Le script a rencontré une erreur interne : {{reason}}',
    'Le script a rencontré une erreur interne.',
  ],
  SCENARIO_WITH_NOT_SET: 'La variable de With n’a pas pu être lue.',
  SCENARIO_TIME_BUDGET: 'Le script n’est pas terminé après {{timeMs}} ms : cette boucle a-t-elle une fin ?',
  SCENARIO_DIVISION_UNGUARDED:
    'Si {{divisor}} vaut 0, {{operator}} échoue et l’intervalle garde son ancienne valeur : demandez d’abord If {{divisor}} <> 0 Then.',
  'SCENARIO_PARA_MISSING.place':
    'Le script utilise Para{{para}}, mais le nombre de sources affectées est {{sources}} : affectez une source de plus ou prenez un Para qui existe.',
  'SCENARIO_PARA_UNUSED.place':
    'Une source est affectée sans être utilisée : {{paras}}. Utilisez-la ou retirez la source.',

  // Quick fixes
  'SCENARIO_FIX.then': 'Ajouter Then',
  'SCENARIO_FIX.replace': 'Écrire {{text}}',
  'SCENARIO_FIX.remove': 'Retirer {{text}}',
  'SCENARIO_FIX.insert': 'Ajouter {{text}}',
  'SCENARIO_FIX.close': 'Ajouter {{text}}',
  'SCENARIO_FIX.declare': 'Ajouter {{text}}',
  'SCENARIO_FIX.guard': 'Mettre la ligne dans If {{divisor}} <> 0 Then',
  'SCENARIO_FIX.other-para': 'Utiliser {{other}} à la place',
  'SCENARIO_FIX.add-para': 'Ajouter {{paras}} à Result',

  // Templates
  'SCENARIO_TEMPLATE.sum': 'Somme de toutes les sources',
  'SCENARIO_TEMPLATE.average-handling-time':
    'Durée moyenne de traitement : durée totale par nombre d’appels, 0 sans appel',
  'SCENARIO_TEMPLATE.weekday': 'D’autres valeurs le samedi et le dimanche',
  'SCENARIO_TEMPLATE.time-window': 'Seulement de 8 h à 18 h',
  'SCENARIO_TEMPLATE.threshold': 'Laisser de côté ce qui est sous un seuil',
} as const;
