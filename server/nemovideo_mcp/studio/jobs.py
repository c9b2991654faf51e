"""Durable jobs: work that is taken up again after any end of the process, on DBOS and its SQLite file."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Final, Protocol, TypeAlias

from nemovideo_mcp.studio.store.presence import Presence, alone, private_file

log = logging.getLogger(__name__)

APPLICATION: Final = "nemovideo-studio"
QUEUE: Final = "render"
SHAPE: Final = "1"  # of the workflow below; jobs of another shape are left alone
POLL_S: Final = 0.2
LOOK_AROUND_S: Final = 2.0
ASK_S: Final = 0.25
STOP_S: Final = 3.0

Halt: TypeAlias = Callable[[], bool]

_one_engine = threading.Lock()  # DBOS is one per process


class Stopped(BaseException):
    """Ends a run without an outcome, so that its job stays to be done; DBOS would keep an Exception as the result."""


class Work(Protocol):
    """What there is to do, by the job's id; it keeps its own record, and may be asked from any thread."""

    def unfinished(self) -> list[str]:
        """Ids somebody waits for."""

    def wanted(self, job: str) -> bool:
        """Whether somebody still waits for it."""

    def make(self, job: str, halt: Halt) -> None:
        """The long part; may come again after an interruption.

        `halt` is to be asked several times a second: it says whether nobody waits any more, and raises Stopped when the
        process ends.
        """

    def finish(self, job: str) -> None:
        """The short part after it; may come again."""

    def fail(self, job: str, error: Exception) -> None:
        """It cannot be done."""


