"""What somebody at home in Python would write in an hour to import interval figures, first and again the same way.

import_pyodbc.py CONNECTION_STRING STORE FIRST_DAY DAYS

Reads day by day through ODBC (fetchmany 1000) and upserts into SQLite (executemany), one transaction a day. The store
is in WAL mode with synchronous NORMAL, as ours is. Prints seconds (without the start of Python), processor seconds, the
peak of its memory and the rows read, as JSON.
"""

import json
import resource
import sqlite3
import sys
import time
from datetime import date, timedelta

import pyodbc

connection_string, store_file, first_day, days = sys.argv[1:]

SELECT = (
    "SELECT stamp, queue, offered, answered, abandoned, talk_s, acw_s FROM calls"
    " WHERE stamp >= '{} 00:00:00' AND stamp < '{} 00:00:00'"
)
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
queue_ids = {"Queue %d" % number: number for number in range(1, 101)}

source = pyodbc.connect(connection_string)
cursor = source.cursor()
rows = 0
for offset in range(int(days)):
    day = date.fromisoformat(first_day) + timedelta(days=offset)
    cursor.execute(SELECT.format(day, day + timedelta(days=1)))
    while True:
        batch = cursor.fetchmany(1000)
        if not batch:
            break
        rows += len(batch)
        values = []
        for stamp, queue, *figures in batch:
            queue_id = queue_ids[queue]
            start_utc = str(stamp).replace(" ", "T") + "Z"
            for value_type_id, figure in enumerate(figures, 1):
                values.append((queue_id, value_type_id, start_utc, figure))
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
