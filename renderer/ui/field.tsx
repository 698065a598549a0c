import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import './field.css';

export interface FieldProps {
  readonly label: string;
  /** One line under the control that is always there. */
  readonly hint?: ReactNode;
  /** What is wrong with the value; takes the place of the hint. */
  readonly error?: string | undefined;
  readonly className?: string | undefined;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label, control and hint; the control gets the attributes that tie it to them. */
export function Field({
  label,
  hint,
  error,
  className,
  children,
}: FieldProps & { readonly children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={className === undefined ? 'field' : `field ${className}`}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="field__control">
        {children({
          id,
          'aria-describedby': note === undefined ? undefined : noteId,
          'aria-invalid': error === undefined ? undefined : true,
        })}
      </div>
      {note !== undefined && (
        <div id={noteId} className={error === undefined ? 'field__hint' : 'field__error'}>
          {note}
        </div>
      )}
    </div>
  );
}

type Native<T extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentPropsWithRef<T>,
  'value' | 'onChange' | 'id' | 'className'
>;

export interface TextFieldProps extends FieldProps, Native<'input'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly mono?: boolean | undefined;
  /** Stands behind the input, for instance a button. */
  readonly trailing?: ReactNode;
}

export function TextField({
  label,
  hint,
  error,
  className,
  value,
  onChange,
  mono,
  trailing,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wiring) => (
        <>
          <input
            spellCheck={false}
            autoComplete="off"
            {...rest}
            {...wiring}
            className={mono ? 'input mono' : 'input'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {trailing}
        </>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps, Native<'textarea'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly mono?: boolean | undefined;
}

export function TextArea({ label, hint, error, className, value, onChange, mono, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wiring) => (
        <textarea
          spellCheck={false}
          {...rest}
          {...wiring}
          className={mono ? 'input mono' : 'input'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface SelectProps<V extends string> extends FieldProps, Native<'select'> {
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly disabled?: boolean | undefined;
  }[];
}

/** The browser's own list: quick, short, known to every screen reader. */
export function Select<V extends string>({
  label,
  hint,
  error,
  className,
  value,
  onChange,
  options,
  ...rest
}: SelectProps<V>) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value as V)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
}

export function Checkbox({ label, checked, onChange, hint, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div className="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div id={`${id}-note`} className="field__hint">
          {hint}
        </div>
      )}
    </div>
  );
}
