import type { AdoptReport } from '#shared/contract/adopt.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { Checkbox, Select, TextField } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import type { TakeChoices } from './use-adopt.ts';

const intervals = ['5', '10', '15', '20', '30', '60'] as const;
type Interval = (typeof intervals)[number];

/** What the operator decides, as the fields hold it. */
export interface Choices {
  readonly createMissing: boolean;
  readonly timeZone: string;
  readonly interval: Interval;
  readonly movePasswords: boolean;
  readonly replace: boolean;
}

/** What most will want; nothing that is there is replaced without being asked for. */
export function choicesFor(report: AdoptReport): Choices {
  const { timeZone, intervalMinutes } = report.suggested;
  return {
    createMissing: true,
    timeZone,
    interval: intervals.find((minutes) => Number(minutes) === intervalMinutes) ?? '30',
    movePasswords: true,
    replace: false,
  };
}

/** Why it cannot be taken over yet: a word of `adopt`. */
export function choicesFault(
  report: AdoptReport,
  choices: Choices,
): 'replaceRequired' | 'timeZoneUnknown' | undefined {
  if (isMissing(report) && choices.createMissing && !isZone(choices.timeZone)) return 'timeZoneUnknown';
  return report.home.files.length > 0 && !choices.replace ? 'replaceRequired' : undefined;
}

export function toTake({ createMissing, timeZone, interval, movePasswords, replace }: Choices): TakeChoices {
  return {
    createMissing,
    timeZone: timeZone.trim(),
    intervalMinutes: Number(interval) as 15,
    passwords: movePasswords ? 'move' : 'keep',
    replace,
  };
}

export interface AdoptChoicesProps {
  readonly report: AdoptReport;
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}

export function AdoptChoices({ report, choices, onChange }: AdoptChoicesProps) {
  const { t } = useWords();
  const of = (password: 'clear' | 'encoded') =>
    report.systems.filter((system) => system.password === password).map(({ name }) => name);
  const missing = isMissing(report);
  const encoded = of('encoded');
  const { files, sample } = report.home;
  if (!missing && of('clear').length === 0 && encoded.length === 0 && files.length === 0) return null;
  return (
    <fieldset className="adopt-choices">
      <legend>{t('adopt.options')}</legend>
      {missing && (
        <>
          <Checkbox
            label={t('adopt.createMissing')}
            hint={t('adopt.createMissingHelp')}
            checked={choices.createMissing}
            onChange={(createMissing) => onChange({ createMissing })}
          />
          {choices.createMissing && (
            <div className="adopt-queue">
              <TextField
                label={t('adopt.timeZone')}
                error={isZone(choices.timeZone) ? undefined : t('adopt.timeZoneUnknown')}
                value={choices.timeZone}
                onChange={(timeZone) => onChange({ timeZone })}
              />
              <Select
                label={t('adopt.interval')}
                value={choices.interval}
                onChange={(interval) => onChange({ interval })}
                options={intervals.map((value) => ({
                  value,
                  label: t('adopt.minutes', { minutes: Number(value) }),
                }))}
              />
            </div>
          )}
        </>
      )}
      {of('clear').length > 0 && (
        <Checkbox
          label={t('adopt.movePasswords')}
          hint={t('adopt.movePasswordsHelp')}
          checked={choices.movePasswords}
          onChange={(movePasswords) => onChange({ movePasswords })}
        />
      )}
      {encoded.length > 0 && (
        <p className="adopt-note">{t('adopt.encodedHelp', { systems: encoded.join(', ') })}</p>
      )}
      {files.length > 0 && (
        <Checkbox
          label={t('adopt.replace')}
          hint={[
            t('adopt.replaceHelp', { count: files.length }),
            ...(sample ? [t('adopt.replaceSample')] : []),
          ].join(' ')}
          checked={choices.replace}
          onChange={(replace) => onChange({ replace })}
        />
      )}
    </fieldset>
  );
}

function isMissing({ queues, valueTypes }: AdoptReport): boolean {
  return [...queues, ...valueTypes].some(({ name }) => name === null);
}

function isZone(text: string): boolean {
  try {
    zoneOf(text.trim());
    return true;
  } catch {
    return false;
  }
}