class Jobs:
    """Does the work in the background, one job at a time; the engine runs while there is something to do."""

    def __init__(self, folder: Path, presence: Presence, work: Work) -> None:
        """`folder` is where the engine's file lies; nothing runs yet."""
        self._file, self._presence, self._work = folder / "jobs.db", presence, work
        self._inbox: SimpleQueue[str] = SimpleQueue()
        self._cancelled: set[str] = set()
        self._stopping, self._launched = threading.Event(), threading.Event()
        self._running = threading.Lock()
        self._thread: threading.Thread | None = None
        self._turn = threading.Lock()

    def start(self) -> None:
        """Starts the engine unless it runs, and comes back at once; what dead processes left is taken up."""
        with self._turn:
            if self._thread is None and not self._stopping.is_set():
                self._thread = threading.Thread(target=self._serve, name="nemovideo-jobs", daemon=True)
                self._thread.start()

    def submit(self, job: str) -> None:
        """Has a job done, and comes back at once; the same id again is the same job."""
        self._inbox.put(job)
        self.start()

    def cancel(self, job: str) -> None:
        """Interrupts a job that runs here; its record already says that nobody waits for it."""
        self._cancelled.add(job)

    def stop(self) -> None:
        """Interrupts what runs, for the next start to take up, and ends the engine."""
        with self._turn:
            self._stopping.set()
        self._inbox.put("")
        # A thread that is still importing the engine sees for itself that it is not needed any more.
        if self._thread is not None and self._launched.is_set():
            self._thread.join(2 * STOP_S)

    def _serve(self) -> None:
        """The engine's life, in a thread of its own; another studio of this process may have to end its work first."""
        try:
            while not _one_engine.acquire(timeout=POLL_S):
                if self._stopping.is_set():
                    return
            try:
                self._run_engine()
            finally:
                _one_engine.release()
        except Exception as error:  # a thread has no caller: what was asked of it is told instead
            log.exception("the job engine does not run")
            self._refuse(error)

    def _run_engine(self) -> None:
        from dbos import DBOS, SetWorkflowID

        self._prepare()
        with self._turn:
            if self._stopping.is_set():
                return
            self._launched.set()
        try:
            workflow = self._launch()

            def enqueue(job: str) -> None:
                with SetWorkflowID(job):
                    DBOS.enqueue_workflow(QUEUE, workflow, job)

            self._take_up(enqueue)
            while not self._stopping.is_set() and self._next(enqueue):
                continue
        finally:
            with self._running:
                DBOS.destroy(destroy_registry=True)

    def _next(self, enqueue: Callable[[str], None]) -> bool:
        """Hands over one new job, or looks for what the dead have left; whether to go on."""
        try:
            job = self._inbox.get(timeout=LOOK_AROUND_S)
        except Empty:
            self._take_up(enqueue)
            return bool(self._work.unfinished()) or not self._retire()
        if job:
            enqueue(job)
        return True

    def _retire(self) -> bool:
        """Ends the engine when there is nothing to do: it asks its file five times a second. False: there is a new job."""
        with self._turn:
            if not self._inbox.empty():
                return False
            self._thread = None
            self._launched.clear()
            return True

    def _prepare(self) -> None:
        """The engine's file with its tables and its queue: a queue must be there before the engine looks for queues."""
        from dbos import DBOS, DBOSClient

        # The engine's own logger would otherwise get its level only after it has said a good deal.
        logging.getLogger("dbos").setLevel(logging.WARNING)
        with alone(self._file.with_suffix(".opening")):
            private_file(self._file)
            with closing(sqlite3.connect(self._file)) as file:
                file.execute("PRAGMA journal_mode = WAL")
            DBOS.migrate(self._url)
            client = DBOSClient(system_database_url=self._url, application_name=APPLICATION)
            try:
                client.register_queue(
                    QUEUE, worker_concurrency=1, polling_interval_sec=POLL_S, application_name=APPLICATION
                )
            finally:
                client.destroy()

    def _launch(self) -> Callable[[str], None]:
        from dbos import DBOS

        DBOS(
            config={
                "name": APPLICATION,
                "system_database_url": self._url,
                "executor_id": self._presence.id,
                "application_version": SHAPE,
                "log_level": "WARNING",
                "notification_listener_polling_interval_sec": 0.1,
                "max_executor_threads": 4,
            }
        )

        # The engine marks the functions it is given, which methods do not allow.
        @DBOS.step(name="make")
        def make(job: str) -> None:
            self._attempt(job, lambda: self._work.make(job, self._halt(job)))

        @DBOS.step(name="finish")
        def finish(job: str) -> None:
            self._attempt(job, lambda: self._work.finish(job))

        @DBOS.workflow(name="render")
        def run(job: str) -> None:
            with self._running:
                make(job)
                finish(job)

        DBOS.launch()
        return run

    def _attempt(self, job: str, part: Callable[[], None]) -> None:
        if self._stopping.is_set():
            raise Stopped
        if not self._work.wanted(job):
            return
        try:
            part()
        except Exception as error:  # noqa: BLE001 - whatever went wrong belongs into the job's record
            self._work.fail(job, error)

    def _halt(self, job: str) -> Halt:
        asked = monotonic()

        def halt() -> bool:
            nonlocal asked
            if self._stopping.is_set():
                raise Stopped
            if job in self._cancelled:
                return True
            if monotonic() - asked < ASK_S:
                return False
            asked = monotonic()
            return not self._work.wanted(job)

        return halt

    def _take_up(self, enqueue: Callable[[str], None]) -> None:
        """Brings the record and the engine together after a crash between the two, and takes up dead work."""
        from dbos import DBOS

        for job in self._work.unfinished():
            known = DBOS.get_workflow_status(job)
            if known is None:
                enqueue(job)
            elif known.status not in {"ENQUEUED", "PENDING", "DELAYED"}:
                self._work.fail(job, RuntimeError(f"its job ended ({known.status.lower()}) without a result"))
        self._adopt()

    def _adopt(self) -> None:
        """Queues again what runs nowhere, because the process that ran it is dead."""
        from dbos import DBOS

        with self._presence.alone():
            for job in DBOS.list_workflows(status="PENDING", load_input=False, load_output=False):
                if job.executor_id != self._presence.id and not self._presence.alive(job.executor_id or ""):
                    log.warning("taking up %s, whose process ended", job.workflow_id)
                    DBOS.resume_workflow(job.workflow_id, queue_name=QUEUE)

    def _refuse(self, error: Exception) -> None:
        """Tells who asked, and leaves the next one to try again."""
        with self._turn:
            self._thread = None
            self._launched.clear()
        while not self._inbox.empty():
            if job := self._inbox.get():
                self._work.fail(job, error)

    @property
    def _url(self) -> str:
        return f"sqlite:///{self._file}"
