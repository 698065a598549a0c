import type { Proposal, TimeForm } from '#shared/contract/find-tables.ts';
import { timeForms } from '#shared/contract/find-tables.ts';
import { Checkbox, Select, TextField } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { type Draft, rowsThemselves, withRowCount } from './draft.ts';
import { tableName } from './TableList.tsx';

export interface OptionsProps {
  readonly proposal: Proposal;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

const stampTypes = ['datetime', 'unix', 'unix-ms', 'text'] as const;
const intervals = [5, 10, 15, 20, 30, 60];

/** What the columns alone do not say: the kind of the time stamp, the interval, where the names of the queues stand. */
export function Options({ proposal, draft, onDraft }: OptionsProps) {
  const { t } = useWords();
  const { stamp, date, time } = draft;
  return (
    <div className="find-tables__options">
      {stamp && (
        <Select
          label={t('findTables.stampType')}
          value={stamp.type}
          onChange={(type) => onDraft({ ...draft, stamp: { ...stamp, type } })}
          options={stampTypes.map((value) => ({ value, label: t(`findTables.stampTypes.${value}`) }))}
        />
      )}
      {stamp?.type === 'text' && (
        <TextField
          label={t('findTables.format')}
          hint={t('findTables.formatHelp')}
          mono
          value={stamp.format}
          onChange={(format) => onDraft({ ...draft, stamp: { ...stamp, format } })}
        />
      )}
      {date !== undefined && date.format !== '' && (
        <TextField
          label={t('findTables.dateFormat')}
          mono
          value={date.format}
          onChange={(format) => onDraft({ ...draft, date: { ...date, format } })}
        />
      )}
      {time && (
        <Select
          label={t('findTables.timeForm')}
          value={time.form}
          onChange={(form: TimeForm) => onDraft({ ...draft, time: { ...time, form } })}
          options={timeForms.map((value) => ({ value, label: t(`findTables.timeForms.${value}`) }))}
        />
      )}
      {time?.form === 'text' && (
        <TextField
          label={t('findTables.timeFormat')}
          mono
          value={time.format}
          onChange={(format) => onDraft({ ...draft, time: { ...time, format } })}
        />
      )}
      <Select
        label={t('findTables.rowsAre')}
        value={draft.rows === undefined ? '' : String(draft.rows)}
        onChange={(value) => onDraft(withRows(draft, value))}
        options={[
          { value: '', label: t('findTables.rowsChoose') },
          { value: 'calls', label: t('findTables.rowsCalls') },
          ...intervals.map((minutes) => ({
            value: String(minutes),
            label: t('findTables.rowsMinutes', { minutes }),
          })),
        ]}
      />
      {proposal.names.length > 0 && draft.queueColumns.length === 1 && (
        <Select
          label={t('findTables.names')}
          value={draft.names === undefined ? '' : JSON.stringify(draft.names)}
          onChange={(value) => onDraft(withNames(draft, value))}
          options={[
            { value: '', label: t('findTables.namesNone') },
            ...proposal.names.map(({ choice }) => ({
              value: JSON.stringify(choice),
              label: t('findTables.namesFrom', { name: choice.nameColumn, table: tableName(choice.table) }),
            })),
          ]}
        />
      )}
      {draft.rows === 'calls' && (
        <div className="find-tables__count">
          <Checkbox
            label={t('findTables.countRows')}
            checked={
              draft.figures.length === 0 || draft.figures.some(({ column }) => column === rowsThemselves)
            }
            onChange={(isCounted) => onDraft(withRowCount(draft, isCounted))}
          />
        </div>
      )}
    </div>
  );
}

function withRows(draft: Draft, value: string): Draft {
  const { rows: _, ...rest } = draft;
  if (value === '') return rest;
  return value === 'calls' ? { ...rest, rows: 'calls' } : { ...rest, rows: Number(value) };
}

function withNames(draft: Draft, value: string): Draft {
  const { names: _, ...rest } = draft;
  return value === '' ? rest : { ...rest, names: JSON.parse(value) as NonNullable<Draft['names']> };
}
