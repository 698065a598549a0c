import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { createWords } from '#shared/i18n/index.ts';
import { createClient } from '#shared/rpc/client.ts';
import { connect, outcomeOf, useStore } from '../state/index.ts';
import { ErrorBox } from '../ui/index.ts';
import { App } from './app.tsx';
import { followPreferences } from './follow-preferences.ts';
import { openPort } from './ports/open-port.ts';
import './app.css';

/** Opens the port to the engine and draws the window; where there is no port, the reason. */
export async function start(element: HTMLElement): Promise<void> {
  const words = createWords(useStore.getState().language);
  followPreferences(words);
  const root = createRoot(element);
  const port = await outcomeOf(openPort());
  if (port.ok) connect(useStore, createClient(contract, port.value));
  root.render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        {port.ok ? (
          <App />
        ) : (
          <main className="no-port">
            <h1>Xlink</h1>
            <ErrorBox error={port.error} />
          </main>
        )}
      </I18nextProvider>
    </StrictMode>,
  );
}
