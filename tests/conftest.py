"""How the tests run: their own typefaces; property tests short by default, long with HYPOTHESIS_PROFILE=thorough."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.tools import application

os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parent / "data" / "fonts.conf")
"""Set before anything draws, and handed on to every program that is started."""

_SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("default", max_examples=50, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile("thorough", max_examples=500, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True, scope="session")
def _application() -> object:
    """One for widgets, whatever paints first: Qt allows one in a process, and a painter alone makes a lesser one."""
    return application()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the modules that prepare much for all their tests: a worker without work takes from the end."""
    items.sort(key=lambda item: item.get_closest_marker("prepared") is None)
