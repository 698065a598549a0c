import { Command } from 'commander';
import { movePassword } from '#engine/home/move-password.ts';
import { withHome } from '../context.ts';

/** `xlink systems move-password NAME` */
export function movePasswordCommand(): Command {
  return new Command('move-password')
    .description('takes the password of a system out of isps_ul.ini into the encrypted secret store')
    .argument('<system>', 'name of the external system')
    .action((name: string, _, command: Command) =>
      withHome(command, async (home) => {
        const { outcome } = await movePassword(home, name);
        return {
          json: { system: name, outcome },
          text:
            outcome === 'moved'
              ? `The password of "${name}" now is stored encrypted and no longer stands in isps_ul.ini.`
              : `What stood in isps_ul.ini of "${name}" was not in use and is gone from the file.`,
        };
      }),
    );
}
