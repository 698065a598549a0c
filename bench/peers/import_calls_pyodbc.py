"""What somebody at home in Python would write to import raw call records: the source sums them up by quarter of an hour.

import_calls_pyodbc.py CONNECTION_STRING STORE FIRST_UTC_SECONDS DAYS

One statement a day through ODBC (fetchmany 1000), upserts into SQLite (executemany), one transaction a day. The store
is in WAL mode with synchronous NORMAL, as ours is. Prints seconds (without the start of Python), processor seconds, the
peak of its memory and the rows read, as JSON.
"""

import json
import resource
import sqlite3
import sys
import time

import pyodbc

connection_string, store_file, first_utc, days = sys.argv[1:]

SELECT = """
    SELECT started_s - started_s % 900, queue, COUNT(call_id), SUM(answered), SUM(talk_s), SUM(acw_s) FROM calls
    WHERE started_s >= {} AND started_s < {} GROUP BY 1, 2"""
UPSERT = """
    INSERT INTO interval_value (queue_id, value_type_id, start_utc, value) VALUES (?, ?, ?, ?)
    ON CONFLICT (queue_id, value_type_id, start_utc) DO UPDATE SET value = excluded.value
    WHERE value <> excluded.value"""

started = time.monotonic()
store = sqlite3.connect(store_file)
store.execute("PRAGMA journal_mode = WAL")
store.execute("PRAGMA synchronous = NORMAL")
store.execute(
    "CREATE TABLE IF NOT EXISTS interval_value (queue_id INTEGER, value_type_id INTEGER, start_utc TEXT, value REAL,"
    " PRIMARY KEY (queue_id, value_type_id, start_utc)) WITHOUT ROWID"
)
queue_ids = {"Queue %d" % number: number for number in range(1, 100)}

source = pyodbc.connect(connection_string)
cursor = source.cursor()
rows = 0
for day in range(int(days)):
    from_s = int(first_utc) + day * 86400
    cursor.execute(SELECT.format(from_s, from_s + 86400))
    while True:
        batch = cursor.fetchmany(1000)
        if not batch:
            break
        rows += len(batch)
        values = []
        for start_s, queue, *figures in batch:
            queue_id = queue_ids[queue]
            start_utc = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(start_s)))
            for value_type_id, figure in enumerate(figures, 1):
                values.append((queue_id, value_type_id, start_utc, float(figure)))
        store.executemany(UPSERT, values)
    store.commit()
store.close()
seconds = time.monotonic() - started

use = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "rows": rows,
            "seconds": seconds,
            "cpuSeconds": use.ru_utime + use.ru_stime,
            "peakMb": use.ru_maxrss / 1024,
        }
    )
)
