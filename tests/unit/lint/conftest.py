"""The desk at which the tests of the lints work."""

import pytest
from tests.desk import Desk, open_desk


@pytest.fixture(scope="session")
def desk(tmp_path_factory) -> Desk:
    return open_desk(tmp_path_factory.mktemp("desk"))
