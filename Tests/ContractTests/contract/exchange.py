"""What goes over the wire and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Request:
    """A request as it is sent: nothing is added but `Host` and the body's framing."""

    method: str
    target: str
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes | None = None
    #: None, or how a body without end is announced: "declared" or "chunked".
    oversize: str | None = None


@dataclass(frozen=True)
class Answer:
    """A response, its header fields in the order in which they came."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        """The field's value; several of one name are one list (RFC 9110, section 5.3)."""
        values = [value for field, value in self.headers if field.lower() == name.lower()]
        return ", ".join(values) if values else None

    @property
    def media_type(self) -> str | None:
        """The media type in lower case, without parameters."""
        value = self.header("Content-Type")
        return None if value is None else value.split(";")[0].strip().lower()
