"""Serves a demonstration's desk, loads it with wrk, and prints one table. Called by Benchmarks/run-desk."""
import argparse
import datetime
import http.cookiejar
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))


def say(text):
    print(text, file=sys.stderr, flush=True)


class Desk:
    """`tenth serve --demo` over a folder that stays."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def __enter__(self):
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            [self.program, "serve", "--demo", "--data", self.folder, "--port", "0"],
            stdout=subprocess.PIPE, stderr=open(os.path.join(self.folder, "..", "server.log"), "ab"), text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if not found:
            sys.exit("The desk did not start; its log is beside the data.")
        self.address = found.group(0)
        urllib.request.urlopen(self.address + "/readyz").read()
        self.start = time.perf_counter() - begun
        self.jar = http.cookiejar.CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)

    def page(self, path, form=None):
        data = urllib.parse.urlencode(form).encode() if form else None
        return self.browser.open(self.address + path, data).read().decode()

    def become(self, name):
        """Plays another of the demonstration's people."""
        page = self.page("/")
        token = re.search(r'name="form-token" value="([^"]+)"', page).group(1)
        player = next(
            value for value, title in re.findall(r'<option[^>]*value="([^"]+)"[^>]*>([^<]+)', page) if name in title)
        self.page("/demo/role", {"form-token": token, "player": player})
        return re.search(r'name="form-token" value="([^"]+)"', self.page("/")).group(1)

    @property
    def cookie(self):
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)

    def memory(self):
        """Resident memory, now and at its highest, in MiB."""
        text = open(f"/proc/{self.process.pid}/status").read()
        return [int(re.search(rf"{name}:\s+(\d+)", text).group(1)) / 1024 for name in ("VmRSS", "VmHWM")]


def milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def load(address, cookie, seconds, script=None, words=()):
    """wrk, one thread, four connections: rate, p50, p99, slowest in ms, requests, and how many were refused."""
    command = ["wrk", "-t1", "-c4", f"-d{seconds}s", "--timeout", "30s", "--latency"]
    command += ["-s", os.path.join(HERE, script), address, "--", *words] if script else ["-H", f"Cookie: {cookie}", address]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    at = dict(re.findall(r"(50|90|99)%\s+(\S+)", run.stdout))
    requests = int(re.search(r"(\d+) requests in", run.stdout).group(1))
    refused = run.stderr.count("refused with") or int((re.findall(r"Non-2xx or 3xx responses: (\d+)", run.stdout) or [0])[0])
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", run.stdout).group(1))
    if refused:
        sys.exit(f"{refused} of {requests} requests to {address} were refused: nothing was measured.")
    return {"rate": rate, "p50": milliseconds(at["50"]), "p90": milliseconds(at["90"]), "p99": milliseconds(at["99"])}


def one_by_one(desk, path, runs):
    """Times of a page asked for by one connection, in ms, sorted."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        desk.page(path)
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)


def row(what, bar, *figures):
    print("| " + " | ".join([what, bar, *figures]) + " |", flush=True)


def figures(result):
    return f"{result['rate']:.0f}/s", f"{result['p50']:.2f} ms", f"{result['p99']:.2f} ms"


def peer(arguments):
    """Request Tracker's page of a ticket and its creation, as `run-desk --with-rt` has set it up."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    browser.open(arguments.rt + "/NoAuth/Login.html", urllib.parse.urlencode(
        {"user": "root", "pass": "password"}).encode()).read()
    cookie = "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)
    say("Request Tracker: creating")
    create = load(arguments.rt, cookie, arguments.seconds, "peer-create.lua", [cookie])
    say("Request Tracker: the page of a ticket")
    page = load(arguments.rt + "/Ticket/Display.html?id=1", cookie, arguments.seconds)
    return page, create


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tenth", required=True)
    parser.add_argument("--benchmarks", required=True)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--rt", help="address of a Request Tracker to measure beside")
    arguments = parser.parse_args()
    work = tempfile.mkdtemp(prefix="tenth-benchmark-")
    try:
        measure(arguments, work)
    finally:
        shutil.rmtree(work)


