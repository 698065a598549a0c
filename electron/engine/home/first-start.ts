import { previousDay, today } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { createSampleHome } from '../sample/home.ts';
import { sampleWfm } from '../sample/wfm-side.ts';
import type { Home } from './home.ts';
import { readHomeFile } from './home-file.ts';

const sampleDatabase = 'sample-acd.db';

/**
 * Puts the sample contact centre into a home that has neither settings nor mappings nor queues yet; never into a store
 * on a server, which others may share.
 *
 * @returns whether the home's system is the sample.
 */
export async function ensureSample(home: Home): Promise<boolean> {
  const settings = await readHomeFile(home.paths.settings);
  if (home.storePlace.kind === 'server') return isSampleSettings(settings.bytes);
  const { queues } = await home.store.directory();
  if (settings.revision !== 'absent') {
    const isSample = isSampleSettings(settings.bytes);
    // A first start that was cut off between its files and its queues.
    if (isSample && queues.length === 0) await home.store.load(sampleWfm);
    return isSample;
  }
  if (queues.length > 0) return false;
  const lastDay = previousDay(today(zoneOf('Europe/Paris'), Math.floor(Date.now() / 1000)));
  try {
    await home.store.load(await createSampleHome({ homeFolder: home.paths.folder, lastDay }));
    return true;
  } catch (error) {
    // Mappings or scripts without settings: somebody is setting up a home of their own.
    if (errorShape(error).code === 'SAMPLE_HOME_IN_USE') return false;
    throw error;
  }
}

/** Whether an `isps_ul.ini` is that of the sample contact centre. */
export function isSampleSettings(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).toString('latin1').includes(sampleDatabase);
}
