import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedProject, runIn } from './scratch-project.ts';

describe('npm run xlink', () => {
  let project: ReturnType<typeof installedProject>;
  beforeAll(() => {
    project = installedProject();
  });
  afterAll(() => project.remove());

  const xlink = (...args: string[]) =>
    runIn(project.folder, [process.execPath, 'scripts/xlink.mjs', ...args]);
  const builds = () => readFileSync(join(project.folder, 'builds'), 'utf8').length;

  it('builds first, and keeps stdout for the program', async () => {
    const { code, stdout, stderr } = await xlink('systems', '--json');
    expect(stderr).toContain('the build tool speaks');
    expect(JSON.parse(stdout)).toEqual({ args: ['systems', '--json'], pool: '24' });
    expect(code).toBe(0);
  });

  it('does nothing and says nothing when nothing has changed', async () => {
    const { stderr } = await xlink('systems');
    expect(stderr).toBe('');
    expect(builds()).toBe(1);
  });

  it('builds again when a source has changed', async () => {
    project.write('shared/source.ts', 'export const changed = true;');
    await xlink('systems');
    expect(builds()).toBe(2);
  });

  it("ends with the program's exit code", async () => {
    expect((await xlink('fail')).code).toBe(3);
  });

  it('hands signals on and ends by the same signal', async () => {
    const command = [process.execPath, 'scripts/xlink.mjs', 'wait'];
    const outcome = await runIn(project.folder, command, { started: (child) => child.kill('SIGTERM') });
    expect(outcome).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  it('says so when the build fails, and does not take it for done', async () => {
    project.write('node_modules/electron-vite/bin/electron-vite.js', 'process.exit(7);');
    project.write('shared/source.ts', 'export const broken = true;');
    for (const _ of ['first', 'second']) {
      const { code, stdout, stderr } = await xlink('systems');
      expect(stderr).toContain('The build failed (exit code 7)');
      expect(stdout).toBe('');
      expect(code).toBe(1);
    }
  });
});
