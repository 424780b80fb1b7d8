"""The three municipalities' real models."""

import pytest

from services.core.tenancy.model import Model
from tests.rules.cases import model_of


@pytest.fixture
def randers() -> Model:
    return model_of("randers")


@pytest.fixture
def slagelse() -> Model:
    return model_of("slagelse")


@pytest.fixture
def ringsted() -> Model:
    return model_of("ringsted")
