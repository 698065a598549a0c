import { join } from 'node:path';
import { projectNode, root, run, runMain, say } from './lib/project.mjs';
import { setUp } from './setup.mjs';

/** `npm run check`: is the change good? Runs every kind of check, fails when one did. */

const kinds = [
  { name: 'types', tool: 'node_modules/typescript/bin/tsc', args: ['-b'] },
  {
    name: 'lint and format',
    tool: 'node_modules/@biomejs/biome/bin/biome',
    args: ['ci', '.', ...(process.stdout.isTTY ? [] : ['--colors=off'])],
  },
  { name: 'direction of imports', tool: 'scripts/lib/layers.mjs', args: [root] },
];

await runMain(async () => {
  await setUp({ build: false });
  const failed = [];
  for (const { name, tool, args } of kinds) {
    const { code } = await run(projectNode, [join(root, tool), ...args], { stdio: ['ignore', 1, 2] });
    say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (code !== 0) failed.push(name);
  }
  process.exitCode = failed.length === 0 ? 0 : 1;
});
