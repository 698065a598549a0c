import { useRef } from 'react';
import { Confirm, type ConfirmProps } from '../ui/index.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** A question over a dialog, with the focus on what it offers to do. */
export function Question({ children, ...rest }: ConfirmProps) {
  const text = useRef<HTMLDivElement>(null);
  useFirstFocus(() => text.current?.closest('[role=dialog]')?.querySelector<HTMLElement>('[type=submit]'));
  return (
    <Confirm {...rest}>
      <div ref={text}>{children}</div>
    </Confirm>
  );
}
