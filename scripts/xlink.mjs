import { join } from 'node:path';
import { endLike, projectEnvironment, projectNode, root, run, runMain } from './lib/project.mjs';
import { setUp } from './setup.mjs';

/** `npm run --silent xlink -- …`: the command line of the program, set up and built when that is needed. */

await runMain(async () => {
  await setUp({ quick: true });
  const outcome = await run(projectNode, [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
    env: projectEnvironment,
    stdio: 'inherit',
    // npm runs scripts in the project's folder; a file named on the command line is where the reader is.
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  endLike(outcome);
});
