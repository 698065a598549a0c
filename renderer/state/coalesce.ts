/**
 * Runs one load at a time: asked again meanwhile, it runs once more at the end, so that what is shown last is what
 * was true last. All who asked meanwhile wait for that last one.
 */
export function coalesce(load: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async () => {
    try {
      do {
        again = false;
        await load();
      } while (again);
    } finally {
      // At once: who asks a moment later must not be given the answer of before.
      running = undefined;
    }
  };
  return () => {
    if (running !== undefined) {
      again = true;
      return running;
    }
    running = run();
    return running;
  };
}
