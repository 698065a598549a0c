import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { passOnEscape } from './escape.ts';
import { Kbd } from './kbd.tsx';
import { overlayHost } from './overlay.ts';
import './tooltip.css';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
}

/** Needs {@link TooltipProvider} somewhere above. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={overlayHost()}>
        <Radix.Content className="tooltip" sideOffset={4} collisionPadding={6} onEscapeKeyDown={passOnEscape}>
          {text}
          {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function TooltipProvider({ children }: { readonly children: ReactElement }) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  );
}
