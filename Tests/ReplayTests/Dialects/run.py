"""Runs one query over one table in one engine and prints row,answer,rule,exact as CSV, in the order of the rows.

    run.py duckdb|sqlite|postgres FOLDER

FOLDER holds columns.json ([{name, type, isList}], types as the dialect's schema names them), rows.jsonl and query-DIALECT.sql.
"""
import csv, json, os, subprocess, sys, tempfile

dialect, folder = sys.argv[1:3]
columns = json.load(open(f"{folder}/columns.json"))
query = open(f"{folder}/query-{dialect}.sql").read()
quoted = lambda name: '"' + name.replace('"', '""') + '"'
order = ' ORDER BY "row"'


def emit(rows):
    out = csv.writer(sys.stdout, lineterminator="\n")
    for row, answer, rule, exact in rows:
        out.writerow([row, answer, rule or "", 1 if exact in (1, True, "t") else 0])


def duckdb_rows():
    import duckdb
    connection = duckdb.connect()
    types = ", ".join(f"'{c['name']}': '{c['duckdb']}'" for c in columns)
    connection.execute(
        f"CREATE TABLE requests AS SELECT * FROM read_json('{folder}/rows.jsonl', format='newline_delimited', columns={{{types}}})")
    return connection.execute(query + order).fetchall()


def sqlite_rows():
    import sqlite3
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE requests ({', '.join(quoted(c['name']) for c in columns)})")
    def cells():
        for line in open(f"{folder}/rows.jsonl"):
            row = json.loads(line)
            yield [json.dumps(v) if isinstance(v, list) else v for v in (row.get(c["name"]) for c in columns)]
    connection.executemany(f"INSERT INTO requests VALUES ({', '.join('?' * len(columns))})", cells())
    return connection.execute(query + order).fetchall()


def postgres_rows():
    import glob, pwd, shutil
    binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
    home = tempfile.mkdtemp(prefix="tenth-dialects-", dir="/tmp")
    user = []
    if os.geteuid() == 0:
        name = next(n for n in ("postgres", "nobody") if n in [p.pw_name for p in pwd.getpwall()])
        shutil.chown(home, name)
        user = ["runuser", "-u", name, "--"]
    run = lambda *words, **more: subprocess.run([*user, *words], check=True, cwd="/", capture_output=True, text=True, **more)
    try:
        run(f"{binaries}/initdb", "-D", f"{home}/data", "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
        run(f"{binaries}/pg_ctl", "-D", f"{home}/data", "-w", "-l", f"{home}/log", "-o",
            f"-k {home} -c listen_addresses='' -c fsync=off", "start")
        psql = lambda text: run(
            "psql", "-h", home, "-U", "tester", "-d", "postgres", "-q", "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1",
            "--csv", input=text).stdout
        types = lambda c: "jsonb" if c["isList"] else c["postgres"]
        made = ", ".join(f"{quoted(c['name'])} {types(c)}" for c in columns)
        literal = lambda name: "'" + name.replace("'", "''") + "'"
        cells = ", ".join(
            f"NULLIF(j -> {literal(c['name'])}, 'null')" if c["isList"] else f"(j ->> {literal(c['name'])})::{c['postgres']}"
            for c in columns)
        rows = "".join(line.replace("\\", "\\\\") for line in open(f"{folder}/rows.jsonl"))
        psql(f"CREATE TABLE raw (j jsonb);\nCOPY raw FROM STDIN;\n{rows}\\.\n"
             f"CREATE TABLE requests ({made});\nINSERT INTO requests SELECT {cells} FROM raw;\n")
        return list(csv.reader(psql(query + order + ";\n").splitlines()))
    finally:
        subprocess.run([*user, f"{binaries}/pg_ctl", "-D", f"{home}/data", "-m", "immediate", "stop"],
                       cwd="/", capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


emit({"duckdb": duckdb_rows, "sqlite": sqlite_rows, "postgres": postgres_rows}[dialect]())
