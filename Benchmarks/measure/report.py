"""The figures as a Markdown table, with what is needed to read them."""

import os
import platform
import statistics

HEADER = """\
| request | server | CPU µs, median | min–max | of by hand | requests/s | log bytes |
|---|---|---|---|---|---|---|"""

NOTES = """\
CPU µs: user and system time of the server's process for one request. Requests/s: for orientation
only, wrk has a share of the same cores. Log bytes: what the servers logged for one request.

- By hand is `Benchmarks`: Hummingbird's router and Codable, JSON only.
- Accord's User server keeps nothing itself: for each request it asks a Datastore server (in
  memory) through the generated client, which the hand-written User server, with its store in its
  own process, does not. Like stands beside like in the Datastore rows.
- Both check the login context's signature, expiry and revocation, each in its own store, and the
  contract's rules for bodies and parameters. Accord answers all violations at once, refuses
  unknown members and speaks XML too; by hand does not.
- SQLite: WAL, synchronous=FULL. By hand reads with `pool.read` and gives each write its own
  transaction, as GRDB's guide has it."""


def table_rows(scenario, contestants):
    """One line for each figure; the last contestant is what the others are compared with."""
    by_hand = statistics.median(next(iter(contestants[-1].samples.values())))
    for contestant in contestants:
        rate = statistics.median(contestant.rates)
        logged = contestant.log_bytes / contestant.requests
        for name, samples in contestant.samples.items():
            median = statistics.median(samples)
            yield (f"| {scenario} | {name} | {median:.1f} | {min(samples):.1f}–{max(samples):.1f} "
                   f"| {median / by_hand:.2f} | {rate:,.0f} | {logged:.0f} |")


def report(rows, options):
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
                if line.startswith("model name")), platform.machine())
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    conditions = (f"`wrk -t1 -c32`, {options.rounds} interleaved rounds of {options.seconds} s; "
                  f"{os.cpu_count()} cores, {cpu}; load average at the end {load}.")
    return "\n".join([HEADER, *rows, "", conditions, "", NOTES, ""])
