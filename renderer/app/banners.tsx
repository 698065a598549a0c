import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Notice, useStore } from '../state/index.ts';
import { Button, ErrorBox } from '../ui/index.ts';

/** Under the toolbar: that the engine is away, and errors that nobody has dismissed. */
export function Banners() {
  const notices = useStore((state) => state.notices);
  const { dismissNotice } = useStore.getState();
  return (
    <>
      <EngineBanner />
      {notices.length > 0 && (
        <div className="notices">
          {notices.map((notice) => (
            <NoticeBox key={notice.id} notice={notice} onDismiss={() => dismissNotice(notice.id)} />
          ))}
        </div>
      )}
    </>
  );
}

function NoticeBox({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  const { topic, error } = notice;
  const title =
    topic === 'apply' || topic === 'undo' || topic === 'redo'
      ? t(`mapping.failed.${topic}`)
      : t(`notices.${topic}`);
  return <ErrorBox title={title} error={error} onDismiss={onDismiss} />;
}

function EngineBanner() {
  const { t } = useTranslation();
  const engine = useStore((state) => state.engine);
  const state = engine?.state;
  if (state !== 'restarting' && state !== 'failed' && state !== 'disconnected') return null;
  const words = state === 'restarting' ? 'lost' : state;
  return (
    <div className={state === 'failed' ? 'banner banner--bad' : 'banner'} role="alert">
      {state === 'failed' ? <TriangleAlert size={16} aria-hidden /> : <RefreshCw size={16} aria-hidden />}
      <div>
        <b>{t(`engine.${words}Title`)}</b> {t(`engine.${words}Text`)}
        {engine?.reason !== undefined && <div className="banner__reason">{engine.reason}</div>}
      </div>
      {state !== 'restarting' && <Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>}
    </div>
  );
}
