import { spawn } from 'node:child_process';

/**
 * `reaper.ts PROGRAM ARGS…`: runs a program that does not outlive whoever started it. When the pipe on stdin closes,
 * which it does also when the process at its other end is killed, the program is asked to end, and made to soon after.
 */
const patienceMs = 8_000;

const [program, ...args] = process.argv.slice(2);
const child = spawn(program!, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.on('exit', (code) => process.exit(code ?? 1));
child.on('error', () => process.exit(1));
process.stdin.resume();
process.stdin.on('close', () => {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), patienceMs);
});
