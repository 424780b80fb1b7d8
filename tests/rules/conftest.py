"""The three municipalities' real models."""

import pytest
from hypothesis import settings

from services.core.tenancy.model import Model
from tests.rules.cases import model_of

# How long one example takes says more of the machine's other work than of the rule.
settings.register_profile("rules", deadline=None)
settings.load_profile("rules")


@pytest.fixture
def randers() -> Model:
    return model_of("randers")


@pytest.fixture
def slagelse() -> Model:
    return model_of("slagelse")


@pytest.fixture
def ringsted() -> Model:
    return model_of("ringsted")
