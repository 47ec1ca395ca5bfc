"""polars on the rows of a measurement, from the file to counts, one thread: least processor time and least wall time of some runs.

    peer_polars.py FILE
"""
import json, os, sys, time
os.environ["POLARS_MAX_THREADS"] = "1"
import polars as pl

path = sys.argv[1]
flag = pl.UInt8
schema = {
    "row": pl.Int32, "acted": pl.Date, "asked-for": pl.Enum(["hold", "transfer", "notice", "information", "interview"]),
    "state-corrections": flag, "strict-county": flag, "age": flag, "signed-by-judge": flag, "serious": flag,
    "listed": pl.Enum(["none", "felony", "wobbler"]), "years-since": flag, "registered": flag, "federal-warrant": flag,
    "charged": flag, "finding": flag, "public": flag, "consent": flag}
c = pl.col
kind, day = c("asked-for"), pl.date(2018, 1, 1)
old = (c("listed") == "felony") & (c("years-since") <= 15)
grave = (c("serious") == 1) | (c("registered") == 1) | old
wobbler = (c("listed") == "wobbler") & (c("years-since") <= 5)
rules = [
    (c("age") < 18) & (c("signed-by-judge") == 0) & (kind != "information"), kind == "information", c("state-corrections") == 1,
    (kind == "hold") & (c("signed-by-judge") == 1), (kind == "hold") & (c("acted") < day) & grave, kind == "hold",
    (kind == "interview") & (c("consent") == 1), kind == "interview", (kind == "transfer") & (c("signed-by-judge") == 1),
    (c("strict-county") == 1) & (c("serious") == 0), grave | (c("federal-warrant") == 1) | wobbler,
    (kind == "notice") & (c("charged") == 1) & (c("finding") == 1) & (c("acted") >= day), (kind == "notice") & (c("public") == 1)]
chain = pl.when(rules[0]).then(1)
for number, rule in enumerate(rules[1:], 2):
    chain = chain.when(rule).then(number)


def run():
    # Columns that no rule looks at are not read: a careful user scans.
    return pl.scan_csv(path, schema=schema).select(chain.otherwise(14).alias("rule")).group_by("rule").len().collect().rows()


wall = processor = 1e9
for _ in range(5):
    started, used = time.perf_counter(), time.process_time()
    rows = run()
    wall, processor = min(wall, time.perf_counter() - started), min(processor, time.process_time() - used)
print(json.dumps({"wall": wall, "processor": processor, "counts": {str(k): n for k, n in rows}, "version": pl.__version__}))
