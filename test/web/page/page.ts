import { createClient } from '#shared/rpc/client.ts';
import { openPort } from '../../../renderer/app/ports/open-port.ts';
import { sampleContract } from '../../rpc/sample-contract.ts';

/* Opens the port as the console does, and leaves what came of it where a test can look at it. */
const states: string[] = [];
const probe: Record<string, unknown> = { states };
Object.assign(globalThis, { probe });
try {
  const port = await openPort();
  port.onClose((reason) => {
    probe.closed = reason ?? 'without a reason';
  });
  const client = createClient(sampleContract, port);
  client.onEngineState(({ state }) => states.push(state));
  probe.client = client;
} catch (error) {
  probe.error = (error as { code?: string }).code;
}
