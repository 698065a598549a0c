import { createClient } from '#shared/rpc/client.ts';
import { spawnNodeEngine } from '../../electron/host/spawn-node.ts';
import { superviseEngine } from '../../electron/host/supervisor.ts';
import { sampleContract } from '../rpc/sample-contract.ts';

/* A host that is only there to be killed: it starts an engine and tells who started it which process that is. */
const [script = '', homeFolder = ''] = process.argv.slice(2);
const supervisor = superviseEngine({ spawn: () => spawnNodeEngine({ script, homeFolder }) });
const { pid } = await createClient(sampleContract, supervisor.connect()).call('sample.pid', {});
process.send?.(pid);
