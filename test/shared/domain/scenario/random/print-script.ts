import { dateText } from '#shared/domain/scenario/runtime/number-text.ts';
import type {
  Argument,
  Bound,
  Declarator,
  Expression,
  Parameter,
  ProcedureDeclaration,
  ScenarioModule,
  Statement,
  TypeReference,
} from '#shared/domain/scenario/syntax/ast.ts';
import type { TypeName } from '#shared/domain/scenario/syntax/tokens.ts';

/** Writes a parsed script out again: other line breaks, blanks and forms of If, the same meaning. */
export function printScript(module: ScenarioModule): string {
  return [
    ...(module.explicit ? ['Option Explicit'] : []),
    ...(module.base === 1 ? ['Option Base 1'] : []),
    ...(module.compareText ? ['Option Compare Text'] : []),
    ...module.records.flatMap(({ name, fields }) => [`Type ${name}`, ...fields.map(declarator), 'End Type']),
    ...block(module.declarations),
    ...module.procedures.flatMap(procedure),
    '',
  ].join('\n');
}

function procedure({ kind, name, parameters, returns, isStatic, body }: ProcedureDeclaration): string[] {
  const word = kind === 'sub' ? 'Sub' : 'Function';
  const list = parameters.map(parameter).join(', ');
  return [
    `${isStatic ? 'Static ' : ''}${word} ${name}(${list})${kind === 'sub' ? '' : asType(returns)}`,
    ...block(body),
    `End ${word}`,
  ];
}

function parameter(each: Parameter): string {
  return [
    ...(each.optional ? ['Optional'] : []),
    ...(each.byValue ? ['ByVal'] : []),
    ...(each.isParamArray ? ['ParamArray'] : []),
    `${each.name}${each.isArray ? '()' : ''}${asType(each.type)}`,
    ...(each.initial === undefined ? [] : [`= ${value(each.initial)}`]),
  ].join(' ');
}

const asType = ({ name, length }: TypeReference) =>
  ` As ${name}${length === undefined ? '' : ` * ${length}`}`;
const bounds = (list: readonly Bound[] | undefined) =>
  list === undefined
    ? ''
    : `(${list.map(({ lower, upper }) => `${lower === undefined ? '' : `${value(lower)} To `}${value(upper)}`).join(', ')})`;
const declarator = (each: Declarator) => `${each.name}${bounds(each.bounds)}${asType(each.type)}`;

function block(statements: readonly Statement[]): string[] {
  return statements.flatMap(statement);
}

