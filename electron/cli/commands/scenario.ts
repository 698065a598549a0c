import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { decodeScript } from '#engine/home/scenarios.ts';
import {
  type CheckedFinding,
  checkScenario,
  runScenario,
  type ScenarioInput,
} from '#shared/domain/scenario/index.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { GlobalOptions } from '../context.ts';
import { type Answer, exitCodes, printAnswer, say } from '../output.ts';

/** Scripts as files: no home is opened. */
export function scenarioCommand(): Command {
  const scenario = new Command('scenario').description('checks and runs scripts (.BAS) on their own');
  scenario
    .command('check')
    .description('says what is wrong in scripts, with line and column')
    .argument('<file...>', 'scripts')
    .option(
      '--sources <number>',
      'number of mapped sources, to find Paras that are not mapped or not used',
      count,
    )
    .action((files: readonly string[], options: { sources?: number }, command: Command) =>
      answer(command, () => checkFiles(files, options.sources)),
    );
  scenario
    .command('run')
    .description(
      'runs a script for one interval: Result on standard output, what it prints on standard error',
    )
    .argument('<file>', 'script')
    .option('--para <values>', 'values of Para1, Para2 … such as 12,3.5', numbers, [])
    .option('--weekday <number>', 'Sunday 1 to Saturday 7', within('weekday', 1, 7), 2)
    .option('--minutes <number>', 'start of the interval since midnight', within('minutes', 0, 1439), 480)
    .action(
      (
        file: string,
        options: { para: readonly number[]; weekday: number; minutes: number },
        command: Command,
      ) => answer(command, () => runFile(file, { ...options, paras: options.para })),
    );
  return scenario;
}

async function answer(command: Command, work: () => Promise<Answer>): Promise<void> {
  const { json = false } = command.optsWithGlobals<GlobalOptions>();
  process.exitCode = printAnswer(await work(), json);
}

async function checkFiles(files: readonly string[], paraCount: number | undefined): Promise<Answer> {
  const findings: (Omit<CheckedFinding, 'fixes'> & { file: string })[] = [];
  for (const file of files) {
    const checked = checkScenario(await readScript(file), { paraCount });
    for (const { fixes: _, ...finding } of checked.findings) findings.push({ file, ...finding });
  }
  return {
    json: { findings },
    text:
      findings.length === 0
        ? 'Nothing found.'
        : findings
            .map(
              ({ file, line, column, severity, code, message }) =>
                `${file}:${line}:${column}: ${severity} ${code}: ${message}`,
            )
            .join('\n'),
    exitCode: findings.some(({ severity }) => severity !== 'hint') ? exitCodes.problems : exitCodes.done,
  };
}

async function runFile(file: string, { paras, weekday, minutes }: ScenarioInput): Promise<Answer> {
  const { program, findings } = checkScenario(await readScript(file));
  if (program === undefined) {
    const { line, column, message, code } = findings.find(({ severity }) => severity === 'error')!;
    throw new XlinkError('SCENARIO_INVALID', `${file}, line ${line}, column ${column}: ${message}`, {
      ...{ file, line, column, problem: { code, message } },
    });
  }
  const outcome = runScenario(program, { paras, weekday, minutes });
  const { printed, printedLeftOut } = outcome;
  for (const line of printed) say(line);
  if (printedLeftOut > 0) say(`… and ${printedLeftOut} more lines.`);
  if (!outcome.ok) {
    const { code, message, line, column, number } = outcome.error;
    const details = { file, line, column, basicError: number, paras, weekday, minutes, printed };
    throw new XlinkError(code, `${file}, line ${line}, column ${column}: ${message}`, details);
  }
  const { result, valueHundredths } = outcome;
  const value = valueHundredths / 100;
  return {
    json: { result, valueHundredths, value, printed, printedLeftOut },
    text: String(value),
  };
}

async function readScript(file: string): Promise<string> {
  try {
    return decodeScript(await readFile(file)).text;
  } catch (error) {
    throw new XlinkError(
      'FILE_UNREADABLE',
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      { file },
      { cause: error },
    );
  }
}

function numbers(text: string): number[] {
  return text.split(',').map((part) => {
    if (!/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(part))
      throw new InvalidArgumentError('Numbers with a point for decimals, separated by commas: 12,3.5');
    return Number(part);
  });
}

function within(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`${name} is a whole number from ${least} to ${most}.`);
  };
}

const count = within('sources', 0, 999);
