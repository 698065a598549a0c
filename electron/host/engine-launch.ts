/** What starts an engine, whichever way. */
export interface EngineLaunch {
  /** The built `electron/engine/process.ts`. */
  readonly script: string;
  readonly homeFolder: string;
  /** Where the key of the secret store is, if not in the home. */
  readonly secretKeyFile?: string | undefined;
}

/**
 * Each ODBC call blocks one of libuv's threads; with the four that are usual, a few slow sources would hold up every
 * file and every other source.
 */
const threadPoolSize = 24;

export function engineArguments(launch: EngineLaunch): string[] {
  const secretKey = launch.secretKeyFile === undefined ? [] : ['--secret-key-file', launch.secretKeyFile];
  return ['--home', launch.homeFolder, ...secretKey];
}

export function engineEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...environment, UV_THREADPOOL_SIZE: String(threadPoolSize) };
}
