import type { ChangedValue, ReportedProblem, RunReport } from './run-report.ts';

/** A report as a page that needs nothing else: to be kept, sent and printed. All text of others is escaped. */
export function reportHtml(report: RunReport): string {
  const { run } = report;
  const title = `Import run ${run.runId}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(`${title}: ${run.fromDay} to ${run.toDay}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<p class="status ${run.status}">${text(statusWords[run.status])}</p>
${facts(report)}
${run.error ? `<h2>What ended it</h2><p><code>${text(run.error.code)}</code> ${text(run.error.message)}</p>` : ''}
${causes(report)}
${notableDays(report)}
${changes(report)}
${allDays(report)}
</main>
</body>
</html>
`;
}

const statusWords: Readonly<Record<RunReport['run']['status'], string>> = {
  running: 'Running',
  completed: 'Completed',
  'completed-with-problems': 'Completed with problems',
  cancelled: 'Cancelled',
  failed: 'Failed',
  interrupted: 'Interrupted: it can be resumed',
};

function facts({ run }: RunReport): string {
  const kind = [
    run.undoOf === undefined ? undefined : `takes back run ${run.undoOf}`,
    run.dryRun ? 'dry run: nothing was written' : undefined,
    run.writeNull ? 'with null values' : undefined,
    run.undoneBy === undefined ? undefined : `taken back by run ${run.undoneBy}`,
  ].filter((word) => word !== undefined);
  const rows: [string, string][] = [
    ['Days', `${run.fromDay} to ${run.toDay}`],
    ['Systems', run.systems.join(', ')],
    ...(kind.length > 0 ? [['Kind', kind.join('; ')] as [string, string]] : []),
    ['Started by', run.origin],
    ['Started', stamp(run.startedUtc)],
    ['Ended', run.finishedUtc === undefined ? 'not yet' : stamp(run.finishedUtc)],
    ['Rows read', count(run.rowsRead)],
    [run.dryRun ? 'Values that would be written' : 'Values written', count(run.valuesWritten)],
    ['Values unchanged', count(run.valuesUnchanged)],
    ['Problem entries', count(run.problemCount)],
  ];
  return `<dl>${rows.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('\n')}</dl>`;
}

function causes({ problemGroups }: RunReport): string {
  if (problemGroups.length === 0) return '<h2>Problems</h2><p>None.</p>';
  const sections = problemGroups.map((group) => {
    const days =
      group.firstDay === undefined
        ? ''
        : group.firstDay === group.lastDay
          ? `, ${group.firstDay}`
          : `, ${group.firstDay} to ${group.lastDay}`;
    const left = group.entries - group.first.length;
    return `<section><h3><code>${text(group.code)}</code> <small>${text(`${group.count === 1 ? 'once' : `${count(group.count)} times`}${days}`)}</small></h3>
<ul>${group.first.map((problem) => `<li>${place(problem)}${text(problem.message)}</li>`).join('\n')}</ul>
${left > 0 ? `<p class="more">and ${text(count(left))} more entries</p>` : ''}</section>`;
  });
  return `<h2>Problems by cause</h2>\n${sections.join('\n')}`;
}

function place({ system, day, queue, valueType, startUtc, script, line }: ReportedProblem): string {
  const words = [
    system,
    queue,
    valueType,
    startUtc === undefined ? day : stamp(startUtc),
    script && line !== undefined ? `${script}, line ${line}` : script,
  ].filter((word) => word !== undefined && word !== '');
  return words.length === 0 ? '' : `<b>${text(words.join(' › '))}</b>: `;
}

/** Those that an operator looks for: what failed, what is left, and where the source gave nothing. */
function notableDays({ days, run }: RunReport): string {
  const isRead = run.undoOf === undefined;
  const groups: [string, RunReport['days']][] = [
    ['Failed', days.filter((day) => day.state === 'failed')],
    ['Not done', days.filter((day) => day.state === 'pending' || day.state === 'running')],
    ['Nothing read', days.filter((day) => isRead && day.state === 'done' && day.rowsRead === 0)],
  ];
  const found = groups.filter(([, some]) => some.length > 0);
  if (found.length === 0) return '';
  const lists = found.map(
    ([name, some]) =>
      `<h3>${name} <small>${count(some.length)}</small></h3><p>${text(some.map(({ system, day }) => `${system} ${day}`).join(', '))}</p>`,
  );
  return `<h2>Days to look at</h2>\n${lists.join('\n')}`;
}

function changes({ changed, run }: RunReport): string {
  const title = run.dryRun ? 'What would change' : 'What changed';
  if (changed.length === 0) return `<h2>${title}</h2><p>Nothing that is still kept.</p>`;
  const cells = (value: ChangedValue): (string | number)[] => [
    `${value.queue || `queue ${value.queueId}`}`,
    `${value.valueType || `value type ${value.valueTypeId}`}`,
    count(value.days),
    count(value.intervalsChanged),
    sum(value.oldSum),
    sum(value.newSum),
    sum((value.newSum ?? 0) - (value.oldSum ?? 0)),
  ];
  return `<h2>${title}</h2>
${table(['WFM queue', 'Value type', 'Days', 'Intervals', 'Sum before', 'Sum after', 'Difference'], changed.map(cells), 2)}`;
}

function allDays({ days }: RunReport): string {
  const rows = days.map((day) => [
    day.system,
    day.day,
    day.state,
    count(day.rowsRead),
    count(day.valuesWritten),
    count(day.problemCount),
  ]);
  return `<h2>All days</h2>
${table(['System', 'Day', 'State', 'Rows read', 'Values written', 'Problems'], rows, 3)}`;
}

/** Columns from `figuresFrom` on are figures. */
function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  figuresFrom: number,
): string {
  const cell = (tag: 'td' | 'th', value: string | number, column: number) =>
    `<${tag}${column >= figuresFrom ? ' class="figure"' : ''}>${text(String(value))}</${tag}>`;
  const line = (tag: 'td' | 'th', values: readonly (string | number)[]) =>
    `<tr>${values.map((value, column) => cell(tag, value, column)).join('')}</tr>`;
  return `<table><thead>${line('th', head)}</thead><tbody>
${rows.map((row) => line('td', row)).join('\n')}
</tbody></table>`;
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}

/** `2026-11-22 13:05:06 UTC` */
function stamp(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function sum(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('en', { maximumFractionDigits: 2 });
}

const style = `
:root { color-scheme: light; }
body { margin: 0; font: 14px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; color: #1a1d21; background: #fff; }
main { max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #d5d9de; padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
small, .more { color: #5a626c; font-weight: normal; }
code { font-family: ui-monospace, "Cascadia Mono", "Liberation Mono", monospace; font-size: .92em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.5rem; margin: 1rem 0; }
dt { color: #5a626c; }
dd { margin: 0; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
.status { display: inline-block; margin: .5rem 0 0; padding: .1rem .6rem; border: 1px solid currentColor; border-radius: 1rem; font-weight: 600; }
.completed { color: #1a6b3a; }
.completed-with-problems, .interrupted, .running { color: #8a5200; }
.failed, .cancelled { color: #a3222a; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .2rem .75rem .2rem 0; border-bottom: 1px solid #e6e9ec; vertical-align: top; overflow-wrap: anywhere; }
th { color: #5a626c; font-weight: 600; }
.figure { text-align: right; white-space: nowrap; }
@media print {
  body { font-size: 10pt; }
  main { max-width: none; margin: 0; padding: 0; }
  thead { display: table-header-group; }
  tr, h2, h3, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
