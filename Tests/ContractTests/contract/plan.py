"""The plans that `accord contract-tests` writes, as they are: see the emitter for their form."""

from __future__ import annotations

import json
import pathlib
from dataclasses import dataclass
from typing import Any

from .schema import Schemas

Json = Any


@dataclass(frozen=True, eq=False)
class Case:
    """One case of one contract."""

    plan: Plan
    data: Json

    @property
    def id(self) -> str:
        """Unique among all plans."""
        return f"{self.plan.service}:{self.data['id']}"

    @property
    def subject(self) -> str:
        """The operation that the case is about; where it is about a path, those of the path."""
        if self.data["operation"]:
            return self.data["operation"]
        operations = self.plan.operations.values()
        paths = {item["path"] for item in operations if item["place"] == self.data["place"]}
        ids = [item["id"] for item in operations if item["path"] in paths]
        return " and ".join(ids) or "no operation"

    @property
    def last_step(self) -> Json:
        """The step that the case is about."""
        return self.data["steps"][-1]

    @property
    def expected_statuses(self) -> set[tuple[str, int]]:
        """The operation and each status that the case is there to reach; empty without one.

        A case that may be answered in several ways is there to reach none of them.
        """
        step = self.last_step
        if step["expect"].get("open"):
            return set()
        return {(step["operation"], status) for status in step["expect"]["status"]}


class Plan:
    """What is to be tested of one contract."""

    def __init__(self, data: Json) -> None:
        self.contract: str = data["contract"]
        self.service: str = data["service"]
        self.schemas = Schemas(data["definitions"])
        self.operations: dict[str, Json] = {item["id"]: item for item in data["operations"]}
        self.cases = [Case(self, case) for case in data["cases"]]
        self.unreached: list[Json] = data.get("unreached", [])
        #: Names of what whoever runs the plan must know; see `given`.
        self.variables: list[str] = [item["name"] for item in data.get("variables", [])]

    def documented(self) -> dict[tuple[str, int], str]:
        """Where each response stands in the contract, by operation and status."""
        return {
            (operation["id"], response["status"]): response["place"]
            for operation in self.operations.values()
            for response in operation["responses"]
        }

    def response(self, operation: str, status: int) -> Json | None:
        """The documented response; None if there is none."""
        responses = self.operations[operation]["responses"]
        return next((item for item in responses if item["status"] == status), None)


class NothingToTest(Exception):
    """There is no plan, or one without cases."""


def read_plans(folder: pathlib.Path) -> dict[str, Plan]:
    """The plans in a folder, by service; throws `NothingToTest`."""
    files = sorted(folder.glob("*.contract-tests.json"))
    plans = [Plan(json.loads(file.read_text("utf-8"))) for file in files]
    if not plans:
        raise NothingToTest(f"there is no plan in {folder}")
    for file, plan in zip(files, plans, strict=True):
        if not plan.cases:
            raise NothingToTest(f"{file.name} has no cases")
    return {plan.service: plan for plan in plans}
