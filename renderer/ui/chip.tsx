import type { ReactNode } from 'react';
import './chip.css';

export interface ChipProps {
  readonly tone?: 'neutral' | 'accent' | 'ok' | 'warn' | 'bad' | undefined;
  readonly mono?: boolean | undefined;
  readonly children: ReactNode;
}

export function Chip({ tone = 'neutral', mono, children }: ChipProps) {
  return <span className={`chip chip--${tone}${mono ? ' mono' : ''}`}>{children}</span>;
}
