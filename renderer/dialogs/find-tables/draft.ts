import type {
  NamesChoice,
  Proposal,
  StampChoice,
  TableChoices,
  TableColumn,
  TableRef,
  TimeForm,
} from '#shared/contract/find-tables.ts';

/** What a column is for; the last five are functions of a figure. */
export const roles = ['none', 'stamp', 'date', 'time', 'queue', 'SUM', 'COUNT', 'AVG', 'MIN', 'MAX'] as const;
export type Role = (typeof roles)[number];

/** The rows themselves, as a figure that is counted. */
export const rowsThemselves = '*';

type StampType = Extract<StampChoice, { kind: 'column' }>['type'];

/** What was chosen so far: a date may still lack its time. */
export interface Draft {
  readonly table: TableRef;
  readonly stamp?: { readonly column: string; readonly type: StampType; readonly format: string };
  readonly date?: { readonly column: string; readonly format: string };
  readonly time?: { readonly column: string; readonly form: TimeForm; readonly format: string };
  readonly queueColumns: readonly string[];
  readonly names?: NamesChoice;
  readonly figures: TableChoices['figures'];
  readonly rows?: TableChoices['rows'];
}

export function draftOf({ table, stamp, queueColumns, names, figures, rows }: TableChoices): Draft {
  return {
    table,
    queueColumns,
    figures,
    ...(names === undefined ? {} : { names }),
    ...(rows === undefined ? {} : { rows }),
    ...(stamp === undefined ? {} : stampDraft(stamp)),
  };
}

function stampDraft(stamp: StampChoice): Pick<Draft, 'stamp' | 'date' | 'time'> {
  if (stamp.kind === 'column') {
    return { stamp: { column: stamp.column, type: stamp.type, format: stamp.format ?? '' } };
  }
  return {
    date: { column: stamp.dateColumn, format: stamp.dateFormat ?? '' },
    time: { column: stamp.timeColumn, form: stamp.timeForm, format: stamp.timeFormat ?? '' },
  };
}

/** What the engine makes keys of. @param openFormat the text stamps may be of several formats: none is none */
export function choicesOf(draft: Draft, openFormat: boolean): TableChoices {
  const stamp = stampChoice(draft, openFormat);
  return {
    table: draft.table,
    queueColumns: [...draft.queueColumns],
    figures: [...draft.figures],
    ...(draft.names === undefined || draft.queueColumns.length !== 1 ? {} : { names: draft.names }),
    ...(draft.rows === undefined ? {} : { rows: draft.rows }),
    ...(stamp === undefined ? {} : { stamp }),
  };
}

function stampChoice({ stamp, date, time }: Draft, openFormat: boolean): StampChoice | undefined {
  if (stamp) {
    const { column, type, format } = stamp;
    const has = type === 'text' && (format !== '' || openFormat);
    return { kind: 'column', column, type, ...(has ? { format } : {}) };
  }
  if (!date || !time) return undefined;
  return {
    kind: 'date-and-time',
    dateColumn: date.column,
    timeColumn: time.column,
    timeForm: time.form,
    ...(date.format === '' ? {} : { dateFormat: date.format }),
    ...(time.form === 'text' && time.format !== '' ? { timeFormat: time.format } : {}),
  };
}

export function roleOf(draft: Draft, column: string): Role {
  if (draft.stamp?.column === column) return 'stamp';
  if (draft.date?.column === column) return 'date';
  if (draft.time?.column === column) return 'time';
  if (draft.queueColumns.includes(column)) return 'queue';
  return draft.figures.find((figure) => figure.column === column)?.function ?? 'none';
}

/** The roles that a column of this kind can have. */
export function rolesFor(kind: TableColumn['kind']): readonly Role[] {
  switch (kind) {
    case 'number':
      return roles;
    case 'text':
      return ['none', 'stamp', 'date', 'time', 'queue', 'COUNT'];
    case 'date-time':
      return ['none', 'stamp', 'date', 'COUNT'];
    case 'date':
      return ['none', 'date', 'COUNT'];
    case 'time':
      return ['none', 'time', 'COUNT'];
    case 'other':
      return ['none'];
  }
}

