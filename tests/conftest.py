"""How the tests run: their own typefaces; property tests short by default, long with HYPOTHESIS_PROFILE=thorough."""

import os
from pathlib import Path

from hypothesis import HealthCheck, settings

os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parent / "data" / "fonts.conf")
"""Set before anything draws, and handed on to every program that is started."""

_SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("default", max_examples=50, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile("thorough", max_examples=500, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
