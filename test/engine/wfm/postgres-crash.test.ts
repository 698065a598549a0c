import { describe, it } from 'vitest';
import { killWriters, partsOfDays } from './killed-writer.ts';
import { postgresServer } from './postgres-home.ts';

const { freshUrl, open, exec } = postgresServer();
const KILLS = 10;

describe('A program that commits days to a server and is killed', () => {
  it(`leaves whole days only and a run that can be resumed, ${KILLS} times`, {
    timeout: 180_000,
  }, async () => {
    const url = freshUrl();
    await killWriters(KILLS, url, { open: () => open(url), parts: () => exec(url, partsOfDays) });
  });
});
