"""Reads all rows of a table with pyodbc and prints how long that took: read_pyodbc.py CONNECTION_STRING TABLE."""

import json
import resource
import sys
import time

import pyodbc

connection = pyodbc.connect(sys.argv[1])
started = time.monotonic()
cursor = connection.cursor()
cursor.execute("SELECT * FROM " + sys.argv[2])
rows = 0
while True:
    batch = cursor.fetchmany(1000)
    if not batch:
        break
    rows += len(batch)
seconds = time.monotonic() - started
peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"rows": rows, "seconds": seconds, "peakMb": peak_mb}))
