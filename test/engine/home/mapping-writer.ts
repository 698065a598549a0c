import { openHome } from '#engine/home/home.ts';
import { applyHomeCommands, saveScenario } from '#engine/home/mapping-apply.ts';

/* One of several programs on one home: maps queues from … to …, each with a script of its own. */
const [folder = '', from = '', to = ''] = process.argv.slice(2);
const author = { origin: 'cli' } as const;
const home = await openHome(folder, `${folder}/secret.key`);
for (let queueId = Number(from); queueId <= Number(to); queueId += 1) {
  const target = { queueId, valueTypeId: 1 };
  await applyHomeCommands(
    home,
    [{ kind: 'add-entry', target, source: `ACD:Queue ${queueId}:offered` }],
    author,
  );
  await saveScenario(
    home,
    target,
    `' queue ${queueId}\nSub Main()\n  Result = Para1 * ${queueId}\nEnd Sub\n`,
    author,
  );
}
await home.close();
