import { type Day, dayBounds } from '#shared/domain/time/day.ts';
import type { Zone } from '#shared/domain/time/zone.ts';
import type { DatabaseProduct } from '../odbc/dialect.ts';
import type { OdbcQuestion } from '../odbc/test.ts';
import { noteOf } from '../odbc/test-run.ts';
import type { AgentSource } from './agent-source.ts';
import { agentStatement } from './agent-statement.ts';

interface AskedDay {
  readonly product: DatabaseProduct;
  readonly yesterday: Day;
  /** For sources whose clock is that of the employee. */
  readonly zone: Zone;
}

/** What Test ODBC asks of the agents' part of a system; `ask` makes the question of a statement that lists things. */
export function agentQuestions(
  source: AgentSource,
  day: AskedDay,
  ask: (subject: string, sql: string) => OdbcQuestion,
): OdbcQuestion[] {
  return [activitiesQuestion(ask('ActivitySQL', source.activitySql)), dayQuestion(source, day)];
}

function activitiesQuestion(question: OdbcQuestion): OdbcQuestion {
  return {
    ...question,
    tell(rows) {
      const told = question.tell(rows);
      if (rows.length === 0 || rows[0]!.length >= 2) return told;
      const warning = {
        code: 'ACTIVITY_SQL_NO_ID',
        message:
          'ActivitySQL gives one column. Select the name and the id of each activity, for example SELECT name, id FROM activities.',
      };
      return { ...told, warnings: [...(told.warnings ?? []), warning] };
    },
  };
}

const shownRows = 3;

/** The statement that an import sends, so that what the source says against it is known before. */
function dayQuestion(source: AgentSource, { product, yesterday, zone: usual }: AskedDay): OdbcQuestion {
  const zone = source.zone ?? usual;
  const windows = [{ zone, ...dayBounds(zone, yesterday) }];
  const { sql, parameters } = agentStatement({ source, product, windows });
  return {
    step: 'statement',
    subject: 'AgentActivityTable',
    sql,
    parameters,
    maxRows: shownRows,
    tell: (rows) => {
      if (rows.length === 0) return { note: noteOf('no-row', 'The statement works and gives no row.') };
      const first = rows.map((row) => row.map((value) => String(value)).join(', ')).join(' · ');
      return { note: noteOf('first-rows', first, { first }) };
    },
  };
}
