import { useEffect, useMemo, useState } from 'react';
import { selectedQueueId } from '../../panes/use-carrying.ts';
import { type DataChoice, type DataPlace, indexOf, useStore, type WfmData } from '../../state/index.ts';
import { startingChoice } from './data-choice.ts';

/** What the view shows and how that is changed; it is kept for the next time the view is opened. */
export function useDataChoice(wfm: WfmData | undefined, place: DataPlace | undefined) {
  const mappings = useStore((state) => state.mappings);
  const [own, setOwn] = useState<DataChoice>();
  const start = useMemo(() => {
    if (wfm === undefined) return undefined;
    const { dataChoice, target } = useStore.getState();
    const index = indexOf(mappings);
    return startingChoice({
      place,
      last: dataChoice,
      target,
      queueId: selectedQueueId(),
      wfm,
      isMapped: (one) => (index.ofTarget(one)?.entries.length ?? 0) > 0,
    });
  }, [wfm, mappings, place]);
  const choice = own ?? start;
  // What the view began with by itself is no choice yet: it may know better when the mappings are read.
  const kept = place === undefined ? own : choice;
  useEffect(() => {
    if (kept !== undefined) useStore.getState().setDataChoice(kept);
  }, [kept]);
  return {
    choice,
    change: (part: Partial<DataChoice>) => choice !== undefined && setOwn({ ...choice, ...part }),
  };
}
