import { Footprints } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { ScenarioProgram } from '#shared/domain/scenario/index.ts';
import { Button, Select, TextField, useMessageText } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { minutesOf, numberOf, tryScenario } from './try-scenario.ts';
import type { TypedValues } from './use-typed-values.ts';

export interface TryOutProps {
  readonly values: TypedValues;
  /** Undefined while the script does not compile. */
  readonly program: ScenarioProgram | undefined;
  readonly isEmpty: boolean;
  readonly onStep: () => void;
}

/** The script on values that are typed: the result as an import would take it. */
export function TryOut({ values, program, isEmpty, onStep }: TryOutProps) {
  const { t, formats } = useWords();
  const tell = useMessageText();
  const titleId = useId();
  const { input } = values;
  const minutes = minutesOf(values.time);
  const outcome = useMemo(
    () => (program === undefined || input === undefined ? undefined : tryScenario(program, input)),
    [program, input],
  );

  return (
    <section className="try-out" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('scenario.tryTitle')}</h3>
      <div className="try-out__fields">
        {values.paras.map((para, index) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the name: Para1, Para2, …
            key={index}
            label={`Para${index + 1}`}
            inputMode="decimal"
            value={para}
            error={numberOf(para) === undefined ? t('scenario.tryNumber') : undefined}
            onChange={(value) => values.setPara(index, value)}
          />
        ))}
        <Select
          label="Weekday"
          value={values.weekday}
          onChange={values.setWeekday}
          options={formats.weekdays.slice(1).map((name, index) => ({
            value: String(index + 1),
            label: `${index + 1} · ${name}`,
          }))}
        />
        <TextField
          label="Minutes"
          hint={t('scenario.tryMinutes', { minutes: minutes ?? '' })}
          error={minutes === undefined ? t('scenario.tryTime') : undefined}
          value={values.time}
          onChange={values.setTime}
        />
      </div>
      <div className="try-out__foot">
        <div className="try-out__result" role="status">
          {resultLines()}
        </div>
        {outcome !== undefined && (
          <Button small onClick={onStep}>
            <Footprints size={13} aria-hidden />
            {t('scenarioWindow.stepThese')}
          </Button>
        )}
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
