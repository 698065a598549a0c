import type { Proposal, TableColumn, TableDetail } from '#shared/contract/find-tables.ts';
import { useMessageText } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { type Draft, type Role, roleOf, rolesFor, withRole } from './draft.ts';

export interface ColumnsTableProps {
  readonly name: string;
  readonly detail: TableDetail;
  readonly proposal: Proposal;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

const shownValues = 3;

/** One line for each column: what stands in it, what it is for, and why that was proposed. */
export function ColumnsTable({ name, detail, proposal, draft, onDraft }: ColumnsTableProps) {
  const { t } = useWords();
  const tell = useMessageText();
  return (
    <div className="find-tables__columns">
      <table aria-label={t('findTables.columns', { table: name })}>
        <thead>
          <tr>
            <th scope="col">{t('findTables.column')}</th>
            <th scope="col">{t('findTables.values')}</th>
            <th scope="col">{t('findTables.role')}</th>
            <th scope="col">{t('findTables.why')}</th>
          </tr>
        </thead>
        <tbody>
          {detail.columns.map((column, index) => {
            const role = roleOf(draft, column.name);
            const values = firstValues(detail, index).join(' · ');
            const why = reasonsFor(proposal, column, role).map(tell).join(' ');
            return (
              <tr key={column.name} className={role === 'none' ? undefined : 'find-tables__used'}>
                <th scope="row">
                  <span className="find-tables__cut">{column.name}</span>
                  <span className="find-tables__type">{column.type}</span>
                </th>
                <td>
                  <span className="find-tables__cut mono" title={values}>
                    {values === '' ? t('findTables.empty') : values}
                  </span>
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={t('findTables.roleOf', { column: column.name })}
                    value={role}
                    disabled={column.kind === 'other'}
                    onChange={(event) =>
                      onDraft(withRole(draft, column, event.target.value as Role, proposal))
                    }
                  >
                    {rolesFor(column.kind).map((one) => (
                      <option key={one} value={one}>
                        {t(`findTables.roles.${one}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <span className="find-tables__why" title={why}>
                    {why}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function firstValues({ rows }: TableDetail, index: number): string[] {
  const values = rows.flatMap((row) => row[index] ?? []).map((value) => value.trim());
  return [...new Set(values)].filter((value) => value !== '').slice(0, shownValues);
}

/** For what the column is now; for one without a role, what its name and values might say. */
function reasonsFor(proposal: Proposal, { name }: TableColumn, role: Role) {
  const stamps = proposal.stamps.filter(({ choice }) =>
    choice.kind === 'column'
      ? choice.column === name
      : role !== 'none' && role !== 'stamp' && (choice.dateColumn === name || choice.timeColumn === name),
  );
  const queues = proposal.queues.filter(({ column }) => column === name);
  const figures = proposal.figures.filter(({ column }) => column === name);
  const byRole = {
    none: [...stamps, ...queues, ...figures],
    stamp: stamps,
    date: stamps,
    time: stamps,
    queue: queues,
  };
  const found = role in byRole ? byRole[role as keyof typeof byRole] : figures;
  return found[0]?.reasons ?? [];
}
