import { CircleAlert, Copy, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import { Button, IconButton } from './button.tsx';
import { describeError } from './error-facts.ts';
import { useMessageText } from './message-text.ts';
import './error-box.css';

export interface ErrorBoxProps {
  readonly error: ErrorShape;
  /** What was being done. */
  readonly title?: string | undefined;
  /** Links to the next step, for instance `<Button look="link">`. */
  readonly actions?: ReactNode;
  /** Does again what failed. */
  readonly onRetry?: (() => void) | undefined;
  /** Left out: it stays for as long as the error is true. */
  readonly onDismiss?: (() => void) | undefined;
  /** False where the error is announced by what holds the box. */
  readonly announce?: boolean | undefined;
}

/** An error stays until it is dismissed or no longer true, and can be copied whole for a colleague. */
export function ErrorBox({ error, title, actions, onRetry, onDismiss, announce = true }: ErrorBoxProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const message = useMessageText()(error);
  const { facts, report } = describeError(error, message);
  const copy = async () => {
    await navigator.clipboard.writeText(title === undefined ? report : `${title}\n${report}`);
    setCopied(true);
  };
  return (
    <div className="error-box" role={announce ? 'alert' : undefined}>
      <CircleAlert className="error-box__icon" size={14} aria-hidden />
      <div className="error-box__text">
        {title !== undefined && <div className="error-box__title">{title}</div>}
        {message}
        <div className="error-box__facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
        {(actions ?? onRetry) !== undefined && (
          <div className="error-box__acts">
            {actions}
            {onRetry !== undefined && (
              <Button look="link" onClick={onRetry}>
                {t('common.retry')}
              </Button>
            )}
          </div>
        )}
      </div>
      <div className="error-box__tools">
        <IconButton
          small
          look="quiet"
          label={copied ? t('common.copied') : t('common.copyError')}
          icon={<Copy size={14} />}
          onClick={() => void copy()}
        />
        {onDismiss !== undefined && (
          <IconButton
            small
            look="quiet"
            label={t('common.dismiss')}
            icon={<X size={14} />}
            onClick={onDismiss}
          />
        )}
      </div>
    </div>
  );
}
