"""Runs cases: sends the requests of their steps and judges every answer."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from . import message, pointer
from .building import Builder
from .credentials import Unknown
from .exchange import Answer, Request
from .expectation import unmet
from .given import environment_name
from .judge import Judge
from .outages import Impossible, Outages
from .paging import Pages, TooLong
from .plan import Case, Plan
from .system import Target
from .variables import UnknownVariable, Variables
from .wire import Client, NoAnswer

Json = Any


class CaseFailed(Exception):
    """Its text is what people read.

    `cause` is what many cases may share: the step that was to prepare them, and its fault; None
    where the case itself failed.
    """

    def __init__(self, text: str, cause: str | None = None) -> None:
        super().__init__(text)
        self.cause = cause


class CaseSkipped(Exception):
    """The case needs what the runner does not have; its text says what."""


class Runner:
    """Runs cases against one system."""

    def __init__(
        self,
        plans: dict[str, Plan],
        target: Target,
        outages: Outages | None,
        reached: set[tuple[str, str, int]],
        given: dict[str, dict[str, str]] | None = None,
    ) -> None:
        """Adds service, operation and status of every documented answer to `reached`.

        `given` has the values of each plan's variables, by service and name. They are not shown.
        """
        self._given = given or {}
        for values in self._given.values():
            message.hide(values.values())
        self._plans = plans
        self._target = target
        self._outages = outages
        self._judges = {name: Judge(plan) for name, plan in plans.items()}
        self._builders = {
            name: Builder(plan.schemas, target.secrets) for name, plan in plans.items()
        }
        self._clients: dict[str, Client] = {}
        self._reached = reached
        self._causes: set[str] = set()

    def run(self, case: Case) -> None:
        """Throws `CaseFailed` or `CaseSkipped`."""
        variables = Variables(self._given.get(case.plan.service))
        try:
            for step in case.data["steps"]:
                self._run_step(case, step, variables)
        except (Unknown, Impossible, TooLong) as reason:
            raise CaseSkipped(str(reason)) from None

    def close(self) -> None:
        for client in self._clients.values():
            client.close()

    def _run_step(self, case: Case, step: Json, variables: Variables) -> None:
        try:
            requests = self._builders[step["service"]].requests(step, variables)
            expect = variables.fill(step["expect"])
        except UnknownVariable as error:
            if error.name in case.plan.variables:
                key = environment_name(case.plan.service, error.name)
                raise CaseSkipped(
                    f"nothing tells '{error.name}' of {case.plan.service}: set {key}"
                ) from None
            raise CaseFailed(message.headline(case, str(error))) from None
        for request in requests:
            value, answer = self._exchange(case, step, request, expect)
            if "pages" in step:
                pages = Pages(variables.fill(step["pages"]), request)
                self._read_on(case, step, pages, value, expect)
            for kept in step.get("keep", []):
                variables.keep(kept["variable"], self._kept(case, step, kept, request, answer, value))

    def _read_on(self, case: Case, step: Json, pages: Pages, value: Json, expect: Json) -> None:
        """Reads the pages behind the first, and judges all of them."""
        request = pages.next(value)
        while request:
            value, _ = self._exchange(case, step, request, expect)
            request = pages.next(value)
        if problems := pages.problems():
            raise CaseFailed(message.headline(case, _in_flow(case, step, "; ".join(problems))))

    def _exchange(
        self, case: Case, step: Json, request: Request, expect: Json
    ) -> tuple[Json, Answer]:
        """The value and the answer, if the answer is as it should be."""
        try:
            answer = self._client(case, step, request).send(request)
        except NoAnswer as error:
            raise self._failure(case, step, [str(error)], request) from None
        verdict = self._judges[step["service"]].verdict(step["operation"], request.method, answer)
        problems = unmet(expect, answer, verdict.value) + verdict.problems
        if problems:
            raise self._failure(case, step, problems, request, answer)
        if step["operation"]:
            self._reached.add((step["service"], step["operation"], answer.status))
        return verdict.value, answer

    def _failure(
        self,
        case: Case,
        step: Json,
        problems: list[str],
        request: Request,
        answer: Answer | None = None,
    ) -> CaseFailed:
        """A cause that many cases share is shown in full once."""
        problem = "; ".join(problems)
        if step is case.last_step or case.data["kind"] == "flow":
            return CaseFailed(message.failure(case, step, problem, request, answer))
        operation = self._plans[step["service"]].operations[step["operation"]]
        place = operation["place"]
        cause = message.hiding_tokens(f"{step['operation']} ({place}): {problem}")
        if cause in self._causes:
            return CaseFailed(message.headline(case, f"not prepared: {cause}"), cause)
        self._causes.add(cause)
        return CaseFailed(
            message.failure(case, step, f"not prepared: {cause}", request, answer), cause
        )

    def _client(self, case: Case, step: Json, request: Request) -> Client:
        url = self._url(case, step, request)
        return self._clients.setdefault(url, Client(url))

    def _url(self, case: Case, step: Json, request: Request) -> str:
        condition = case.data.get("condition") if step is case.last_step else None
        if condition and not self._outages:
            raise CaseSkipped("outages are made only of services that the runner started itself")
        if condition and self._outages:
            return self._outages.url(step["service"], condition, request)
        if step["service"] not in self._target.urls:
            raise CaseSkipped(f"no --url tells where {step['service']} is")
        return self._target.urls[step["service"]]

    def _kept(
        self, case: Case, step: Json, kept: Json, request: Request, answer: Answer, value: Json
    ) -> Json:
        try:
            if kept["from"] == "body":
                return pointer.resolve(value, kept["pointer"])
        except pointer.NothingThere as error:
            raise CaseFailed(
                message.headline(case, f"cannot keep '{kept['variable']}': {error}")
            ) from None
        if kept["from"] == "header":
            return answer.header(kept["name"]) or ""
        target = target_of(answer, request, self._url(case, step, request))
        if target is None:
            problem = f"Location leads nowhere: {answer.header('Location')!r}"
            raise CaseFailed(message.failure(case, step, problem, request, answer))
        return target


def target_of(answer: Answer, request: Request, base_url: str) -> str | None:
    """The target that `Location` refers to (RFC 9110, 10.2.2), as requests to the service have it.

    None without one, and for one of another origin.
    """
    location = answer.header("Location")
    if not location:
        return None
    base = urlsplit(base_url)
    prefix = base.path.rstrip("/")
    found = urlsplit(urljoin(f"{base.scheme}://{base.netloc}{prefix}{request.target}", location))
    if (found.scheme, found.netloc) != (base.scheme, base.netloc):
        return None
    # A service that does not know of the path in front of it names its own.
    is_behind = prefix and (found.path + "/").startswith(prefix + "/")
    path = found.path[len(prefix) :] if is_behind else found.path
    return path + (f"?{found.query}" if found.query else "")


def _in_flow(case: Case, step: Json, problem: str) -> str:
    number = case.data["steps"].index(step) + 1
    return f"step {number}, {step['operation']}: {problem}"
