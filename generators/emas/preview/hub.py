"""Pages that listen, and what they are told."""

from queue import SimpleQueue
from threading import Lock


class Hub:
    """Gives each listener a queue: a number comes each time something changed, None in the end."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._queues: set[SimpleQueue[int | None]] = set()
        self._count = 0

    def listen(self) -> SimpleQueue[int | None]:
        """Return a new queue, which holds the present number."""
        queue: SimpleQueue[int | None] = SimpleQueue()
        with self._lock:
            queue.put(self._count)
            self._queues.add(queue)
        return queue

    def leave(self, queue: "SimpleQueue[int | None]") -> None:
        """Forget a queue."""
        with self._lock:
            self._queues.discard(queue)

    def tell(self) -> None:
        """Say that something changed."""
        with self._lock:
            self._count += 1
            for queue in self._queues:
                queue.put(self._count)

    def close(self) -> None:
        """Say that nothing more will come."""
        with self._lock:
            for queue in self._queues:
                queue.put(None)
