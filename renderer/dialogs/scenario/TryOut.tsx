import { useId, useMemo, useState } from 'react';
import type { MappingView } from '#shared/contract/mapping.ts';
import type { ScenarioProgram } from '#shared/domain/scenario/index.ts';
import { Select, TextField, useMessageText } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { minutesOf, numberOf, tryScenario } from './try-scenario.ts';

export interface TryOutProps {
  readonly sources: MappingView['entries'];
  /** Undefined while the script does not compile. */
  readonly program: ScenarioProgram | undefined;
  readonly isEmpty: boolean;
}

/** The script on values that are typed: the result as an import would take it. */
export function TryOut({ sources, program, isEmpty }: TryOutProps) {
  const { t, formats } = useWords();
  const tell = useMessageText();
  const titleId = useId();
  const [paras, setParas] = useState<readonly string[]>(() =>
    Array.from({ length: Math.max(1, sources.length) }, () => '10'),
  );
  const [weekday, setWeekday] = useState('2');
  const [time, setTime] = useState('09:00');
  const minutes = minutesOf(time);
  const outcome = useMemo(() => {
    const typed = paras.map(numberOf).filter((value) => value !== undefined);
    if (program === undefined || minutes === undefined || typed.length < paras.length) return undefined;
    return tryScenario(program, { paras: typed, weekday: Number(weekday), minutes });
  }, [program, paras, weekday, minutes]);

  return (
    <section className="try-out" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('scenario.tryTitle')}</h3>
      <div className="try-out__fields">
        {paras.map((para, index) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the name: Para1, Para2, …
            key={index}
            label={`Para${index + 1}`}
            inputMode="decimal"
            value={para}
            error={numberOf(para) === undefined ? t('scenario.tryNumber') : undefined}
            onChange={(value) => setParas(paras.with(index, value))}
          />
        ))}
        <Select
          label="Weekday"
          value={weekday}
          onChange={setWeekday}
          options={formats.weekdays.slice(1).map((name, index) => ({
            value: String(index + 1),
            label: `${index + 1} · ${name}`,
          }))}
        />
        <TextField
          label="Minutes"
          hint={t('scenario.tryMinutes', { minutes: minutes ?? '' })}
          error={minutes === undefined ? t('scenario.tryTime') : undefined}
          value={time}
          onChange={setTime}
        />
      </div>
      <div className="try-out__result" role="status">
        {resultLines()}
      </div>
    </section>
  );

  function resultLines() {
    if (isEmpty) return <p className="field__hint">{t('scenario.tryEmpty')}</p>;
    if (program === undefined) return <p className="field__hint">{t('scenario.tryInvalid')}</p>;
    if (outcome === undefined) return null;
    if (outcome.kind === 'fault') {
      return (
        <p className="try-out__fault">
          {t('common.line', { line: outcome.error.line })}: {tell(outcome.error)}
        </p>
      );
    }
    return (
      <>
        <span>
          Result = <b>{formats.number(outcome.result, Number.isInteger(outcome.result) ? 0 : 2)}</b>
        </span>
        <span>
          {t('scenario.tryStored')} <b>{formats.number(outcome.stored, 2)}</b>
        </span>
      </>
    );
  }
}
