import type { Proposal, TableChoices, TableRef } from '#shared/contract/find-tables.ts';
import type { ColumnFacts } from './column-facts.ts';
import { countColumn, figureCandidates } from './figure-candidates.ts';
import type { NamesCandidate } from './name-tables.ts';
import { queueCandidates } from './queue-candidates.ts';
import { question, reason } from './reasons.ts';
import { rowGrain } from './row-grain.ts';
import { type StampCandidate, stampCandidates } from './stamp-candidates.ts';

/** From here on a candidate is taken to start from. */
const sure = 0.7;
/** Two candidates that are closer than this are asked about. */
const tooClose = 0.05;
const mostCandidates = 6;

export interface ProposeOptions {
  readonly table: TableRef;
  readonly columns: readonly ColumnFacts[];
  readonly nowUtc: number;
}

/** The time stamp, queue and figures of a table; the names of its queues come with {@link withNames}. */
export function propose({ table, columns, nowUtc }: ProposeOptions): Proposal {
  const questions: Proposal['questions'] = [];
  if (columns.every(({ values }) => values.length === 0)) {
    questions.push({
      about: 'table',
      message: question('empty', 'The table has no row: only names and types could be looked at.'),
      options: [],
    });
  }
  const { stamps, questions: stampQuestions } = stampCandidates(columns, nowUtc);
  questions.push(...stampQuestions);
  const stamp = clear(stamps);
  if (stamps.length === 0 || (!stamp && stampQuestions.length === 0)) {
    questions.push(noStamp(stamps));
  }
  const ofStamp = new Set(stamps.slice(0, 1).flatMap(({ choice }) => columnsOfStamp(choice)));
  const queues = queueCandidates(columns, ofStamp);
  const queue = clear(queues);
  if (!queue) questions.push(noQueue(queues));

  const grain = rowGrain(columns, stamps[0]);
  questions.push(...grain.questions);
  const taken = new Set([...ofStamp, ...queues.slice(0, 1).map(({ column }) => column)]);
  const measured = figureCandidates(columns, taken);
  const perCall = grain.rows.value === 'calls';
  const figures = perCall ? [countOf(columns), ...measured] : measured;
  if (!perCall && !figures.some(({ confidence }) => confidence >= sure)) {
    questions.push({
      about: 'figures',
      message: question('figures-none', 'No column is a figure by its name. Choose those to import.'),
      options: figures.map(({ column }) => column).slice(0, mostCandidates),
    });
  }
  const choices: TableChoices = {
    table,
    queueColumns: queue ? [queue.column] : [],
    figures: chosenFigures(figures, perCall),
    ...(stamp && stampQuestions.length === 0 ? { stamp: stamp.choice } : {}),
    ...(grain.rows.value === undefined ? {} : { rows: grain.rows.value }),
  };
  return {
    stamps: stamps.slice(0, mostCandidates),
    queues: queues.slice(0, mostCandidates),
    figures,
    names: [],
    rows: grain.rows,
    questions,
    choices,
  };
}

/** The proposal with what other tables say of the queues' names. */
export function withNames(proposal: Proposal, names: readonly NamesCandidate[]): Proposal {
  const [best] = names;
  const take = best !== undefined && best.confidence >= sure && proposal.choices.queueColumns.length === 1;
  return {
    ...proposal,
    names: names.slice(0, mostCandidates),
    choices: { ...proposal.choices, ...(take ? { names: best.choice } : {}) },
  };
}

/** The first candidate where it is sure and stands apart from the second. */
function clear<T extends { readonly confidence: number }>(candidates: readonly T[]): T | undefined {
  const [first, second] = candidates;
  if (!first || first.confidence < sure) return undefined;
  return second && first.confidence - second.confidence < tooClose ? undefined : first;
}

export function columnsOfStamp(choice: NonNullable<TableChoices['stamp']>): string[] {
  return choice.kind === 'column' ? [choice.column] : [choice.dateColumn, choice.timeColumn];
}

function noStamp(stamps: readonly StampCandidate[]): Proposal['questions'][number] {
  const options = stamps
    .slice(0, mostCandidates)
    .flatMap(({ choice }) => (choice.kind === 'column' ? [choice.column] : []));
  const message =
    options.length > 1
      ? question(
          'stamp-several',
          `Several columns may be the time stamp: ${options.join(', ')}. Choose the start of the interval or call.`,
          { columns: options },
        )
      : question(
          'stamp-none',
          'No column is clearly the time stamp. Choose the start of the interval or call.',
        );
  return { about: 'stamp', message, options };
}

function noQueue(queues: Proposal['queues']): Proposal['questions'][number] {
  const options = queues.slice(0, mostCandidates).map(({ column }) => column);
  const message =
    options.length > 1
      ? question(
          'queue-several',
          `Several columns may hold the queue: ${options.join(', ')}. Choose one, or several for levels of the tree.`,
          { columns: options },
        )
      : question(
          'queue-none',
          'No column is clearly the queue. Choose the one by which calls are told apart.',
        );
  return { about: 'queue', message, options };
}

function countOf(columns: readonly ColumnFacts[]): Proposal['figures'][number] {
  const why = reason('row-count', 'Filled in every row: counting it counts the calls.');
  return { column: countColumn(columns), function: 'COUNT', confidence: 0.9, reasons: [why] };
}

/** Calls without anything measured are counted without naming a column. */
function chosenFigures(figures: Proposal['figures'], perCall: boolean): TableChoices['figures'] {
  const taken = figures.filter(({ confidence }) => confidence >= sure);
  if (perCall && taken.length <= 1) return taken.filter((figure) => figure.function !== 'COUNT').map(pick);
  return taken.map(pick);
}

function pick({ column, function: fn }: Proposal['figures'][number]): TableChoices['figures'][number] {
  return { column, function: fn };
}
