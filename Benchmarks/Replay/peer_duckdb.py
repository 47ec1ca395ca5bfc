"""DuckDB on the rows of a measurement, one thread: least processor time and least wall time of some runs, and what came out.

    peer_duckdb.py list FOLDER       the fourteen rules as one CASE, counted
    peer_duckdb.py query FOLDER      the query that tenth prints, counted
"""
import json, sys, time
import duckdb

what, folder = sys.argv[1:3]
connection = duckdb.connect()
connection.execute("SET threads = 1")
if what == "list":
    connection.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{folder}/rows.csv', header = true)")
    query = """SELECT r, count(*) FROM (SELECT CASE
      WHEN age < 18 AND jw = 0 AND kind <> 3 THEN 1
      WHEN kind = 3 THEN 2
      WHEN agency = 1 THEN 3
      WHEN kind = 0 AND jw = 1 THEN 4
      WHEN kind = 0 AND day < 17532 AND (serious = 1 OR registry = 1 OR (listed = 1 AND yrs <= 15)) THEN 5
      WHEN kind = 0 THEN 6
      WHEN kind = 4 AND consent = 1 THEN 7
      WHEN kind = 4 THEN 8
      WHEN kind = 1 AND jw = 1 THEN 9
      WHEN strict = 1 AND serious = 0 THEN 10
      WHEN serious = 1 OR registry = 1 OR fedw = 1 OR (listed = 1 AND yrs <= 15) OR (listed = 2 AND yrs <= 5) THEN 11
      WHEN kind = 2 AND charged = 1 AND finding = 1 AND day >= 17532 THEN 12
      WHEN kind = 2 AND public = 1 THEN 13
      ELSE 14 END r FROM t) GROUP BY r"""
    # The narrowest types that hold the values, as a careful user would have them.
    small = "kind agency strict age jw serious listed yrs registry fedw charged finding public consent".split()
    for column in small:
        connection.execute(f"ALTER TABLE t ALTER {column} TYPE UTINYINT")
    connection.execute("ALTER TABLE t ALTER day TYPE INTEGER")
else:
    columns = json.load(open(f"{folder}/columns.json"))
    types = ", ".join(f"'{c['name']}': '{c['type']}'" for c in columns)
    connection.execute(
        f"CREATE TABLE requests AS SELECT * FROM read_json('{folder}/rows.jsonl', format='newline_delimited', columns={{{types}}})")
    query = f"SELECT answer, count(*) FROM ({open(f'{folder}/query.sql').read()}) GROUP BY answer"
wall = processor = 1e9
for _ in range(5 if what == "list" else 3):
    started, used = time.perf_counter(), time.process_time()
    rows = connection.execute(query).fetchall()
    wall = min(wall, time.perf_counter() - started)
    processor = min(processor, time.process_time() - used)
print(json.dumps({"wall": wall, "processor": processor, "counts": {str(k): n for k, n in rows}, "version": duckdb.__version__}))
