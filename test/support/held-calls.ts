import type { PostgresServer } from './postgres.ts';

/** Days of a source that are not given before somebody says so. */
export interface HeldCalls {
  /** Whoever asks for this day or one after it gets no answer until it is let go. */
  holdFrom(day: string): Promise<unknown>;
  letGo(): Promise<unknown>;
}

/**
 * Makes a view `held_calls` over the table `calls` (time stamp `at`): what is to happen in the middle of an import happens
 * there, at a day the test names, however fast the import is and however slow the test.
 */
export async function holdableCalls(server: PostgresServer): Promise<HeldCalls> {
  await server.exec(`
    CREATE TABLE held (from_at TIMESTAMP);
    INSERT INTO held VALUES ('infinity');
    CREATE FUNCTION is_given(at TIMESTAMP) RETURNS BOOLEAN LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        WHILE at >= (SELECT from_at FROM held) LOOP PERFORM pg_sleep(0.01); END LOOP;
        RETURN TRUE;
      END $$;
    CREATE VIEW held_calls AS SELECT * FROM calls WHERE is_given(at);`);
  const holdFrom = (day: string) => server.exec(`UPDATE held SET from_at = '${day}'`);
  return { holdFrom, letGo: () => holdFrom('infinity') };
}
