import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './button.tsx';
import { isEscapeTaken } from './escape.ts';
import { useReturnFocus } from './overlay.ts';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'full' | undefined;
  /** Escape, the cross, or whatever the footer offers. A click beside the dialog does not close it. */
  readonly onClose: () => void;
  /** The primary act: makes body and foot a form, so that Enter in a field and a `submit` button do it. */
  readonly onSubmit?: (() => void) | undefined;
  /** Buttons at the right end of the foot, the primary one last. */
  readonly footer?: ReactNode;
  /** Buttons at the left end of the foot. */
  readonly footerStart?: ReactNode;
  readonly children: ReactNode;
}

/** Modal, focus kept inside, given back to where it came from. Render it while it is open. */
export function Dialog({
  title,
  subtitle,
  size = 'medium',
  onClose,
  onSubmit,
  footer,
  footerStart,
  children,
}: DialogProps) {
  const { t } = useTranslation();
  const returnFocus = useReturnFocus();
  const content = (
    <>
      <div className="dialog__body">{children}</div>
      {(footer !== undefined || footerStart !== undefined) && (
        <div className="dialog__foot">
          {footerStart !== undefined && <div className="dialog__foot-start">{footerStart}</div>}
          {footer}
        </div>
      )}
    </>
  );
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        {/* Radix' own overlay writes a style element to lock scrolling, which the page's policy forbids. */}
        <div className="dialog__scrim" />
        <Radix.Content
          className={`dialog dialog--${size}`}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // Not on the cross, where Radix would put it: its tooltip would take the first Escape.
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onInteractOutside={(event) => event.preventDefault()}
          onEscapeKeyDown={(event) => {
            if (isForFilter(event)) event.preventDefault();
          }}
          onKeyDown={(event) => {
            // Radix listens only a moment after the dialog came, and not while a tooltip is shown.
            const { nativeEvent } = event;
            if (event.key !== 'Escape' || isEscapeTaken(nativeEvent) || isForFilter(nativeEvent)) return;
            event.preventDefault();
            // The dialog below this one is above it in React's tree.
            event.stopPropagation();
            onClose();
          }}
          onCloseAutoFocus={returnFocus}
        >
          <header className="dialog__head">
            <div className="dialog__titles">
              <Radix.Title className="dialog__title">{title}</Radix.Title>
              {subtitle !== undefined && <div className="dialog__subtitle">{subtitle}</div>}
            </div>
            <IconButton
              small
              look="quiet"
              label={t('common.close')}
              icon={<X size={16} />}
              onClick={onClose}
            />
          </header>
          {onSubmit === undefined ? (
            <div className="dialog__form">{content}</div>
          ) : (
            <form
              className="dialog__form"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                // A form in a dialog opened from another form is its child in React's tree.
                event.stopPropagation();
                onSubmit();
              }}
            >
              {content}
            </form>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** In a filter with a text, Escape takes the text away first. */
function isForFilter({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
}

export interface ConfirmProps {
  readonly title: string;
  readonly children: ReactNode;
  /** A verb: what will be done. */
  readonly confirmLabel: string;
  readonly danger?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** A question, for what cannot be undone or replaces somebody's work. Enter confirms, Escape does not. */
export function Confirm({ title, children, confirmLabel, danger, onConfirm, onCancel }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onCancel}
      onSubmit={onConfirm}
      footer={
        <>
          <Button onClick={onCancel}>{t('common.cancel')}</Button>
          <Button type="submit" look={danger ? 'danger' : 'primary'} autoFocus>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
