import { useTranslation } from 'react-i18next';
import { useStore } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const home = useStore((state) => state.home);
  return (
    <Dialog
      title={t('about.title')}
      subtitle={home !== undefined && t('about.version', { version: home.version })}
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <Button type="submit" look="primary" autoFocus>
          {t('common.close')}
        </Button>
      }
    >
      <p>{t('about.text')}</p>
      {home !== undefined && (
        <dl className="facts">
          <dt>{t('about.home')}</dt>
          <dd className="mono">{home.homeFolder}</dd>
          <dt>{t('about.database')}</dt>
          <dd className="mono">{home.databaseName}</dd>
          <dt>{t('about.enginePid')}</dt>
          <dd className="mono">{home.enginePid}</dd>
        </dl>
      )}
      {home?.sample && <p>{t('about.sample')}</p>}
    </Dialog>
  );
}
