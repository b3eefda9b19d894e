"""Faults to plant in the services and in what generates their code: contract tests must see each.

`scripts/seed-faults` plants them one by one, builds, and runs the contract tests.
"""

from __future__ import annotations

import contextlib
import dataclasses
import pathlib
import re
from collections.abc import Iterator

EMITTERS = "Sources/Generator/Emitters"
RUNTIME = "Sources/Runtime"


@dataclasses.dataclass(frozen=True)
class Fault:
    """One place of one file that says something else."""

    name: str
    #: What one of the failures must name.
    operation: str
    rule: str
    path: str
    #: Stands in the file exactly once.
    old: str
    new: str

    def is_named_by(self, headline: str) -> bool:
        """Whether a failure says operation, rule and a place: `getUser: required: spec/…:12:5: …`."""
        names = f"{re.escape(self.operation)}: {re.escape(self.rule)}"
        return bool(re.match(rf"{names}: spec/\w+\.yaml:\d+:\d+: ", headline))

    def is_plantable(self, root: pathlib.Path) -> bool:
        return (root / self.path).read_text(encoding="utf-8").count(self.old) == 1

    @contextlib.contextmanager
    def planted(self, root: pathlib.Path) -> Iterator[None]:
        """The file is as it was when the context ends, whatever happens within."""
        file = root / self.path
        text = file.read_text(encoding="utf-8")
        try:
            file.write_text(text.replace(self.old, self.new), encoding="utf-8")
            yield
        finally:
            file.write_text(text, encoding="utf-8")


FAULTS = [
    Fault(
        "wrong status",
        "createUser",
        "responses",
        f"{EMITTERS}/Operations/BodyCode.swift",
        r"""let head: [Code] = ["\(literal: status)"]
""",
        r"""let head: [Code] = ["\(literal: status == 201 ? 200 : status)"]
""",
    ),
    Fault(
        "missing field",
        "createUser",
        "responses",
        f"{EMITTERS}/JSON/JSONCodecEmitter.swift",
        r"\(structure.fields.map { write($0, names) })",
        r'\(structure.fields.filter { $0.wireName != "uid" }.map { write($0, names) })',
    ),
    Fault(
        "ignored constraint",
        "createUser",
        "maxLength",
        f"{RUNTIME}/Validation/StringRules.swift",
        "guard scalars >= minLength, scalars <= maxLength ?? Int.max else",
        "guard scalars >= minLength else",
    ),
    Fault(
        "unchecked token",
        "getUser",
        "security",
        "Sources/Handlers/Tokens/TokenIssuer.swift",
        "guard HMACSHA256.constantTimeEqual(tag, claimed) else { throw .badSignature }",
        "_ = HMACSHA256.constantTimeEqual(tag, claimed)",
    ),
    Fault(
        "missing Allow",
        "login",
        "paths",
        f"{RUNTIME}/Service/Refusal.swift",
        "headerFields: [.allow: allowed])",
        "headerFields: [:])",
    ),
    Fault(
        "wrong content type",
        "createUser",
        "responses",
        f"{RUNTIME}/Service/ServerResponse+Content.swift",
        '_ value: some JSONEncodable, _ mediaType: String = "application/json"',
        '_ value: some JSONEncodable, _ mediaType: String = "text/json"',
    ),
    Fault(
        "500 on bad input",
        "createUser",
        "required",
        f"{RUNTIME}/Service/Refusal.swift",
        '400, "Bad Request", detail: "The request breaks the contract."',
        '500, "Internal Server Error", detail: "The request breaks the contract."',
    ),
    Fault(
        "stale read after delete",
        "writeObject",
        "links",
        "Sources/Handlers/Store/SQLite/TableStatements.swift",
        r'delete = "DELETE FROM \(name) WHERE',
        r'delete = "UPDATE \(name) SET \(key) = \(key) WHERE',
    ),
    Fault(
        "extra field",
        "createUser",
        "responses",
        f"{EMITTERS}/JSON/JSONCodecEmitter.swift",
        r"\(structure.fields.map { write($0, names) })",
        r"""\(structure.fields.map { write($0, names) })
      \(structure.fields.contains { $0.wireName == "uid" }
        ? "\(names.json).write(\(literal: "internal"), 1)" : "")""",
    ),
    Fault(
        "broken XML",
        "getUser",
        "responses",
        "Sources/XML/JSONToXML.swift",
        r'append("</\(name)>")',
        r'append("</\(name)")',
    ),
    Fault(
        "refused alternative",
        "updateObject",
        "maxLength",
        "Sources/Handlers/Datastore/DatastoreHandlers.swift",
        "guard changes.type == input.objtype else {",
        "guard changes.type == input.objtype, changes.type != .music else {",
    ),
    Fault(
        "page that repeats",
        "listObjects",
        "links",
        "Sources/Handlers/Store/SQLite/TableStatements.swift",
        r'list = "\(select) WHERE \(key) > ?1',
        r'list = "\(select) WHERE \(key) >= ?1',
    ),
    Fault(
        "Location that leads nowhere",
        "createUser",
        "headers",
        "Sources/Handlers/User/UserHandlers.swift",
        r'location: "/api/v1/user/\(id)"',
        r'location: "/nowhere/\(id)"',
    ),
    Fault(
        "wrong challenge",
        "getUser",
        "security",
        f"{RUNTIME}/Service/CredentialScheme.swift",
        r'"Bearer realm=\"\(realm)\"',
        r'"Token realm=\"\(realm)\"',
    ),
]
