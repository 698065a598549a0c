import type { Finding } from '#shared/contract/check.ts';
import { errorShape } from '#shared/rpc/errors.ts';

/** 0 done, 1 failed, 2 wrong usage, 3 done with problems. */
export const exitCodes = { done: 0, failed: 1, usage: 2, problems: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command answers: a document for `--json`, lines for a person, and how it ended. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode?: ExitCode;
}

/** Standard output holds the answer and nothing else; all that is said on the way goes to standard error. */
export function printAnswer(answer: Answer, asJson: boolean): ExitCode {
  process.stdout.write(asJson ? `${JSON.stringify(answer.json, null, 2)}\n` : ended(answer.text));
  return answer.exitCode ?? exitCodes.done;
}

export function printError(error: unknown, asJson: boolean): void {
  const shape = errorShape(error);
  if (asJson) printErrorDocument(error);
  process.stderr.write(`xlink: ${shape.code}: ${shape.message}\n`);
  const { key, statement } = shape.details;
  if (typeof statement !== 'string') return;
  process.stderr.write(`${typeof key === 'string' ? `${key}: ` : ''}${statement}\n`);
}

/** The one document of a command that did not come to its answer. */
export function printErrorDocument(error: unknown): void {
  process.stdout.write(`${JSON.stringify({ error: errorShape(error) }, null, 2)}\n`);
}

/** `isps_ul.ini:12:3`, and the section where there is no line to name. */
export function findingLine({ file, line, column, system, severity, code, message }: Finding): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const section = line === undefined && system !== undefined ? ` [${system}]` : '';
  return `${place}${section}: ${severity} ${code}: ${message}`;
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Columns as wide as their widest cell; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row, index) =>
      row
        .map((cell, column) => {
          const right = index > 0 && typeof rows[index - 1]![column] === 'number';
          return right ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
