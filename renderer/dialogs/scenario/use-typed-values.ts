import { useMemo, useState } from 'react';
import { minutesOf, numberOf, type TryInput } from './try-scenario.ts';

/** Values for a run, as they are typed. */
export interface TypedValues {
  readonly paras: readonly string[];
  /** Sunday 1 … Saturday 7. */
  readonly weekday: string;
  readonly time: string;
  /** Undefined while one of them is none. */
  readonly input: TryInput | undefined;
  setPara(index: number, text: string): void;
  setWeekday(text: string): void;
  setTime(text: string): void;
}

/** Typed values stay while other views are looked at; another number of sources asks for others. */
export function useTypedValues(sourceCount: number): TypedValues {
  const [typed, setTyped] = useState<readonly string[]>([]);
  const [weekday, setWeekday] = useState('2');
  const [time, setTime] = useState('09:00');
  const paras = useMemo(
    () => Array.from({ length: Math.max(1, sourceCount) }, (_, index) => typed[index] ?? '10'),
    [typed, sourceCount],
  );
  const input = useMemo(() => {
    const numbers = paras.map(numberOf).filter((value) => value !== undefined);
    const minutes = minutesOf(time);
    if (minutes === undefined || numbers.length < paras.length) return undefined;
    return { paras: numbers, weekday: Number(weekday), minutes };
  }, [paras, weekday, time]);
  return {
    paras,
    weekday,
    time,
    input,
    setPara: (index, text) => setTyped(paras.with(index, text)),
    setWeekday,
    setTime,
  };
}
