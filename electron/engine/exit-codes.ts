/** How the engine process ends; the host decides by it whether to start it again. */
export const engineExit = {
  /** It was asked to end. */
  stopped: 0,
  /** It could not start; another try may help. */
  crashed: 1,
  /** It cannot start until the operator changed something; the error on stderr says what. */
  cannotStart: 2,
} as const;
