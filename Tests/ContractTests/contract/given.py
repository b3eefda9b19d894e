"""What whoever runs a plan has to tell: credentials that no operation known to the plan issues."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

# `scripts/contract` has no package but Python's own when it reads this.
if TYPE_CHECKING:
    from .plan import Plan


def environment_name(*words: str) -> str:
    """What the environment calls it: `PETSTORE_TOKEN` for `petstore` and `token`."""
    return re.sub(r"[^A-Z0-9]", "_", "_".join(words).upper())


def variables(plan: Plan, environment: Mapping[str, str]) -> dict[str, str]:
    """The values of the plan's variables, as far as the environment has them."""
    names = {name: environment_name(plan.service, name) for name in plan.variables}
    return {name: environment[key] for name, key in names.items() if environment.get(key)}


def accounts(environment: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """User and password of each scheme that the environment has both for, by its name there."""
    found: dict[str, tuple[str, str]] = {}
    for key, password in environment.items():
        scheme = key.removesuffix("_PASSWORD")
        user = environment.get(f"{scheme}_USERNAME")
        if scheme != key and user and password:
            found[scheme] = (user, password)
    return found
