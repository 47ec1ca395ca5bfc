"""The toy law in the engines that a user would reach for instead, on the requests that Tenth was given.

Reads requests as JSON lines (argument 1), writes one JSON line for each engine: how many requests it permitted, and the
median time of one call in microseconds. Each call gets one request and gives one answer, as a service would be asked.
"""

import datetime
import json
import os
import statistics
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ACTS = ["hold", "transfer", "notify", "give-information", "allow-interview"]
LISTED = ["none", "felony", "wobbler"]
YES_NO = {
    "signed-by-judge": "signedByJudge", "strict-county": "strictCounty", "serious": "serious", "registered": "registered",
    "federal-warrant": "federalWarrant", "charged": "charged", "finding": "finding", "public": "public",
    "consent": "consent",
}  # fmt: skip


def report(engine, permitted, times):
    times = sorted(times)
    figures = {"median": statistics.median(times), "least": times[0], "most": times[-1]}
    print(json.dumps({"engine": engine, "permitted": permitted} | {k: v * 1e6 for k, v in figures.items()}), flush=True)


def timed(requests, call):
    """The number permitted, and the time of each call; the first hundred warm up."""
    for request in requests[:100]:
        call(request)
    permitted, times = 0, []
    for request in requests:
        start = time.perf_counter()
        permitted += bool(call(request))
        times.append(time.perf_counter() - start)
    return permitted, times


def cedar(requests):
    import cedarpy

    with open(os.path.join(HERE, "toy.cedar")) as file:
        policies = cedarpy.PolicySet.from_str(file.read())
    entities = cedarpy.Entities.from_json_str("[]")

    def prepared(request):
        facts = request["facts"]
        context = {name: facts[fact] for fact, name in YES_NO.items()}
        context |= {"age": facts["age"], "yearsSince": facts["years-since"], "listed": facts["listed"]}
        context |= {"day": request["day"], "prison": request["agency"] == "state-prison"}
        action = f'Action::"{request["acts"][0]}"'
        return {
            "principal": 'Agency::"a"', "action": action, "resource": 'Person::"p"', "context": json.dumps(context),
        }  # fmt: skip

    def call(request):
        return cedarpy.is_authorized(request, policies, entities).decision == cedarpy.Decision.Allow

    report(f"cedarpy {version('cedarpy')}", *timed([prepared(request) for request in requests], call))


RULE = """CASE
 WHEN age < 18 AND NOT signed_by_judge AND act <> 'give-information' THEN false
 WHEN act = 'give-information' THEN true
 WHEN agency = 'state-prison' THEN true
 WHEN act = 'hold' THEN signed_by_judge
   OR (day < 17532 AND (serious OR registered OR (listed = 'felony' AND years_since <= 15)))
 WHEN act = 'allow-interview' THEN consent
 WHEN act = 'transfer' AND signed_by_judge THEN true
 WHEN strict_county AND NOT serious THEN false
 WHEN serious OR registered OR federal_warrant OR (listed = 'felony' AND years_since <= 15)
   OR (listed = 'wobbler' AND years_since <= 5) THEN true
 WHEN act = 'notify' THEN (charged AND finding AND day >= 17532) OR public
 ELSE false END"""


def duckdb_row(requests):
    import duckdb

    connection = duckdb.connect()
    columns = ["act", "agency", "day", "age", "years_since", "listed"] + [n.replace("-", "_") for n in YES_NO]
    types = ["VARCHAR", "VARCHAR", "INTEGER", "INTEGER", "INTEGER", "VARCHAR"] + ["BOOLEAN"] * len(YES_NO)
    row = ", ".join(f"?::{type} AS {name}" for name, type in zip(columns, types))
    query = f"SELECT {RULE} FROM (SELECT {row})"

    def prepared(request):
        facts = request["facts"]
        own = [request["acts"][0], request["agency"], request["day"], facts["age"], facts["years-since"], facts["listed"]]
        return own + [facts[name] for name in YES_NO]

    def call(values):
        return connection.execute(query, values).fetchone()[0]

    report(f"DuckDB {version('duckdb')}, one-row query", *timed([prepared(request) for request in requests], call))


def openfisca(requests):
    from openfisca_core import entities, periods, taxbenefitsystems, variables
    from openfisca_core.simulations import SimulationBuilder

    person = entities.Entity("person", "persons", "", "")
    system = taxbenefitsystems.TaxBenefitSystem([person])

    def variable(name, formula=None, kind=int):
        body = {"value_type": kind, "entity": person, "definition_period": periods.DateUnit.MONTH, "label": name}
        if formula:
            body["formula"] = formula
        system.add_variable(type(name, (variables.Variable,), body))

    facts = ["act", "prison", "day", "age", "years_since", "listed"] + [n.replace("-", "_") for n in YES_NO]
    for name in facts:
        variable(name)

    def grave(p, t):
        listed = (p("listed", t) == 1) & (p("years_since", t) <= 15)
        return (p("serious", t) == 1) | (p("registered", t) == 1) | listed

    def gate(p, t):
        wobbler = (p("listed", t) == 2) & (p("years_since", t) <= 5)
        return p("grave", t) | (p("federal_warrant", t) == 1) | wobbler

    def permitted(p, t):
        act, signed = p("act", t), p("signed_by_judge", t) == 1
        minor = (p("age", t) < 18) & ~signed & (act != 3)
        shut = (p("strict_county", t) == 1) & (p("serious", t) == 0)
        hold = (act == 0) & (signed | ((p("day", t) < 17532) & p("grave", t)))
        interview = (act == 4) & (p("consent", t) == 1)
        found = (p("charged", t) == 1) & (p("finding", t) == 1) & (p("day", t) >= 17532)
        transfer = (act == 1) & (signed | (p("gate", t) & ~shut))
        notify = (act == 2) & ~shut & (p("gate", t) | found | (p("public", t) == 1))
        return (act == 3) | (~minor & ((p("prison", t) == 1) | hold | interview | transfer | notify))

    variable("grave", grave, bool)
    variable("gate", gate, bool)
    variable("permitted", permitted, bool)

    def prepared(request):
        known = request["facts"]
        own = {"act": ACTS.index(request["acts"][0]), "prison": int(request["agency"] == "state-prison")}
        own |= {"day": request["day"], "age": known["age"], "years_since": known["years-since"]}
        own["listed"] = LISTED.index(known["listed"])
        return own | {name.replace("-", "_"): int(known[name]) for name in YES_NO}

    def call(values):
        simulation = SimulationBuilder().build_default_simulation(system, 1)
        for name, value in values.items():
            simulation.set_input(name, "2026-01", [value])
        return simulation.calculate("permitted", "2026-01")[0]

    # A thousandth of the speed: fewer of them.
    sample = [prepared(request) for request in requests[:300]]
    _, times = timed(sample, call)
    simulation = SimulationBuilder().build_default_simulation(system, len(requests))
    columns = [prepared(request) for request in requests]
    for name in facts:
        simulation.set_input(name, "2026-01", [column[name] for column in columns])
    report(
        f"OpenFisca-Core {version('openfisca-core')}, one simulation a request",
        int(simulation.calculate("permitted", "2026-01").sum()), times)


def version(package):
    import importlib.metadata

    return importlib.metadata.version(package)


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        asked = [json.loads(line) for line in file]
    for request in asked:
        request["day"] = (datetime.date.fromisoformat(request["on"]) - datetime.date(1970, 1, 1)).days
    for engine in (cedar, duckdb_row, openfisca):
        engine(asked)
