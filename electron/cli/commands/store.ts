import { text as readAll } from 'node:stream/consumers';
import { Command } from 'commander';
import type { Home } from '#engine/home/home.ts';
import { namedPlace, placeText, type StorePlace, writeStorePassword } from '#engine/home/store-place.ts';
import { openTables } from '#engine/home/store-tables.ts';
import { copyStore } from '#engine/wfm/copy/copy-store.ts';
import type { StoreTables } from '#engine/wfm/copy/store-tables.ts';
import { withHome } from '../context.ts';
import { askHidden } from '../hidden.ts';
import { say, table } from '../output.ts';

export function storeCommand(): Command {
  const store = new Command('store').description(
    'where WFM figures are kept: wfm.db of the home, or a PostgreSQL server',
  );
  store
    .command('info')
    .description('says which store the home has, and how much is in it')
    .action((_, command: Command) =>
      withHome(command, async (home) => {
        const { schemaVersion, bytes, rows } = await using(home, home.storePlace, (tables) => tables.state());
        const place = placeText(home.storePlace);
        return {
          json: { store: place, kind: home.storePlace.kind, schemaVersion, bytes, rows },
          text: [
            `store: ${place}`,
            `schema: ${schemaVersion}, ${(bytes / 1e6).toFixed(1)} MB`,
            table(['table', 'rows'], Object.entries(rows)),
          ].join('\n'),
        };
      }),
    );
  store
    .command('copy')
    .description(
      'copies everything into an empty store and compares; the home goes on with its own until StoreUrl says otherwise',
    )
    .requiredOption('--to <store>', 'postgresql://user@host:5432/database, or a file')
    .option('--from <store>', 'the same (default: the store of the home)')
    .action((options: { readonly to: string; readonly from?: string }, command: Command) =>
      withHome(command, async (home) => {
        const from = options.from === undefined ? home.storePlace : namedPlace(options.from);
        const to = namedPlace(options.to);
        const copied = await using(home, from, (source) =>
          using(home, to, (target) => copyStore(source, target, sayCopied), false),
        );
        return {
          json: { from: placeText(from), to: placeText(to), tables: copied },
          text: `${placeText(to)} now has everything of ${placeText(from)}, read again and compared.`,
        };
      }),
    );
  store
    .command('password')
    .description(
      'keeps the password of the server, encrypted; an empty one is forgotten. Reads standard input',
    )
    .action((_, command: Command) =>
      withHome(command, async (home) => {
        const password = process.stdin.isTTY
          ? await askHidden('Password of the store: ')
          : (await readAll(process.stdin)).replace(/\r?\n$/, '');
        await writeStorePassword(home.secrets, password);
        const outcome = password === '' ? 'forgotten' : 'stored';
        return { json: { outcome }, text: `The password of the store is ${outcome}.` };
      }),
    );
  return store;
}

async function using<T>(
  home: Home,
  place: StorePlace,
  work: (tables: StoreTables) => Promise<T>,
  mustExist = true,
): Promise<T> {
  const tables = openTables(place, home.secrets, { mustExist });
  try {
    return await work(tables);
  } finally {
    await tables.close();
  }
}

function sayCopied(copied: {
  readonly table: string;
  readonly rows: number;
  readonly checksum: string;
}): void {
  say(`${copied.table}: ${copied.rows} rows, ${copied.checksum}`);
}
