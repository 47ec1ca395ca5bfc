"""Runs one query over one table in one engine and prints row,answer,rule,exact as CSV, in the order of the rows.

    run.py duckdb|sqlite|postgres|spark FOLDER [cluster]

Spark runs in one process on two threads; with `cluster`, on a cluster of two workers on this machine, which is started for it.

FOLDER holds columns.json ([{name, type, isList}], types as the dialect's schema names them), rows.jsonl and query-DIALECT.sql.
"""
import csv, json, os, subprocess, sys, tempfile

dialect, folder = sys.argv[1:3]
is_cluster = "cluster" in sys.argv[3:]
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


def spark_rows():
    if not is_cluster:
        return spark_answers("local[2]")
    import pyspark, re, socket, time
    home = os.path.dirname(pyspark.__file__)
    own = tempfile.mkdtemp(prefix="tenth-spark-")
    running = []
    def start(name, *words):
        log = open(f"{own}/{len(running)}.log", "w+")
        running.append((subprocess.Popen(
            [f"{home}/bin/spark-class", f"org.apache.spark.deploy.{name}", *words], stdout=log, stderr=subprocess.STDOUT,
            env={**os.environ, "SPARK_HOME": home, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": own,
                 "SPARK_DAEMON_MEMORY": "256m"}), log.name))
    def said(number, pattern, count=1):
        for _ in range(600):
            found = re.findall(pattern, open(running[number][1]).read())
            if len(found) >= count:
                return found[0]
            time.sleep(0.1)
        raise SystemExit(f"the cluster did not start: {open(running[number][1]).read()[-2000:]}")
    try:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        start("master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0")
        master = said(0, r"spark://[0-9.:]+")
        for _ in range(2):
            start("worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "1g", master)
        said(0, "Registering worker", 2)
        return spark_answers(master)
    finally:
        for process, _ in reversed(running):
            process.terminate()
            process.wait()
        import shutil
        shutil.rmtree(own, ignore_errors=True)


def spark_answers(master):
    from pyspark.sql import SparkSession
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = SparkSession.builder.master(master).appName("tenth")
    for name, value in {
            "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.sql.session.timeZone": "UTC", "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1", "spark.executor.memory": "768m", "spark.driver.memory": "2g",
            "spark.sql.shuffle.partitions": "4", "spark.log.level": "ERROR"}.items():
        session = session.config(name, value)
    session = session.getOrCreate()
    try:
        schema = ", ".join(f"`{c['name']}` {c['spark']}" for c in columns)
        session.read.schema(schema).json(f"{folder}/rows.jsonl").createOrReplaceTempView("requests")
        found = [tuple(row) for row in session.sql(query + " ORDER BY `row`").collect()]
        if is_cluster:
            executors = session.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
            print(f"Spark had {executors} workers", file=sys.stderr)
            if executors != 2:
                raise SystemExit("the rows did not go to two workers")
        return found
    finally:
        session.stop()


emit({"duckdb": duckdb_rows, "sqlite": sqlite_rows, "postgres": postgres_rows, "spark": spark_rows}[dialect]())
