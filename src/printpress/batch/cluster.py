"""Workers on other machines, by Dask."""

from concurrent.futures import Executor
from typing import Any, cast


class Cluster:
    """The workers of a Dask scheduler. Raises ``OSError`` where none answers."""

    def __init__(self, address: str) -> None:
        from distributed import Client

        client: Any = Client
        self._client = client(address, timeout="10s")
        self._executor: Executor | None = None

    @property
    def size(self) -> int:
        """Threads of all workers."""
        return max(1, sum(cast("dict[str, int]", self._client.nthreads()).values()))

    def executor(self) -> Executor:
        """Dask's face to ``concurrent.futures``."""
        if self._executor is None:
            self._executor = self._client.get_executor(pure=False, retries=1)
        return self._executor

    def renew(self) -> None:
        """Nothing to do: the scheduler replaces workers by itself."""

    def close(self) -> None:
        """Leave the cluster; its workers go on."""
        self._client.close()
