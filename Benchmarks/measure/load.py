"""Requests, server processes, and what a server spends under load."""

import contextlib
import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.error
import urllib.request

WRK_SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "wrk/request.lua"
TICK_MICROSECONDS = 1_000_000 / os.sysconf("SC_CLK_TCK")
START_SECONDS_MAX = 20
STOP_SECONDS_MAX = 10


class Failure(Exception):
    """The run cannot give figures that mean something."""


class Request:
    """One HTTP request, and how to tell that its answer is the right one."""

    def __init__(self, method, path, status, holds, body=None, token=None):
        self.method, self.path, self.status, self.holds = method, path, status, holds
        self.body = None if body is None else json.dumps(body)
        self.token = token

    def send(self, base):
        """The answer's JSON. Fails unless status, media type and content are as expected."""
        headers = {"Content-Type": "application/json"} if self.body else {}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        data = self.body.encode() if self.body else None
        request = urllib.request.Request(
            base + self.path, data=data, method=self.method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                media_type, text = answer.headers["Content-Type"] or "", answer.read()
                status = answer.status
        except urllib.error.HTTPError as error:
            raise Failure(f"{self.method} {self.path}: {error.code} {error.read()[:300]}")
        if status != self.status or not media_type.startswith("application/json"):
            raise Failure(f"{self.method} {self.path}: {status} {media_type}")
        if self.holds not in text.decode():
            raise Failure(f"{self.method} {self.path}: no {self.holds} in {text[:300]}")
        return json.loads(text)


class Server:
    """A server process, started on entry and ended by its process id on exit."""

    def __init__(self, name, command, port, folder):
        self.name, self.command, self.base = name, command, f"http://127.0.0.1:{port}"
        self.log_path = pathlib.Path(folder) / f"{name}-{port}.log"

    def __enter__(self):
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        try:
            self.wait_until_it_answers()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            print(f"warning: {self.name} had to be killed", file=sys.stderr)
            self.process.kill()
            self.process.wait()

    def wait_until_it_answers(self):
        deadline = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(self.base + "/health", timeout=2).close()
                return
            time.sleep(0.05)
        log = self.log_path.read_text(errors="replace")[-2000:]
        raise Failure(f"{' '.join(self.command)} does not answer; it wrote:\n{log}")

    def cpu_microseconds(self):
        """User and system time of all threads, ended ones included (proc(5), fields 14 and 15)."""
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text()
        fields = stat.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * TICK_MICROSECONDS

    def log_bytes(self):
        return self.log_path.stat().st_size


class Contestant:
    """What is loaded in one row or more: the first server takes the requests."""

    def __init__(self, servers, rows, prepare):
        self.servers = servers
        self.rows = {name: servers[:count] for name, count in rows.items()}
        self.request = prepare(servers[0].base)
        self.samples = {name: [] for name in rows}
        self.rates, self.log_bytes, self.requests = [], 0, 0

    def load(self, seconds, counted):
        self.request.send(self.servers[0].base)
        cpu = {server: server.cpu_microseconds() for server in self.servers}
        logged = sum(server.log_bytes() for server in self.servers)
        result = run_wrk(self.servers[0].base, self.request, seconds)
        spent = {server: server.cpu_microseconds() - cpu[server] for server in self.servers}
        self.request.send(self.servers[0].base)
        if not counted:
            return
        for name, servers in self.rows.items():
            used = sum(spent[server] for server in servers)
            self.samples[name].append(used / result["requests"])
        self.rates.append(result["requests"] * 1e6 / result["microseconds"])
        self.log_bytes += sum(server.log_bytes() for server in self.servers) - logged
        self.requests += result["requests"]


def run_wrk(base, request, seconds):
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s", "-s", str(WRK_SCRIPT)]
    if request.token:
        command += ["-H", f"Authorization: Bearer {request.token}"]
    command += [base + request.path, "--", request.method]
    command += [request.body] if request.body else []
    run = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 30)
    if run.returncode != 0:
        raise Failure(f"wrk ended with {run.returncode}: {run.stderr}")
    result = json.loads(run.stdout.strip().splitlines()[-1])
    faults = [name for name in ("refused", "socket_errors", "timeouts") if result[name]]
    # wrk's own words, for answers that its Lua summary does not count.
    if faults or "Non-2xx" in run.stdout or result["requests"] == 0:
        raise Failure(f"{request.method} {base}{request.path}: {run.stdout}")
    return result
