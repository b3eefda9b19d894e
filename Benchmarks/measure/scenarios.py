"""What is asked, and who answers."""

import socket

from measure.load import Contestant, Request, Server

SHERLOCK = {"Email": "sholmes@bakers.org", "Fname": "Sherlock", "Lname": "Holmes"}
STORED_SHERLOCK = {name.lower(): value for name, value in SHERLOCK.items()}


def get_user(base):
    return user_request(base, lambda path, token: Request(
        "GET", path, 200, SHERLOCK["Email"], token=token))


def put_user(base):
    return user_request(base, lambda path, token: Request(
        "PUT", path, 200, '"ok"', body=SHERLOCK, token=token))


def user_request(base, make):
    created = Request("POST", "/api/v1/user", 201, "user_id", body=SHERLOCK).send(base)
    user_id = created["user_id"]
    context = Request("PUT", "/api/v1/user/login", 200, "UserContext", body={"uid": user_id})
    return make(f"/api/v1/user/{user_id}", context.send(base)["UserContext"])


def write_object(_):
    body = {"objtype": "user", **STORED_SHERLOCK}
    return Request("POST", "/api/v1/datastore/write", 201, "user_id", body=body)


def read_object(base):
    key = write_object(base).send(base)["user_id"]
    path = f"/api/v1/datastore/read?objtype=user&objkey={key}"
    return Request("GET", path, 200, STORED_SHERLOCK["email"])


class Launcher:
    """Starts the servers of one scenario, to be ended together."""

    def __init__(self, options, folder, stack):
        self.options, self.folder, self.stack = options, folder, stack

    def start(self, name, program, service, port_option, *rest):
        port = free_port()
        command = [program, service, port_option, str(port), *rest]
        return self.stack.enter_context(Server(name, command, port, self.folder))

    def store(self, name, kind):
        return "memory" if kind == "memory" else f"sqlite:{self.folder}/{name}.sqlite"

    def datastore(self, kind):
        return self.start(
            "datastore", self.options.services, "datastore", "--datastore-port",
            "--store", self.store("ours", kind))

    def user_contestants(self, prepare):
        if self.options.services:
            datastore = self.datastore("memory")
            user = self.start(
                "user", self.options.services, "user", "--user-port",
                "--datastore-url", datastore.base)
            rows = {"Accord: User process alone": 1, "Accord: User and Datastore together": 2}
            yield Contestant([user, datastore], rows, prepare)
        peer = self.start("peer-user", self.options.peer, "user", "--port")
        yield Contestant([peer], {"by hand, store in process": 1}, prepare)

    def datastore_contestants(self, prepare, kind):
        if self.options.services:
            yield Contestant([self.datastore(kind)], {"Accord": 1}, prepare)
        peer = self.start(
            "peer-datastore", self.options.peer, "datastore", "--port",
            "--store", self.store("peer", kind))
        yield Contestant([peer], {"by hand": 1}, prepare)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def user(prepare):
    return lambda launcher: launcher.user_contestants(prepare)


def datastore(prepare, kind):
    return lambda launcher: launcher.datastore_contestants(prepare, kind)


# By name: a function from a launcher to the contestants, the peer last.
SCENARIOS = {
    "User GET": user(get_user),
    "User PUT": user(put_user),
    "Datastore read, memory": datastore(read_object, "memory"),
    "Datastore read, SQLite": datastore(read_object, "sqlite"),
    "Datastore write, SQLite": datastore(write_object, "sqlite"),
}
