"""The four questions on the 14-rule list, asked of z3 and of clingo in their own process: which rules clash if each stands by
itself, which rules of the list decide nothing, whether something falls through, and whether a later version differs. Prints JSON."""
import json, time
import clingo, z3

KINDS = ["hold", "transfer", "notice", "information", "interview"]
LISTED = ["none", "felony", "wobbler"]
FLAGS = "corrections strict judge serious registered warrant charged finding public consent late".split()
BANS = {1, 6, 8, 10, 14}
YEARS = (6, 11, 16)  # the cuts: at most 5, 10, 15


def rules(flag, kind, listed, minor, years, both, either, negated, true, years_limit=15, registry=True):
    felony = both(listed("felony"), years(years_limit))
    grave = either(flag("serious"), felony, *([flag("registered")] if registry else []))
    return [
        both(minor(), negated(flag("judge")), negated(kind("information"))), kind("information"), flag("corrections"),
        both(kind("hold"), flag("judge")), both(kind("hold"), negated(flag("late")), grave), kind("hold"),
        both(kind("interview"), flag("consent")), kind("interview"), both(kind("transfer"), flag("judge")),
        both(flag("strict"), negated(flag("serious"))),
        either(grave, flag("warrant"), both(listed("wobbler"), years(5))),
        both(kind("notice"), flag("charged"), flag("finding"), flag("late")), both(kind("notice"), flag("public")), true]


def ask_z3():
    number = {name: z3.Int(name) for name in ("kind", "listed", "age", "years")}
    flags = {name: z3.Bool(name) for name in FLAGS}
    words = dict(
        flag=lambda f: flags[f], kind=lambda k: number["kind"] == KINDS.index(k),
        listed=lambda l: number["listed"] == LISTED.index(l), minor=lambda: number["age"] < 18,
        years=lambda most: number["years"] <= most, both=z3.And, either=z3.Or, negated=z3.Not, true=z3.BoolVal(True))
    solver = z3.Solver()
    solver.add(number["kind"] >= 0, number["kind"] <= 4, number["listed"] >= 0, number["listed"] <= 2,
               number["age"] >= 0, number["years"] >= 0)

    def possible(formula):
        solver.push(); solver.add(formula); answer = solver.check() == z3.sat; solver.pop()
        return answer

    def firing(conditions):
        out, live = [], z3.BoolVal(True)
        for condition in conditions:
            out.append(z3.And(live, condition)); live = z3.And(live, z3.Not(condition))
        return out, live

    old = rules(**words)
    conflicts = sum(possible(z3.And(old[i - 1], old[j - 1])) for i in BANS for j in range(1, 15) if j not in BANS)
    fires, rest = firing(old)
    dead = sum(not possible(f) for f in fires)
    later, _ = firing(rules(**words, years_limit=10, registry=False))
    allowed = lambda fired: z3.Or([f for i, f in enumerate(fired, 1) if i not in BANS])
    return conflicts, dead, possible(rest), possible(allowed(fires) != allowed(later))


def ask_clingo():
    facts = "1 { kind(" + ";".join(KINDS) + ") } 1. 1 { listed(" + ";".join(LISTED) + ") } 1. 1 { years(0..3) } 1. { minor }. "
    facts += " ".join("{ %s }." % f for f in FLAGS)
    text = facts + """
    version(1;2). felony(1) :- listed(felony), years(Y), Y <= 2. felony(2) :- listed(felony), years(Y), Y <= 1.
    grave(V) :- version(V), serious. grave(V) :- felony(V). grave(1) :- registered.
    c(V,1) :- version(V), minor, not judge, not kind(information). c(V,2) :- version(V), kind(information).
    c(V,3) :- version(V), corrections. c(V,4) :- version(V), kind(hold), judge. c(V,5) :- kind(hold), not late, grave(V).
    c(V,6) :- version(V), kind(hold). c(V,7) :- version(V), kind(interview), consent. c(V,8) :- version(V), kind(interview).
    c(V,9) :- version(V), kind(transfer), judge. c(V,10) :- version(V), strict, not serious. c(V,11) :- grave(V).
    c(V,11) :- version(V), warrant. c(V,11) :- version(V), listed(wobbler), years(0).
    c(V,12) :- version(V), kind(notice), charged, finding, late. c(V,13) :- version(V), kind(notice), public.
    c(V,14) :- version(V).
    fire(V,R) :- c(V,R), not c(V,S) : S = 1..R-1. covered :- fire(1,_).
    forbids(1;6;8;10;14). allowed(V) :- fire(V,R), not forbids(R).
    #external clash(1..14,1..14). :- clash(I,J), not c(1,I). :- clash(I,J), not c(1,J).
    #external fires(1..14). :- fires(R), not fire(1,R).
    #external falls. :- falls, covered.
    #external differs. :- differs, allowed(1), allowed(2). :- differs, not allowed(1), not allowed(2).
    """
    control = clingo.Control(["1", "--warn=none"])
    control.add("base", [], text)
    control.ground([("base", [])])

    def possible(name, *numbers):
        symbol = clingo.Function(name, [clingo.Number(n) for n in numbers])
        control.assign_external(symbol, True)
        answer = bool(control.solve().satisfiable)
        control.assign_external(symbol, False)
        return answer

    conflicts = sum(possible("clash", i, j) for i in BANS for j in range(1, 15) if j not in BANS)
    dead = sum(not possible("fires", r) for r in range(1, 15))
    return conflicts, dead, possible("falls"), possible("differs")


results = []
for name, ask in (("z3 " + z3.get_version_string(), ask_z3), ("clingo " + clingo.__version__, ask_clingo)):
    best = float("inf")
    for _ in range(200):
        start = time.process_time(); answers = ask(); best = min(best, time.process_time() - start)
    conflicts, dead, gap, differs = answers
    results.append(dict(name=name, seconds=best, conflicts=conflicts, dead=dead, gap=gap, differs=differs))
print(json.dumps(results))
