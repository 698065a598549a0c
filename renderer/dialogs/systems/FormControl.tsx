import { type ReactNode, useId, useState } from 'react';
import type { InterfaceKey } from '#shared/contract/systems.ts';
import { inLanguage, useWords } from '../words.ts';
import type { FormField } from './form-model.ts';

export interface FormControlProps {
  readonly field: FormField;
  /** A missing value is no fault. */
  readonly mayMiss?: boolean | undefined;
  readonly onChange: (value: string) => void;
}

/** The control that suits the kind of a key, with what the interface says about it. */
export function FormControl({ field, mayMiss, onChange }: FormControlProps) {
  const { t, language } = useWords();
  const id = useId();
  const { definition, value } = field;
  const { key, kind } = definition;
  const required = definition.required === true && definition.default === undefined;
  const placeholder =
    definition.default === undefined
      ? definition.example && t('systems.example', { value: definition.example })
      : t('systems.defaultValue', { value: definition.default });
  const fault = faultText();
  const wiring = {
    id,
    'data-key': key.toLowerCase(),
    'aria-describedby': `${id}-note`,
    'aria-invalid': fault === undefined ? undefined : (true as const),
    'aria-required': required,
  };

  return (
    <div className="form-row">
      <label className="form-row__label" htmlFor={id}>
        {inLanguage(definition.label, language)}
        {required && <span className="form-row__required"> *</span>}{' '}
        <span className="form-row__key mono">{key}</span>
      </label>
      <div className="form-row__control">
        {control()}
        <p id={`${id}-note`} className={fault === undefined ? 'field__hint' : 'field__error'}>
          {fault ?? hint()}
        </p>
      </div>
    </div>
  );

  function control(): ReactNode {
    if (kind === 'choice' || kind === 'flag') {
      return (
        <select
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options().map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    }
    return (
      <TypedText
        value={value}
        onChange={onChange}
        render={(props) =>
          kind === 'sql' || kind === 'list' ? (
            <textarea
              {...props}
              {...wiring}
              className="input mono"
              rows={rowsFor(props.value)}
              placeholder={placeholder}
            />
          ) : (
            <input
              {...props}
              {...wiring}
              className={isShort(kind) ? 'input mono input--short' : 'input mono'}
              list={kind === 'zone' ? 'system-form-zones' : undefined}
              inputMode={kind === 'number' ? 'decimal' : undefined}
              placeholder={placeholder}
            />
          )
        }
      />
    );
  }

  function hint(): ReactNode {
    const parts = [inLanguage(definition.help, language)];
    if (field.duplicateLines.length > 0) {
      const lines = field.duplicateLines.map((line) => t('common.line', { line })).join(', ');
      parts.push(t('systems.duplicateKey', { lines }));
    }
    return parts.filter((part) => part !== '').join(' ');
  }

  function faultText(): string | undefined {
    if (field.fault === undefined || (mayMiss && field.fault === 'required')) return undefined;
    return field.fault === 'required' ? t('systems.requiredMissing') : t(`systems.fault.${field.fault}`);
  }

  function options(): { value: string; label: string }[] {
    const choices =
      kind === 'flag'
        ? [
            { value: '1', label: `1 · ${t('common.yes')}` },
            { value: '0', label: `0 · ${t('common.no')}` },
          ]
        : (definition.choices ?? []).map((choice) => ({
            value: choice.value,
            label: inLanguage(choice.label, language),
          }));
    const byDefault = choices.find((choice) => choice.value === definition.default)?.label;
    const notSet = {
      value: '',
      label: byDefault === undefined ? t('systems.notSet') : t('systems.notSetDefault', { value: byDefault }),
    };
    const unknown =
      value === '' || choices.some((choice) => choice.value === value)
        ? []
        : [{ value, label: t('systems.unknownChoice', { value }) }];
    return [notSet, ...choices, ...unknown];
  }
}

function isShort(kind: InterfaceKey['kind']): boolean {
  return kind === 'number' || kind === 'zone' || kind === 'format';
}

function rowsFor(value: string): number {
  return Math.min(6, Math.max(1, Math.ceil(value.length / 84)));
}

interface TypedTextProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly render: (props: {
    value: string;
    spellCheck: false;
    autoComplete: 'off';
    onChange: (event: { target: { value: string } }) => void;
    onBlur: () => void;
  }) => ReactNode;
}

/**
 * Keeps what is being typed until the field is left: the value in the file has no blanks at its ends, and a person
 * types one before the next word.
 */
export function TypedText({ value, onChange, render }: TypedTextProps) {
  const [typed, setTyped] = useState<string>();
  return render({
    value: typed ?? value,
    spellCheck: false,
    autoComplete: 'off',
    onChange: (event) => {
      setTyped(event.target.value);
      onChange(event.target.value);
    },
    onBlur: () => setTyped(undefined),
  });
}
