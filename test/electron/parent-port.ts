/*
 * Loaded before the script of a stand-in utility process: gives it `process.parentPort`, as Electron does, in place of
 * the `process.send` that Node's `fork` gave it.
 */
const send = process.send?.bind(process);
Object.assign(process, {
  send: undefined,
  parentPort: {
    on(_event: 'message', listener: (event: { data: unknown }) => void) {
      process.on('message', (data) => listener({ data }));
    },
    postMessage: (message: unknown) => send?.(message),
  },
});
