import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient } from '../../state/index.ts';
import { Button, ErrorBox } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import './move-password.css';

export interface MovePasswordProps {
  readonly system: string;
  readonly small?: boolean | undefined;
  readonly onMoved: () => void;
}

/** Takes a password out of the ini into the encrypted store; one that cannot be read says so in its place. */
export function MovePassword({ system, small, onMoved }: MovePasswordProps) {
  const client = useClient();
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorShape>();
  const move = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.call('systems.movePassword', { name: system });
      onMoved();
    } catch (thrown) {
      setError(errorShape(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button small={small} disabled={busy} onClick={() => void move()}>
        <KeyRound size={14} aria-hidden />
        {t('configuration.passwordMove')}
      </Button>
      {error !== undefined && (
        <div className="move-password__error">
          <ErrorBox error={error} onDismiss={() => setError(undefined)} />
        </div>
      )}
    </>
  );
}
