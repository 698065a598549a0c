import type { mappingContract } from '#shared/contract/mapping.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { applyHomeCommands, mappingViews, saveScenario } from '../home/mapping.ts';
import { readScenario } from '../home/scenarios.ts';

export function mappingHandlers(home: Home): Handlers<typeof mappingContract> {
  return {
    'mapping.read': async () => ({ mappings: await mappingViews(home) }),
    'mapping.apply': async ({ commands }) => ({ inverse: await applyHomeCommands(home, commands) }),
    'mapping.saveScenario': async ({ target, text }) => saveScenario(home, target, text),
    'scenario.read': async ({ number }) => {
      const text = await readScenario(home.paths, number);
      if (text !== undefined) return { fileName: `${number}.BAS`, text };
      throw new XlinkError('SCENARIO_MISSING', `${number}.BAS does not exist. Create the scenario again.`, {
        number,
      });
    },
  };
}
