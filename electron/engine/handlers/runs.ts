import type { importsContract } from '#shared/contract/imports.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import { directoryNames } from '../imports/problem-view.ts';
import { changedIntervals, changeView } from '../runs/change-views.ts';
import { changesCsv } from '../runs/changes-csv.ts';
import { problemGroups } from '../runs/problem-groups.ts';
import { runReportFile } from '../runs/report-file.ts';

type RunMethods =
  | 'runs.problemGroups'
  | 'runs.changes'
  | 'runs.changedIntervals'
  | 'runs.changesCsv'
  | 'runs.report';

/** What a run met and changed; of a dry run: what it would change. */
export function runsHandlers(home: Home): Pick<Handlers<typeof importsContract>, RunMethods> {
  return {
    'runs.problemGroups': async ({ runId }) => {
      await home.store.run(runId);
      return problemGroups(home.store, runId, await directoryNames(home));
    },
    'runs.changes': async ({ runId, system, day }) => {
      await home.store.run(runId);
      const names = await directoryNames(home);
      return (await home.store.runChanges(runId, { system, day })).map((change) => changeView(change, names));
    },
    'runs.changedIntervals': async ({ runId, system, day, queueId, valueTypeId }) => {
      const { queues } = await home.store.directory();
      const queue = queues.find((found) => found.id === queueId);
      const zone = zoneOf(queue?.timeZone ?? 'UTC');
      return (await home.store.runChanges(runId, { system, day }))
        .filter((change) => change.queueId === queueId && change.valueTypeId === valueTypeId)
        .flatMap((change) => changedIntervals(change, zone));
    },
    'runs.changesCsv': async ({ runId }, { signal }, emit) => {
      const run = await home.store.run(runId);
      for await (const text of changesCsv(home.store, run, await home.store.directory())) {
        signal.throwIfAborted();
        emit({ text });
      }
    },
    'runs.report': ({ runId, format, locale }) => runReportFile(home, runId, format, locale),
  };
}
