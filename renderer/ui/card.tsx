import { type ReactNode, useId } from 'react';
import './card.css';

export interface CardProps {
  readonly title: string;
  /** Stands small behind the title. */
  readonly note?: ReactNode;
  /** At the right edge of the head. */
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A region named by its title. */
export function Card({ title, note, actions, className, children }: CardProps) {
  const titleId = useId();
  return (
    <section className={className === undefined ? 'card' : `card ${className}`} aria-labelledby={titleId}>
      <header className="card__head">
        <h3 id={titleId}>{title}</h3>
        {note !== undefined && <small className="card__note">{note}</small>}
        {actions !== undefined && <div className="card__actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
