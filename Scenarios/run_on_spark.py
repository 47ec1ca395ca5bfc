"""Runs a scenario's replicates in ranges on Spark, and puts the ranges together.

    python Scenarios/run_on_spark.py TENTH SCENARIO LAWS OUT [REPLICATES] [RANGES] [SEED] [MASTER]

Every range is a run of the program of its own, so the workers need the program, the scenario and the law at the paths
given, and OUT on a file system that they share. The whole is the same bytes as one run of all replicates.
"""

import subprocess
import sys

from pyspark.sql import SparkSession


def main(program, scenario, laws, out, replicates=40, ranges=4, seed=7, master="local[2]"):
    replicates, ranges = int(replicates), int(ranges)
    edges = [replicates * index // ranges for index in range(ranges + 1)]

    def run(index):
        part = f"{out}/part-{index}"
        done = subprocess.run(
            [program, "forecast", "run", scenario, "--laws", laws, "--seed", str(seed), "--threads", "1",
             "--replicates", f"{edges[index]}..<{edges[index + 1]}", "--out", part],
            capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return f"{part}/outcomes.tenth"

    spark = SparkSession.builder.master(master).appName("tenth forecast").getOrCreate()
    try:
        parts = spark.sparkContext.parallelize(range(ranges), ranges).map(run).collect()
    finally:
        spark.stop()
    subprocess.run(
        [program, "forecast", "merge", scenario, *parts, "--laws", laws, "--seed", str(seed), "--out", f"{out}/whole"],
        check=True)


if __name__ == "__main__":
    if not 5 <= len(sys.argv) <= 9:
        sys.exit(__doc__)
    main(*sys.argv[1:])
