"""My connected account, somebody to answer, and a sender whose clock the test moves."""

from dataclasses import dataclass, field
from pathlib import Path

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Capability, Mode, Stream
from hobnob.domain.outbox import EVERYDAY, Pace
from hobnob.operations.approve import approve
from hobnob.operations.draft import Draft, keep_draft
from hobnob.operations.local_user import local_user
from hobnob.operations.outbox.claim import Claims
from hobnob.operations.outbox.seal import Seal
from hobnob.operations.outbox.send import Sender
from hobnob.operations.record import record
from hobnob.storage import models
from tests.operations.outbox.fake_writer import FakeWriter
from tests.people import ANA, ME, NOW_US, begin, happened

ALL_BY_API = {str(each): str(Mode.API) for each in Capability}


@dataclass
class Stage:
    """One data folder, one network, one or more workers."""

    home: Path
    now_us: int = NOW_US
    network: FakeWriter = field(default_factory=FakeWriter)
    forms: int = 0

    def __post_init__(self) -> None:
        begin()
        record([happened(Kind.MENTION, ANA, text="Do tigers purr?")], now_us=NOW_US)
        self.me = models.Account.objects.get(is_me=True, native_id=ME.native_id)
        self.ana = models.Account.objects.get(native_id=ANA.native_id)
        self.post = models.Post.objects.get()
        self.connection = models.Connection.objects.create(
            network=ME.network,
            server="tusk.example",
            account=self.me,
            modes=ALL_BY_API,
            connected_us=NOW_US,
        )

    def clock(self) -> int:
        return self.now_us

    def sender(self, worker: str = "a", *, grace_us: int = 0, pace: Pace = EVERYDAY) -> Sender:
        return Sender(
            clock=self.clock,
            open_writer=self.network.open,
            claims=Claims(worker=worker, pace=pace, seal=Seal(self.home)),
            grace_us=grace_us,
        )

    def draft(self, kind: ActionKind, text: str = "") -> models.OutboxItem:
        self.forms += 1
        return keep_draft(
            Draft(kind=kind, by=self.me, about=self.ana, post=self.post, text=text),
            form=f"form {self.forms}",
            now_us=self.now_us,
        )

    def approved(self, kind: ActionKind, text: str = "") -> models.OutboxItem:
        item = self.draft(kind, text)
        return approve(item.pk, item.action.digest, author=local_user(), now_us=self.now_us)

    def is_read(self, stream: Stream, of: str = "", read_us: int = NOW_US) -> models.StreamState:
        """A stream of the connection that was read to its end."""
        source = models.Source.objects.create(
            kind="mastodon", fingerprint=f"{stream}{of}", started_us=NOW_US, finished_us=NOW_US
        )
        return models.StreamState.objects.create(
            connection=self.connection, stream=stream, of=of, source=source, read_us=read_us
        )

    def remote_list(self, read_us: int = NOW_US) -> models.RemoteList:
        """A list of mine over there, called Friends, with nobody on it."""
        self.is_read(Stream.LIST_MEMBERS, "9", read_us)
        return models.RemoteList.objects.create(
            connection=self.connection, native_id="9", name="Friends", seen_us=NOW_US
        )
