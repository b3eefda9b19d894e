"""Values kept from answers, and the places where later steps take them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from typing import Any

_WHOLE = re.compile(r"\{\{([^{}]+)\}\}")


class UnknownVariable(Exception):
    """A step asks for what no earlier one kept."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no earlier step kept '{name}'")
        self.name = name


class Variables:
    """The variables of one case."""

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        # An identifier that nothing has yet, however often a run is repeated: no seed decides it.
        self._values: dict[str, Any] = {"$guid": str(uuid.uuid4()), **(given or {})}

    def keep(self, name: str, value: Any) -> None:
        """Remembers the value, with its type."""
        self._values[name] = value

    def fill(self, value: Any) -> Any:
        """The value with every variable in it replaced, in strings however deep and in keys."""
        if isinstance(value, str):
            return self._fill_text(value)
        if isinstance(value, list):
            return [self.fill(item) for item in value]
        if isinstance(value, dict):
            return {self.text(key): self.fill(item) for key, item in value.items()}
        return value

    def text(self, text: str) -> str:
        """The text with every variable in it replaced by its value's text."""
        return _WHOLE.sub(lambda match: _text(self._value(match[1])), text)

    def _fill_text(self, text: str) -> Any:
        whole = _WHOLE.fullmatch(text)
        return self._value(whole[1]) if whole else self.text(text)

    def _value(self, name: str) -> Any:
        if name not in self._values:
            raise UnknownVariable(name)
        return self._values[name]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
