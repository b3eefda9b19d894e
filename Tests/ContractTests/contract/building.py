"""Requests from the steps of a plan."""

from __future__ import annotations

import base64
import json
from typing import Any

from .credentials import Secrets, authorization
from .exchange import Request
from .json_to_xml import Writer
from .schema import Schemas
from .variables import Variables
from .xml_shape import Shapes

Json = Any


class Builder:
    """Builds the requests of one plan's steps."""

    def __init__(self, schemas: Schemas, secrets: Secrets) -> None:
        self._writer = Writer(Shapes(schemas))
        self._secrets = secrets

    def requests(self, step: Json, variables: Variables) -> list[Request]:
        """One request; two where the body is to be too large."""
        target = variables.text(step["path"])
        if step["query"]:
            pairs = [f"{name}={variables.text(value)}" for name, value in step["query"]]
            target += "?" + "&".join(pairs)
        headers = self._headers(step, variables)
        body = step["body"]
        if body and body["form"] == "oversize":
            ways = ("declared", "chunked")
            return [Request(step["method"], target, headers, oversize=way) for way in ways]
        data = self._body(body, variables) if body else None
        return [Request(step["method"], target, headers, data)]

    def _headers(self, step: Json, variables: Variables) -> list[tuple[str, str]]:
        headers = [(name, variables.text(value)) for name, value in step["headers"]]
        if step["credential"]:
            credential = variables.fill(step["credential"])
            headers.append(("Authorization", authorization(credential, self._secrets)))
        if step["body"] and step["body"]["mediaType"] is not None:
            headers.append(("Content-Type", step["body"]["mediaType"]))
        return headers

    def _body(self, body: Json, variables: Variables) -> bytes:
        form = body["form"]
        if form == "text":
            return variables.text(body["text"]).encode("utf-8")
        if form == "base64":
            return base64.b64decode(body["text"])
        value = variables.fill(body["value"])
        if form == "xml":
            return self._writer.document(value, body["root"], body["schema"])
        return json.dumps(value, ensure_ascii=False).encode("utf-8")
