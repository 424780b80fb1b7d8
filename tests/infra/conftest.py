"""When the slow tests of the image run: in CI, or when someone asks for them by their marker."""

import os
from collections.abc import Iterator

import pytest

from tests.infra.container import build, run, why_not


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what is marked ``slow_infra`` on an ordinary run, and say how to run it."""
    if os.environ.get("CI") == "true" or "slow_infra" in config.option.markexpr:
        return
    skip = pytest.mark.skip(reason="builds an image for a minute or two: CI=true or -m slow_infra runs it")
    for item in items:
        if item.get_closest_marker("slow_infra"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def image(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The image of the working tree, built once a run; skips in plain words where it cannot be."""
    if reason := why_not():
        pytest.skip(reason)
    name = f"localhost/rundbord-test-{os.getpid()}"
    build(name, tmp_path_factory.mktemp("image"))
    yield name
    run("podman", "rmi", "--force", name)
