extension ForeignTables {
  /// Writes a table as CSV: `parquet FILE`, `workbook FILE SHEET`, or `sheets FILE` for the sheets' names. It ends with 3 if the file
  /// cannot be read and with 4 if the package is not there. Nothing of the table goes to the error output.
  ///
  /// A sheet's row is a line, so that what is wrong with a row is told by the number that the workbook shows.
  static let script = #"""
    import csv, datetime, os, resource, sys
    what, path = sys.argv[1:3]
    # What unpacks to more than this is no table.
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
    out = csv.writer(sys.stdout, lineterminator="\n")

    def text(cell):
        value = cell.value
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        if isinstance(value, datetime.datetime):
            # A workbook has moments alone, as fractions of days; whether one is a day is told by how it is shown.
            value = (value + datetime.timedelta(microseconds=500000)).replace(microsecond=0)
            shown = "h" in (cell.number_format or "").lower()
            return value.isoformat(" ") if shown or value.time() != datetime.time() else value.date().isoformat()
        return " ".join(str(value).splitlines())

    def sheet(number):
        import openpyxl
        page = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[number]
        # What the sheet says of its size is often wrong.
        page.reset_dimensions()
        rows, first = page.iter_rows(), []
        for row in rows:
            first.append([text(cell) for cell in row])
            if len(first) == 60:
                break
        width = max((len(row) for row in first), default=0)
        def write(row):
            while row and row[-1] == "":
                row.pop()
            if row:
                out.writerow(row + [""] * (width - len(row)))
            else:
                sys.stdout.write("\n")
        for row in first:
            write(row)
        for row in rows:
            write([text(cell) for cell in row])
        sys.stdout.flush()

    def sheets():
        import openpyxl
        for page in openpyxl.load_workbook(path, read_only=True).worksheets:
            print(" ".join(page.title.split()))

    def parquet():
        import duckdb
        # By its number: a name may hold what DuckDB takes for a pattern.
        file = open(path, "rb")
        own = f"/proc/{os.getpid()}/fd/{file.fileno()}"
        engine = duckdb.connect()
        for setting in ("autoinstall_known_extensions = false", "TimeZone = 'UTC'", "memory_limit = '1GB'"):
            engine.execute("SET " + setting)
        table = engine.read_parquet(own)
        def cell(name, type):
            name = '"' + name.replace('"', '""') + '"'
            if type in ("FLOAT", "DOUBLE"):
                # Whole numbers with gaps are often kept so.
                return (f"CASE WHEN isnan({name}) THEN NULL WHEN {name} = trunc({name}) AND abs({name}) < 1e15 "
                        f"THEN CAST(CAST({name} AS BIGINT) AS VARCHAR) ELSE CAST({name} AS VARCHAR) END")
            return f"translate({name}, chr(10) || chr(13), '  ')" if type == "VARCHAR" else name
        cells = ", ".join(cell(name, str(type)) for name, type in zip(table.columns, table.types))
        # DuckDB gives the second of two columns with one name another; so the names are the file's own.
        names, left = [], []
        for name, children in engine.execute("SELECT name, num_children FROM parquet_schema(?)", [own]).fetchall():
            if len(left) == 1:
                names.append(name)
            if left:
                left[-1] -= 1
            if children:
                left.append(children)
            while left and left[-1] == 0:
                left.pop()
        out.writerow(names if len(names) == len(table.columns) else table.columns)
        sys.stdout.flush()
        table.project(cells).write_csv("/dev/stdout", header=False)

    try:
        if what == "parquet":
            parquet()
        elif what == "sheets":
            sheets()
        else:
            sheet(int(sys.argv[3]))
    except ImportError:
        os._exit(4)
    except BrokenPipeError:
        os._exit(0)
    except BaseException:
        os._exit(3)
    """#
}
