import { useRef } from 'react';
import type { SystemDetail } from '#shared/contract/systems.ts';
import { Button, Field, TextField } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { MovePassword } from './MovePassword.tsx';

/** What is to become of the stored password: nobody gets to see it, so it is kept, replaced or removed. */
export type PasswordEdit =
  | { readonly kind: 'keep' }
  | { readonly kind: 'change'; readonly text: string }
  | { readonly kind: 'clear' };

export interface PasswordFieldProps {
  readonly system: string;
  readonly stored: SystemDetail['password'];
  readonly edit: PasswordEdit;
  readonly onEdit: (edit: PasswordEdit) => void;
  /** The ini is another one now: its password is in the store. */
  readonly onMoved: () => void;
}

/** What goes to the engine: undefined leaves the stored password, '' removes it. */
export function passwordToSend(edit: PasswordEdit): string | undefined {
  if (edit.kind === 'clear') return '';
  return edit.kind === 'change' && edit.text !== '' ? edit.text : undefined;
}

export function PasswordField({ system, stored, edit, onEdit, onMoved }: PasswordFieldProps) {
  const { t } = useWords();
  const wasAsked = useRef(false);
  if (stored === 'none' || edit.kind === 'change') {
    return (
      <TextField
        type="password"
        label={t('configuration.password')}
        autoComplete="new-password"
        autoFocus={wasAsked.current}
        value={edit.kind === 'change' ? edit.text : ''}
        onChange={(text) => onEdit({ kind: 'change', text })}
        trailing={
          stored === 'none' ? undefined : (
            <Button onClick={() => onEdit({ kind: 'keep' })}>{t('configuration.passwordKeep')}</Button>
          )
        }
      />
    );
  }
  return (
    <Field label={t('configuration.password')}>
      {({ id }) => (
        <>
          <output id={id} className="password-stored">
            {edit.kind === 'clear'
              ? t('configuration.passwordWillClear')
              : t(`configuration.passwordStored.${stored}`)}
          </output>
          {edit.kind === 'clear' ? (
            <Button onClick={() => onEdit({ kind: 'keep' })}>{t('configuration.passwordKeep')}</Button>
          ) : (
            <>
              {stored === 'ini' && <MovePassword system={system} onMoved={onMoved} />}
              <Button
                onClick={() => {
                  wasAsked.current = true;
                  onEdit({ kind: 'change', text: '' });
                }}
              >
                {t('configuration.passwordChange')}
              </Button>
              {stored !== 'environment' && (
                <Button onClick={() => onEdit({ kind: 'clear' })}>{t('configuration.passwordClear')}</Button>
              )}
            </>
          )}
        </>
      )}
    </Field>
  );
}
