"""A real Chromium on a screen of its own, told what to do through chromedriver's own protocol (WebDriver)."""

import base64
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.tools import PATIENCE_S, need

ROOT = Path(__file__).parents[2]
_CONTROL = "\ue009"
_COPIES = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from export.content import blocks
from gui.paper.tools import copy
from model.drafts import draft

application = QGuiApplication(["copy", "-platform", "xcb"])
print(copy("全文", blocks(draft.load(Path(sys.argv[1])).report)), flush=True)
application.exec()
"""


class Chromium:
    """One tab."""

    def __init__(self, session: str) -> None:
        """Speak to a session that chromedriver began."""
        self._session = session

    def open(self, page: Path) -> None:
        """Load a page of this machine."""
        self._ask("url", url=page.as_uri())

    def run(self, script: str) -> Any:
        """What a piece of JavaScript returns."""
        return self._ask("execute/sync", script=script, args=[])

    def wait_for(self, condition: str) -> None:
        """Wait until an expression of JavaScript is true."""
        end = time.monotonic() + PATIENCE_S
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < end, f"never true: {condition}"
            time.sleep(0.05)

    def paste(self) -> None:
        """Press Ctrl+V, as hands do."""
        keys = [("keyDown", _CONTROL), ("keyDown", "v"), ("keyUp", "v"), ("keyUp", _CONTROL)]
        actions = [{"type": kind, "value": key} for kind, key in keys]
        self._ask("actions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def picture(self) -> bytes:
        """What the tab shows, as PNG."""
        with urllib.request.urlopen(f"{self._session}/screenshot", timeout=PATIENCE_S) as answer:
            return base64.b64decode(json.load(answer)["value"])

    def printed(self) -> bytes:
        """The page as it is printed, on the paper that its style asks for, as PDF."""
        said = self._ask("goog/cdp/execute", cmd="Page.printToPDF", params={"preferCSSPageSize": True})
        return base64.b64decode(said["data"])

    def narrow(self, width: int) -> None:
        """Show the page as wide as a telephone, in pixels of its style."""
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": True}
        self._ask("goog/cdp/execute", cmd="Emulation.setDeviceMetricsOverride", params=size)

    def _ask(self, command: str, **said: Any) -> Any:
        return post(f"{self._session}/{command}", said)


def post(address: str, said: Any) -> Any:
    """Ask chromedriver for something, and give its answer."""
    headers = {"Content-Type": "application/json"}
    asked = urllib.request.Request(address, json.dumps(said).encode(), headers)
    with urllib.request.urlopen(asked, timeout=PATIENCE_S) as answer:
        return json.load(answer)["value"]


@contextmanager
def chromium(profile: Path) -> Iterator[tuple[Chromium, dict[str, str]]]:
    """A Chromium, and the environment of programs that share its screen and so its clipboard."""
    browser, driver = need("chromium"), need("chromedriver")
    with ExitStack() as kept:
        shared = {**os.environ, "DISPLAY": f":{kept.enter_context(_screen())}"}
        started = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, env=shared, text=True)
        kept.callback(_end, started)
        assert started.stdout is not None
        port = next(found[1] for line in started.stdout if (found := re.search(r"successfully on port (\d+)", line)))
        arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--lang=zh-CN"]
        options = {"binary": browser, "args": [*arguments, "--window-size=1200,1100", f"--user-data-dir={profile}"]}
        sessions = f"http://127.0.0.1:{port}/session"
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
        session = f"{sessions}/{post(sessions, wanted)['sessionId']}"
        ending = urllib.request.Request(session, method="DELETE")
        kept.callback(lambda: urllib.request.urlopen(ending, timeout=PATIENCE_S).close())
        yield Chromium(session), shared


@contextmanager
def copied(draft: Path, shared: dict[str, str]) -> Iterator[str]:
    """The report of a draft on the real clipboard, put there by the program; gives what it says of that."""
    started = subprocess.Popen([sys.executable, "-c", _COPIES, draft], stdout=subprocess.PIPE, env=shared, cwd=ROOT)
    try:
        assert started.stdout is not None
        yield started.stdout.readline().decode().strip()
    finally:
        _end(started)


@contextmanager
def _screen() -> Iterator[str]:
    reader, writer = os.pipe()
    call = [need("Xvfb"), "-displayfd", str(writer), "-screen", "0", "1200x1100x24", "-nolisten", "tcp", "-noreset"]
    started = subprocess.Popen(call, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as said:
            yield said.readline().strip()
    finally:
        _end(started)


def _end(started: "subprocess.Popen[Any]") -> None:
    started.terminate()
    started.wait(PATIENCE_S)
    if started.stdout is not None:
        started.stdout.close()
