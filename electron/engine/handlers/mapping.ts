import type { mappingContract } from '#shared/contract/mapping.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { mappingViews } from '../home/mapping.ts';
import { applyHomeCommands, saveScenario } from '../home/mapping-apply.ts';
import { readScenario } from '../home/scenarios.ts';

export function mappingHandlers(home: Home): Handlers<typeof mappingContract> {
  return {
    'mapping.read': async () => ({ mappings: await mappingViews(home) }),
    'mapping.apply': async ({ commands, label }) => {
      const { inverse, journalId } = await applyHomeCommands(home, commands, { origin: 'console', label });
      return { inverse, ...(journalId === undefined ? {} : { journalId }) };
    },
    'mapping.saveScenario': async ({ target, text, label, before }) => {
      const author = { origin: 'console', label } as const;
      const { created: _, ...saved } = await saveScenario(home, target, text, author, before);
      return saved;
    },
    'scenario.read': async ({ number }) => {
      const text = await readScenario(home.paths, number);
      if (text !== undefined) return { fileName: `${number}.BAS`, text };
      throw new XlinkError('SCENARIO_MISSING', `${number}.BAS does not exist. Create the scenario again.`, {
        number,
      });
    },
  };
}
