import { Search, X } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import './pane.css';

export interface PaneProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A column of the window: a region named by its head. */
export function Pane({ title, note, actions, children }: PaneProps) {
  const titleId = useId();
  return (
    <section className="pane" aria-labelledby={titleId}>
      <header className="pane__head">
        <h2 id={titleId}>{title}</h2>
        {note !== undefined && <small className="pane__note">{note}</small>}
        {actions !== undefined && <div className="pane__actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

export interface FilterFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many rows the filter hides; said beside it. */
  readonly hidden: number;
  /** The arrow key leads from the filter into what it filters. */
  readonly onLeave: () => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  /** Further filters, behind the text. */
  readonly children?: ReactNode;
}

export function FilterField({
  label,
  value,
  onChange,
  hidden,
  onLeave,
  inputRef,
  children,
}: FilterFieldProps) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language).format(hidden);
  return (
    <div className="filter">
      <Search className="filter__icon" size={14} aria-hidden />
      <input
        ref={inputRef}
        className="filter__input"
        type="search"
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onLeave();
          } else if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onChange('');
          }
        }}
      />
      <span className="filter__hidden" role="status">
        {hidden > 0 && t('tree.filterHidden', { count: hidden, number })}
      </span>
      {value !== '' && (
        <IconButton
          small
          look="quiet"
          label={t('tree.clearFilter')}
          icon={<X size={13} />}
          onClick={() => onChange('')}
        />
      )}
      {children}
    </div>
  );
}