function statement(each: Statement): string[] {
  switch (each.kind) {
    case 'dim':
      return [`${each.isStatic ? 'Static' : 'Dim'} ${each.declarators.map(declarator).join(', ')}`];
    case 'redim':
      return [`ReDim ${each.preserve ? 'Preserve ' : ''}${each.declarators.map(declarator).join(', ')}`];
    case 'erase':
      return [`Erase ${each.targets.map(value).join(', ')}`];
    case 'const':
      return [
        `Const ${each.declarators.map((one) => `${one.name}${one.type === undefined ? '' : asType(one.type)} = ${value(one.value)}`).join(', ')}`,
      ];
    case 'assign':
      return [`Let ${value(each.target)} = ${value(each.value)}`];
    case 'call':
      return [`Call ${value(each.target)}(${args(each.args)})`];
    case 'if':
      return [
        ...each.branches.flatMap(({ condition, body }, index) => [
          `${index === 0 ? 'If' : 'ElseIf'} ${value(condition)} Then`,
          ...block(body),
        ]),
        ...(each.otherwise === undefined ? [] : ['Else', ...block(each.otherwise)]),
        'End If',
      ];
    case 'select':
      return [
        `Select Case ${value(each.subject)}`,
        ...each.cases.flatMap(({ tests, body }) => [`Case ${caseTests(tests)}`, ...block(body)]),
        'End Select',
      ];
    case 'for':
      return [
        `For ${value(each.counter)} = ${value(each.from)} To ${value(each.to)}${each.step === undefined ? '' : ` Step ${value(each.step)}`}`,
        ...[...block(each.body), 'Next'],
      ];
    case 'forEach':
      return [`For Each ${value(each.item)} In ${value(each.list)}`, ...block(each.body), 'Next'];
    case 'do': {
      const test =
        each.condition === undefined ? '' : ` ${each.until ? 'Until' : 'While'} ${value(each.condition)}`;
      return [
        `Do${each.test === 'before' ? test : ''}`,
        ...[...block(each.body), `Loop${each.test === 'after' ? test : ''}`],
      ];
    }
    case 'exit':
      return [`Exit ${each.what}`];
    case 'end':
      return ['End'];
    case 'label':
      return [/^\d/.test(each.name) ? each.name : `${each.name}:`];
    case 'goto':
    case 'gosub':
      return [`${each.kind} ${each.name}`];
    case 'return':
      return ['Return'];
    case 'onError':
      if (each.action === 'goto') return [`On Error GoTo ${each.name}`];
      return [each.action === 'off' ? 'On Error GoTo 0' : 'On Error Resume Next'];
    case 'resume':
      return [each.action === 'same' ? 'Resume' : `Resume ${each.action === 'next' ? 'Next' : each.name}`];
    case 'raise':
      return [`Error ${value(each.number)}`];
    case 'with':
      return [`With ${value(each.subject)}`, ...block(each.body), 'End With'];
    case 'print':
      return [
        `Print ${each.items.map((item) => (item.value === undefined ? (item.separator ?? '') : value(item.value))).join(' ')}`,
      ];
  }
}

function caseTests(tests: Extract<Statement, { kind: 'select' }>['cases'][number]['tests']): string {
  if (tests.length === 0) return 'Else';
  return tests
    .map((test) => {
      if (test.kind === 'compare') return `Is ${test.operator} ${value(test.value)}`;
      return test.upper === undefined ? value(test.value) : `${value(test.value)} To ${value(test.upper)}`;
    })
    .join(', ');
}

function args(list: readonly Argument[]): string {
  return list
    .map(({ name, value: given }) => {
      const text = given === undefined ? '' : value(given);
      return name === undefined ? text : `${name}:=${text}`;
    })
    .join(', ');
}

const SUFFIXES: Partial<Record<TypeName, string>> = {
  ...{ Integer: '%', Long: '&', Single: '!', Double: '#', Currency: '@', String: '$' },
};

function value(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return number(expression.value, expression.type);
    case 'string':
      return `"${expression.value.replaceAll('"', '""')}"`;
    case 'date':
      return `#${dateText(expression.value)}#`;
    case 'constant':
      if (expression.value === null) return 'Null';
      return expression.value === undefined ? 'Empty' : expression.value ? 'True' : 'False';
    case 'unary':
      return `${expression.operator} ${value(expression.operand)}`;
    case 'binary':
      return `${value(expression.left)} ${expression.operator} ${value(expression.right)}`;
    case 'group':
      return `(${value(expression.inner)})`;
    case 'name':
      // The blank keeps a suffix & from the operand of an operator &.
      return expression.name + (expression.suffix === undefined ? '' : `${SUFFIXES[expression.suffix]} `);
    case 'apply':
      return `${value(expression.target).trimEnd()}(${args(expression.args)})`;
    case 'member':
      return `${expression.target === undefined ? '' : value(expression.target).trimEnd()}.${expression.name}`;
  }
}

function number(written: number, type: TypeName): string {
  if (written < 0) return `&H${(written + (type === 'Integer' ? 0x10000 : 0x100000000)).toString(16)}`;
  if (type === 'Integer') return String(written);
  if (type === 'Long') return written > 32767 ? String(written) : `&H${written.toString(16)}&`;
  return `${String(written).replace('e', 'E')}${SUFFIXES[type] ?? '#'}`;
}
