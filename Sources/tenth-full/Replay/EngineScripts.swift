/// Programs in Python that put the query to an engine of others. Each is told as JSON what to do, and prints lines of answer, rule,
/// whether that is all, and rows, and at the end how many rows there are. They end with 4 where their package is not there, and with 5
/// where the table has no day.
enum EngineScripts {
  static let duckdb = #"""
    import json, os, sys
    told = json.load(sys.stdin)
    try:
        import duckdb
    except ImportError:
        os._exit(4)
    quoted = lambda name: '"' + name.replace('"', '""') + '"'
    path = told["path"]
    # By its number: a name may hold what DuckDB takes for a pattern.
    file = open(path, "rb")
    own = f"/proc/{os.getpid()}/fd/{file.fileno()}"
    engine = duckdb.connect()
    engine.execute("SET autoinstall_known_extensions = false")
    low = path.lower()
    if low.endswith(".parquet"):
        source = f"read_parquet('{own}')"
    elif low.endswith((".jsonl", ".ndjson")):
        types = ", ".join(f"'{n}': '{t}'" for n, t in told["types"].items())
        source = f"read_json('{own}', format='newline_delimited', columns={{{types}}})"
    else:
        source = f"read_csv('{own}', header=true, all_varchar=true)"
    there = {name: type for name, type, *_ in engine.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}
    if "acted" not in there:
        os._exit(5)
    # A column that is not there is not known.
    cells = ", ".join(
        f"CAST({quoted(name) if name in there else 'NULL'} AS {told['types'][name]}) AS {quoted(name)}" for name in told["columns"])
    engine.execute(f"CREATE VIEW {quoted(told['table'])} AS SELECT {cells} FROM {source}")
    for row in engine.execute(told["counts"]).fetchall():
        print(",".join("" if cell is None else str(cell) for cell in row))
    print(engine.execute(told["total"]).fetchone()[0])
    """#

  static let spark = #"""
    import json, os, sys
    told = json.load(sys.stdin)
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        os._exit(4)
    session = (SparkSession.builder.master(told["master"]).appName("tenth replay")
               .config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC")
               .config("spark.log.level", "ERROR").getOrCreate())
    try:
        path, types = told["path"], told["types"]
        low = path.lower()
        if low.endswith(".parquet"):
            table = session.read.parquet(path)
        elif low.endswith((".jsonl", ".ndjson")):
            table = session.read.schema(", ".join(f"`{n}` {t}" for n, t in types.items())).json(path)
        else:
            table = session.read.option("header", True).csv(path)
        if "acted" not in table.columns:
            os._exit(5)
        # A column that is not there is not known.
        cells = [f"CAST({'`' + n + '`' if n in table.columns else 'NULL'} AS {types[n]}) AS `{n}`" for n in told["columns"]]
        table.selectExpr(*cells).createOrReplaceTempView(told["table"])
        for row in session.sql(told["counts"]).collect():
            print(",".join("" if cell is None else str(cell) for cell in row))
        print(session.sql(told["total"]).collect()[0][0])
    finally:
        session.stop()
    """#
}
