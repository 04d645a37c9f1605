"""Files that are painted share the one application with the tests of the window."""

import pytest

from tests.tools import application


@pytest.fixture(autouse=True, scope="session")
def _application() -> object:
    return application()
