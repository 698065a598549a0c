import { useMemo, useState } from 'react';
import type { Preview } from '#shared/contract/preview.ts';
import type { ScenarioInput } from '#shared/domain/scenario/index.ts';
import { intervalTimes } from '../../views/day-data/day-model.ts';
import { useWords } from '../words.ts';
import type { StepValues } from './StepPanel.tsx';
import type { TypedValues } from './use-typed-values.ts';

/** What a script is stepped through with: the typed values, or those of an interval of the day that was read. */
export function useStepValues(typed: TypedValues, day: Preview | undefined) {
  const { t, formats } = useWords();
  const [wanted, choose] = useState('typed');
  const intervals = day?.intervals;
  const choices = useMemo((): readonly StepValues[] => {
    const times = intervalTimes(intervals ?? []);
    const own = { id: 'typed', label: t('scenarioWindow.valuesTyped') };
    const read = (intervals ?? []).flatMap(({ state, paras }, index) => {
      if (state !== 'computed' && state !== 'failed') return [];
      const { start, end, offset } = times[index]!;
      const values = paras.map((para) => formats.number(para ?? 0, Number.isInteger(para ?? 0) ? 0 : 2));
      const time = `${start}–${end}${offset === undefined ? '' : ` ${offset}`}`;
      return [
        { id: String(index), label: t('scenarioWindow.valuesOf', { time, values: values.join(', ') }) },
      ];
    });
    return [own, ...read];
  }, [intervals, t, formats]);
  const chosen = choices.some(({ id }) => id === wanted) ? wanted : 'typed';
  const interval = chosen === 'typed' ? undefined : intervals?.[Number(chosen)];
  const weekday = day?.weekday;
  const [minutes, startLocalSeconds] = [interval?.minutes, interval?.startLocalSeconds];
  // Results are computed anew as one types; the figures of the source stay the same, and with them the place of a run.
  const parasText = interval?.paras.map((para) => para ?? 0).join(' ');
  const read = useMemo((): ScenarioInput | undefined => {
    if (parasText === undefined || weekday === undefined || minutes === undefined) return undefined;
    const paras = parasText.split(' ').map(Number);
    return { paras, weekday, minutes, ...(startLocalSeconds === undefined ? {} : { startLocalSeconds }) };
  }, [parasText, weekday, minutes, startLocalSeconds]);
  return { choices, chosen, choose, input: chosen === 'typed' ? typed.input : read };
}
