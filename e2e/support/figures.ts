import { execSql, sampleDatabase } from './acd.ts';
import type { TestHome } from './home.ts';

/** The ACD corrects its figures: two queues on some days of November. */
export function correctFigures(home: TestHome): void {
  execSql(
    sampleDatabase(home),
    `UPDATE queue_interval SET offered = offered + 3 WHERE queue_key <= 102
     AND start_local >= '2025-11-11' AND start_local < '2025-11-13';`,
  );
}

/** The ACD has lost a Sunday, and two hours of a Tuesday. */
export function loseFigures(home: TestHome): void {
  execSql(
    sampleDatabase(home),
    `DELETE FROM queue_interval WHERE (start_local >= '2025-11-16' AND start_local < '2025-11-17')
     OR (start_local >= '2025-11-18 14:00' AND start_local < '2025-11-18 16:00' AND queue_key <= 103);`,
  );
}
