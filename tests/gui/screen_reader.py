"""What a screen reader does, over the real AT-SPI: it asks a program for its tree by D-Bus, and hears what changes."""

import time
from collections import deque
from collections.abc import Iterator
from typing import Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.tools import PATIENCE_S

_REGISTRY, _ROOT = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
_ACCESSIBLE, _TEXT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Text"
_HEARD = ("object:", "window:", "focus:")
_PAUSE_S = 0.05
_STATES = {"editable": 7, "enabled": 8, "focusable": 11, "focused": 12, "showing": 25, "read_only": 43}
"""The numbers of states in `AtspiStateType`."""


class Node(NamedTuple):
    """An object of a program: the program's name on the bus, and the object's path."""

    bus: str
    path: str


class Event(NamedTuple):
    """Something that was told: by whom, what, and what came with it."""

    node: Node
    kind: str
    detail: str
    value: Any


class ScreenReader:
    """One reader on the accessibility bus of a session."""

    def __init__(self, session: str) -> None:
        """Find the bus of a session by its address, and hear everything from now on."""
        with open_dbus_connection(session) as bus:
            asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            (address,) = bus.send_and_get_reply(asked, timeout=PATIENCE_S).body
        self._bus: DBusConnection = open_dbus_connection(address)
        self._signals: deque[Any] = deque()
        rule = MatchRule(type="signal")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE_S)
        registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        for kind in _HEARD:
            self._call(registry, "RegisterEvent", "s", (kind,))

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def program(self, name: str) -> Node:
        """The program of that name, as soon as it is on the bus."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            for found in self.children(Node(_REGISTRY, _ROOT)):
                if self.name(found) == name:
                    return found
            time.sleep(_PAUSE_S)
        raise TimeoutError(name)

    def children(self, node: Node) -> list[Node]:
        """What is in an object."""
        (found,) = self._call(_address(node, _ACCESSIBLE), "GetChildren")
        return [Node(*child) for child in found]

    def name(self, node: Node) -> str:
        """What an object is called."""
        return str(self._property(node, _ACCESSIBLE, "Name"))

    def description(self, node: Node) -> str:
        """What more is said of it."""
        return str(self._property(node, _ACCESSIBLE, "Description"))

    def role(self, node: Node) -> str:
        """What it is, in a word."""
        return str(self._call(_address(node, _ACCESSIBLE), "GetRoleName")[0])

    def states(self, node: Node) -> set[str]:
        """The states it is in, of those that are known here."""
        ((low, high),) = self._call(_address(node, _ACCESSIBLE), "GetState")
        return {name for name, bit in _STATES.items() if (low, high)[bit // 32] >> bit % 32 & 1}

    def text(self, node: Node) -> str:
        """The words in a field or a text."""
        return str(self._call(_address(node, _TEXT), "GetText", "ii", (0, -1))[0])

    def seen(self, node: Node) -> Iterator[tuple[Node, set[str]]]:
        """Everything in an object that is in sight, in reading order, with its states."""
        for child in self.children(node):
            states = self.states(child)
            if "showing" in states:
                yield child, states
                yield from self.seen(child)

    def events(self, quiet_s: float = 0.3) -> list[Event]:
        """What was told since the last time, until nothing is for a while."""
        found = list(self._signals)
        self._signals.clear()
        while True:
            try:
                message = self._bus.receive(timeout=quiet_s)
            except TimeoutError:
                return [event for event in map(_event, found) if event is not None]
            found.append(message)

    def _property(self, node: Node, interface: str, name: str) -> Any:
        reply = self._reply(Properties(_address(node, interface)).get(name))
        return reply[0][1]

    def _call(self, address: DBusAddress, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
        return self._reply(new_method_call(address, method, signature or None, body))

    def _reply(self, asked: Any) -> Any:
        """The answer to a call; signals that come before it are kept."""
        serial = next(self._bus.outgoing_serial)
        self._bus.send(asked, serial=serial)
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            message = self._bus.receive(timeout=PATIENCE_S)
            if message.header.fields.get(HeaderFields.reply_serial) == serial:
                if message.header.message_type is MessageType.error:
                    raise LookupError(message.body)
                return message.body
            self._signals.append(message)
        raise TimeoutError(asked)


def _address(node: Node, interface: str) -> DBusAddress:
    return DBusAddress(node.path, node.bus, interface)


def _event(message: Any) -> Event | None:
    fields = message.header.fields
    if message.header.message_type is not MessageType.signal or not str(
        fields.get(HeaderFields.interface, "")
    ).startswith("org.a11y.atspi.Event."):
        return None
    node = Node(fields[HeaderFields.sender], fields[HeaderFields.path])
    detail, _, _, value, *_ = message.body
    return Event(node, fields[HeaderFields.member], detail, value[1])