/** The draft with another role for a column; what was proposed for that role comes with it. */
export function withRole(draft: Draft, column: TableColumn, role: Role, proposal: Proposal): Draft {
  const { name } = column;
  const { stamp, date, time, ...rest } = draft;
  const others: Draft = {
    ...rest,
    ...(stamp && stamp.column !== name ? { stamp } : {}),
    ...(date && date.column !== name ? { date } : {}),
    ...(time && time.column !== name ? { time } : {}),
    queueColumns: draft.queueColumns.filter((one) => one !== name),
    figures: draft.figures.filter((figure) => figure.column !== name),
  };
  switch (role) {
    case 'none':
      return others;
    case 'stamp': {
      const { date: _, time: __, ...alone } = others;
      return { ...alone, stamp: proposedStamp(column, proposal) };
    }
    case 'date': {
      const { stamp: _, ...withoutStamp } = others;
      return {
        ...withoutStamp,
        date: {
          column: name,
          format: proposedPair(proposal, 'date', name)?.dateFormat ?? dateFormat(column),
        },
      };
    }
    case 'time': {
      const { stamp: _, ...withoutStamp } = others;
      const pair = proposedPair(proposal, 'time', name);
      const form = pair?.timeForm ?? timeForm(column);
      return {
        ...withoutStamp,
        time: { column: name, form, format: pair?.timeFormat ?? (form === 'text' ? 'HH:MM' : '') },
      };
    }
    case 'queue':
      return { ...others, queueColumns: [...others.queueColumns, name] };
    default:
      return { ...others, figures: [...others.figures, { column: name, function: role }] };
  }
}

/** Counting the rows stands first among the figures. */
export function withRowCount(draft: Draft, isCounted: boolean): Draft {
  const figures = draft.figures.filter(({ column }) => column !== rowsThemselves);
  return {
    ...draft,
    figures: isCounted ? [{ column: rowsThemselves, function: 'COUNT' }, ...figures] : figures,
  };
}

/** What a question offers, taken for an answer. */
export function withAnswer(
  draft: Draft,
  about: Proposal['questions'][number]['about'],
  option: string,
  proposal: Proposal,
  columns: readonly TableColumn[],
): Draft {
  const column = columns.find(({ name }) => name === option);
  if (about === 'rows') return { ...draft, rows: option === 'calls' ? 'calls' : Number(option) };
  if (about === 'queue' && column) return withRole(draft, column, 'queue', proposal);
  if (about === 'figures' && column) return withRole(draft, column, 'SUM', proposal);
  if (about !== 'stamp') return draft;
  if (column) return withRole(draft, column, 'stamp', proposal);
  const first = proposal.stamps[0]?.choice;
  if (first === undefined) return draft;
  const { stamp: _, date: __, time: ___, ...rest } = draft;
  if (first.kind === 'date-and-time') {
    return { ...rest, ...stampDraft({ ...first, timeForm: option === 'minutes' ? 'minutes' : 'hhmm' }) };
  }
  return { ...rest, stamp: { column: first.column, type: 'text', format: option } };
}

function proposedStamp(column: TableColumn, proposal: Proposal): NonNullable<Draft['stamp']> {
  for (const { choice } of proposal.stamps) {
    if (choice.kind !== 'column' || choice.column !== column.name) continue;
    return { column: choice.column, type: choice.type, format: choice.format ?? '' };
  }
  const type = column.kind === 'number' ? 'unix' : column.kind === 'text' ? 'text' : 'datetime';
  return { column: column.name, type, format: '' };
}

function proposedPair(proposal: Proposal, part: 'date' | 'time', column: string) {
  for (const { choice } of proposal.stamps) {
    if (choice.kind !== 'date-and-time') continue;
    if ((part === 'date' ? choice.dateColumn : choice.timeColumn) === column) return choice;
  }
  return undefined;
}

function dateFormat({ kind }: TableColumn): string {
  return kind === 'number' ? 'yyyymmdd' : kind === 'text' ? 'yyyy-mm-dd' : '';
}

function timeForm({ kind }: TableColumn): TimeForm {
  return kind === 'number' ? 'hhmm' : kind === 'text' ? 'text' : 'time';
}