def measure(arguments, work):
    print("| what, four at a time | bar | rate | half within | 99 in 100 within |")
    print("|---|---|---|---|---|")
    rt_page, rt_create = peer(arguments) if arguments.rt else (None, None)

    def ratio(ours, theirs):
        return f", {theirs and ours['rate'] / theirs['rate']:.0f}× the rate of Request Tracker" if theirs else ""

    folder = os.path.join(work, "desk")
    os.mkdir(folder)
    with Desk(arguments.tenth, folder) as desk:
        desk.become("Sample Officer")
        # A case of the demonstration: those that are filled in cannot be opened.
        case = re.search(r'href="(/requests/[0-9a-f]{8,})"', desk.page("/requests?stage=decided")).group(1)
        say("The explorer of the forecast")
        change = "/forecast/explore?law=commanded&officers=2000"
        first, explored = one_by_one(desk, change, 1), one_by_one(desk, change, 20)
    say(f"Filling a desk with {arguments.cases} cases")
    subprocess.run([arguments.benchmarks, "fill", folder, str(arguments.cases)], check=True)
    starts = []
    for _ in range(5):
        with Desk(arguments.tenth, folder) as desk:
            starts.append(desk.start)
    with Desk(arguments.tenth, folder) as desk:
        desk.become("Sample Officer")
        say("The page of a request")
        page = load(desk.address + case, desk.cookie, arguments.seconds)
        row(f"page of a decided request{ratio(page, rt_page)}", "p99 20 ms; 50×", *figures(page))
        if rt_page:
            row("page of a ticket in Request Tracker 5", "–", *figures(rt_page))
        token = desk.become("Sample Clerk")
        yesterday = datetime.date.today() - datetime.timedelta(days=2)
        say("New requests")
        words = [desk.cookie, token, str(yesterday.month), str(yesterday.day), str(yesterday.year)]
        create = load(desk.address, desk.cookie, arguments.seconds, "create.lua", words)
        row(f"new request by its form: decided, durable, in the log, signed{ratio(create, rt_create)}", "300/s; 20×",
            *figures(create))
        if rt_create:
            row("new ticket in Request Tracker 5", "–", *figures(rt_create))
        say("What is due now")
        due = load(desk.address + "/", desk.cookie, arguments.seconds)
        row(f"*due now* of {arguments.cases:,} cases, {arguments.cases // 20:,} open", "p95 50 ms", *figures(due))
        times = one_by_one(desk, "/", 200)
        after, highest = desk.memory()
    print()
    print("| what | bar | median | least | most |")
    print("|---|---|---|---|---|")
    row(f"*due now*, one at a time (200; p95 {times[189]:.1f} ms)", "50 ms", f"{times[100]:.1f} ms", f"{times[0]:.1f} ms",
        f"{times[-1]:.1f} ms")
    row("a change in the forecast's explorer, one at a time (20)", "1 s", f"{explored[10]:.0f} ms", f"{explored[0]:.0f} ms",
        f"{explored[-1]:.0f} ms")
    row("the first, when the law has not been asked yet", "–", f"{first[0]:.0f} ms", "–", "–")
    starts.sort()
    row(f"cold start with {arguments.cases:,} cases, until it can record (5)", "1 s",
        *(f"{starts[index] * 1000:.0f} ms" for index in (2, 0, -1)))
    row("memory after all of that, and at its highest", "200 MiB", f"{after:.0f} MiB", "–", f"{highest:.0f} MiB")
    log = os.path.join(work, "log")
    subprocess.run([arguments.benchmarks, "log", log, str(arguments.entries)], check=True)
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run([arguments.tenth, "verify", os.path.join(log, "log")], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begun)
    times.sort()
    row(f"`tenth verify` of a log of {arguments.entries:,} entries (3)", "10 s",
        *(f"{times[index]:.2f} s" for index in (1, 0, 2)))
    sys.stdout.flush()
    subprocess.run([arguments.benchmarks, "letters", str(arguments.letters)], check=True)


if __name__ == "__main__":
    main()
