"""What the showcase takes in: new units, further products, corrections."""

from showcase.intake.kinds import (
    KINDS,
    CorrectionIntake,
    ProductIntake,
    ShowcaseIntake,
    StartupIntake,
)
from submissions import intake

__all__ = [
    "CorrectionIntake",
    "ProductIntake",
    "ShowcaseIntake",
    "StartupIntake",
    "register_intakes",
]


def register_intakes() -> None:
    """Called once when the app is ready."""
    for kind in KINDS:
        intake.register(kind)
