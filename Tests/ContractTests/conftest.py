"""Options of contract tests, the system they run against, and the order they run in."""

from __future__ import annotations

import contextlib
import os
import pathlib
import random
from collections.abc import Iterator

import pytest
from contract import given
from contract.outages import Outages
from contract.plan import NothingToTest, Plan, read_plans
from contract.process import DidNotStart
from contract.reporting import Reporting
from contract.running import Runner
from contract.signals import ending_once
from contract.system import Elsewhere, Local, running

PLANS = pytest.StashKey[dict[str, Plan]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("contract tests")
    group.addoption("--plans", type=pathlib.Path, help="the folder of the plans")
    group.addoption("--services", type=pathlib.Path, help="the executable to start")
    group.addoption("--seed", type=int, default=0, help="decides the order of the cases")
    group.addoption("--url", action="append", default=[], help="NAME=URL of a running service")


def pytest_configure(config: pytest.Config) -> None:
    ending_once()
    folder = config.getoption("--plans")
    if folder:
        try:
            plans = read_plans(folder)
        except NothingToTest as error:
            raise pytest.UsageError(str(error)) from None
        config.pluginmanager.register(Reporting(plans, config.getoption("--seed")), "reporting")
        config.stash[PLANS] = plans


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Shuffles the cases; what looks at all of them comes behind."""
    random.Random(config.getoption("--seed")).shuffle(items)
    items.sort(key=lambda item: "reached" in item.name)


@pytest.fixture(scope="session")
def reporting(request: pytest.FixtureRequest) -> Reporting:
    plugin = request.config.pluginmanager.getplugin("reporting")
    assert isinstance(plugin, Reporting)
    return plugin


@pytest.fixture(scope="session")
def runner(
    request: pytest.FixtureRequest, reporting: Reporting, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Runner]:
    """Runs cases against what `--url` names or, without it, against services of its own."""
    plans, config = request.config.stash[PLANS], request.config
    if urls := config.getoption("--url"):
        elsewhere = Elsewhere(dict(url.split("=", 1) for url in urls))
        told = {name: given.variables(plan, os.environ) for name, plan in plans.items()}
        yield Runner(plans, elsewhere, None, reporting.reached, told)
        return
    complaints: list[str] = []
    folder = tmp_path_factory.mktemp("services")
    with contextlib.ExitStack() as stack:
        system = _started(config.getoption("--services"), folder, complaints, stack)
        outages = Outages(system)
        yield Runner(plans, system, outages, reporting.reached)
        outages.stop()
    if complaints:
        pytest.fail(f"services did not end well, see {folder}: {complaints}", pytrace=False)


def _started(
    executable: pathlib.Path, folder: pathlib.Path, complaints: list[str], stack: contextlib.ExitStack
) -> Local:
    """The services; without them no case can be run."""
    try:
        return stack.enter_context(running(executable, folder, complaints.append))
    except (DidNotStart, OSError) as error:
        pytest.exit(f"the services did not start: {error}", returncode=3)
