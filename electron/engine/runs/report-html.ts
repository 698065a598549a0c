import { askedOnly } from '#shared/contract/imports.ts';
import { causeName } from '#shared/i18n/cause-name.ts';
import { durationText } from '#shared/i18n/duration.ts';
import { problemPlace, type ZoneOf } from '#shared/i18n/problem-place.ts';
import type { ReportReader } from './report-reader.ts';
import type { ChangedValue, RunReport } from './run-report.ts';

/** What a part of the page is made from. */
interface Page extends ReportReader {
  readonly report: RunReport;
  readonly zoneOf: ZoneOf;
}

/** A report as a page that needs nothing else: to be kept, sent and printed. All text of others is escaped. */
export function reportHtml(report: RunReport, reader: ReportReader, zoneOf: ZoneOf): string {
  const page: Page = { ...reader, report, zoneOf };
  const { t, formats } = page;
  const { run } = report;
  const title = t('runReport.title', { runId: run.runId });
  return `<!doctype html>
<html lang="${text(formats.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(`${title} · ${formats.dayRange(run.fromDay, run.toDay)}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<p class="status ${run.status}">${text(t(`run.status.${run.status}`))}</p>
${run.status === 'interrupted' ? `<p>${text(t('runReport.resumable'))}</p>` : ''}
${facts(page)}
${run.error ? `<h2>${text(t('runReport.ended'))}</h2><p><code>${text(run.error.code)}</code> ${text(run.error.message)}</p>` : ''}
${causes(page)}
${notableDays(page)}
${changes(page)}
${allDays(page)}
</main>
</body>
</html>
`;
}

function facts({ report: { run }, t, formats }: Page): string {
  const asked = askedOnly(run);
  const kind = [
    run.undoOf === undefined ? undefined : t('runPage.undoOf', { runId: run.undoOf }),
    run.dryRun ? t('run.dryRun') : undefined,
    run.writeNull ? t('runPage.writeNull') : undefined,
    run.undoneBy === undefined ? undefined : t('runPage.undoneBy', { runId: run.undoneBy }),
    asked === undefined ? undefined : t('runPage.askedOnly', { systems: asked.join(', ') }),
  ].filter((word) => word !== undefined);
  const written =
    run.undoOf !== undefined
      ? 'run.valuesRestored'
      : run.dryRun
        ? 'run.valuesWouldWrite'
        : 'run.valuesWritten';
  const rows: [string, string][] = [
    [t('run.days'), formats.dayRange(run.fromDay, run.toDay)],
    [t('run.systems'), run.systems.join(', ')],
    ...(kind.length > 0 ? [[t('runReport.kind'), kind.join('; ')] as [string, string]] : []),
    [
      t('run.startedWord'),
      t('runReport.started', {
        time: formats.dateTimeIn(run.startedUtc, 'UTC'),
        origin: t(`runs.origins.${run.origin}`),
      }),
    ],
    [t('run.finishedWord'), ended(run, t, formats)],
    [t('run.rowsRead'), formats.number(run.rowsRead)],
    [t(written), formats.number(run.valuesWritten)],
    [t('run.valuesUnchanged'), formats.number(run.valuesUnchanged)],
    [t('run.problems'), formats.number(run.problemCount)],
  ];
  return `<dl>${rows.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('\n')}</dl>`;
}

function ended(run: RunReport['run'], t: Page['t'], formats: Page['formats']): string {
  if (run.finishedUtc === undefined) return t('runReport.notYet');
  const seconds = (Date.parse(run.finishedUtc) - Date.parse(run.startedUtc)) / 1000;
  return `${formats.dateTimeIn(run.finishedUtc, 'UTC')}, ${t('run.took', { duration: durationText(seconds, t) })}`;
}

function causes({ report: { problemGroups }, t, formats, zoneOf }: Page): string {
  const title = `<h2>${text(t('runReport.causes'))}</h2>`;
  if (problemGroups.length === 0) return `${title}<p>${text(t('runPage.noProblems'))}</p>`;
  const sections = problemGroups.map((group) => {
    const { firstDay, lastDay, first } = group;
    const facts = [
      t('runPage.causeCount', { count: group.count }),
      ...(firstDay === undefined ? [] : [formats.dayRange(firstDay, lastDay ?? firstDay)]),
    ];
    const items = first.map((problem) => {
      const place = problemPlace(problem, t, formats, zoneOf);
      return `<li>${place === '' ? '' : `<b>${text(place)}</b><br>`}${text(problem.message)}</li>`;
    });
    const left = group.entries - first.length;
    const name = causeName(group, t);
    return `<section><h3>${name === undefined ? '' : `${text(name)} `}<code>${text(group.code)}</code> <small>${text(facts.join(', '))}</small></h3>
<ul>${items.join('\n')}</ul>
${left > 0 ? `<p class="more">${text(t('runPage.moreEntries', { count: left }))}</p>` : ''}</section>`;
  });
  return `${title}\n${sections.join('\n')}`;
}

/** Those that an operator looks for: what failed, what is left, and where the source gave nothing. */
function notableDays({ report: { days, run }, t, formats }: Page): string {
  const isRead = run.undoOf === undefined;
  const groups: [string, RunReport['days']][] = [
    [t('run.state.failed'), days.filter((day) => day.state === 'failed')],
    [t('run.state.pending'), days.filter((day) => day.state === 'pending' || day.state === 'running')],
    [t('run.state.empty'), days.filter((day) => isRead && day.state === 'done' && day.rowsRead === 0)],
  ];
  const found = groups.filter(([, some]) => some.length > 0);
  if (found.length === 0) return '';
  const lists = found.map(([name, some]) => {
    const bySystem = Map.groupBy(some, ({ system }) => system);
    const lines = [...bySystem].map(
      ([system, ofSystem]) =>
        `<p><b>${text(system)}</b> ${text(ofSystem.map(({ day }) => formats.day(day)).join(' · '))}</p>`,
    );
    return `<h3>${text(name)} <small>${formats.number(some.length)}</small></h3>${lines.join('\n')}`;
  });
  return `<h2>${text(t('runReport.lookAt'))}</h2>\n${lists.join('\n')}`;
}

function changes({ report: { changed, run }, t, formats }: Page): string {
  const title = `<h2>${text(t(run.dryRun ? 'runReport.wouldChange' : 'runReport.changed'))}</h2>`;
  if (changed.length === 0) {
    const nothing = run.dryRun ? 'runPage.noChangesDry' : 'runPage.noChanges';
    return `${title}<p>${text(t(run.valuesWritten > 0 ? 'runPage.notKept' : nothing))}</p>`;
  }
  const sum = (value: number | null) => (value === null ? '–' : formats.figure(value));
  const nameOf = ({ valueType, valueTypeId, aggregate }: ChangedValue) => {
    const name = valueType || String(valueTypeId);
    return aggregate === 'mean' ? t('runPage.meanOf', { name }) : name;
  };
  const cells = (value: ChangedValue): string[] => [
    value.queue || String(value.queueId),
    nameOf(value),
    formats.number(value.days),
    formats.number(value.intervalsChanged),
    sum(value.old),
    sum(value.new),
    sum((value.new ?? 0) - (value.old ?? 0)),
  ];
  const head = [
    t('runPage.queue'),
    t('runPage.valueType'),
    t('run.days'),
    t('runPage.intervals'),
    t('runPage.old'),
    t('runPage.new'),
    t('runPage.difference'),
  ];
  return `${title}\n${table(head, changed.map(cells), 2)}`;
}

function allDays({ report: { days, run }, t, formats }: Page): string {
  const rows = days.map((day) => {
    const isEmpty = run.undoOf === undefined && day.rowsRead === 0;
    const ofDone = day.problemCount > 0 ? 'unusual' : isEmpty ? 'empty' : 'done';
    return [
      day.system,
      formats.day(day.day),
      t(`run.state.${day.state === 'done' ? ofDone : day.state}`),
      formats.number(day.rowsRead),
      formats.number(day.valuesWritten),
      formats.number(day.problemCount),
    ];
  });
  const head = [
    t('runPage.system'),
    t('runPage.day'),
    t('runs.status'),
    t('runs.rowsRead'),
    t('runs.valuesWritten'),
    t('runs.problems'),
  ];
  return `<h2>${text(t('runPage.allDays'))}</h2>\n${table(head, rows, 3)}`;
}

/** Columns from `figuresFrom` on are figures. */
function table(head: readonly string[], rows: readonly (readonly string[])[], figuresFrom: number): string {
  const cell = (tag: 'td' | 'th', value: string, column: number) =>
    `<${tag}${column >= figuresFrom ? ' class="figure"' : ''}>${text(value)}</${tag}>`;
  const line = (tag: 'td' | 'th', values: readonly string[]) =>
    `<tr>${values.map((value, column) => cell(tag, value, column)).join('')}</tr>`;
  return `<table><thead>${line('th', head)}</thead><tbody>
${rows.map((row) => line('td', row)).join('\n')}
</tbody></table>`;
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
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
li { margin-bottom: .35rem; }
.status::first-letter, dt::first-letter, h3::first-letter { text-transform: uppercase; }
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
