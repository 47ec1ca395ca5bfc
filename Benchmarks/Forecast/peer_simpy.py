"""The benchmark network of Network.swift in SimPy: peer_simpy.py DAYS SCALE SEED."""

import random
import sys
import time

import simpy

days, scale, seed = float(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)
environment = simpy.Environment()
bed, court, appeal, seat = (
    simpy.Resource(environment, max(1, round(size / scale))) for size in (9700, 60, 12, 1000)
)
count = {"events": 0, "removed": 0}


def served(resource, mean):
    with resource.request() as place:
        yield place
        yield environment.timeout(chance.expovariate(1 / mean))
    count["events"] += 1


def person():
    count["events"] += 1
    if chance.random() >= 0.7:
        return
    yield environment.timeout(chance.expovariate(1 / 1.5))
    count["events"] += 1
    yield from served(bed, 45)
    if chance.random() >= 0.6:
        yield from served(court, 0.65)
        outcome = chance.random()
        if outcome < 0.45:
            return
        if outcome < 0.56:
            yield from served(appeal, 1)
            if chance.random() >= 0.85:
                return
    yield from served(seat, 5)
    count["removed"] += 1


def arrivals():
    while True:
        yield environment.timeout(chance.expovariate(300 / scale))
        environment.process(person())


environment.process(arrivals())
# Processor time: other work on the machine does not count.
start = time.process_time()
environment.run(until=days)
seconds = time.process_time() - start
print(
    f"simpy scale=1/{scale:g} days={days:g} events={count['events']} removed={count['removed']} "
    f"cpu-seconds={seconds:.3f} events/s={count['events'] / seconds:.0f}"
)
