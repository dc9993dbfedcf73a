"""Keep what supporters say about their handles: their answers to us, and names in our own notes.

Each is somebody's yes at this desk, with what the supporter said as its proof.
"""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.handle_capture import Answer
from hobnob.domain.people import Network
from hobnob.operations.matching.answer import Matcher
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.storage import bulk, models
from hobnob.storage.queries.matching.handle_capture import Reply, Spotted, provisional, spotted


class NothingSpotted(HobnobError):
    """The note does not name that handle, or it was decided about."""


class WasForgotten(HobnobError):
    """The handle is of somebody whom we forgot."""


class NotAnAnswer(HobnobError):
    """A reply was kept as neither yes nor no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Who keeps it, and when (microseconds UTC)."""

    author: User
    now_us: int

    def keep_reply(self, reply: Reply, answer: Answer, *, anyway: bool = False) -> models.Decision:
        """What a reply says, as somebody read it. Raises NotAnAnswer for neither yes nor no.

        A yes is proof. Raises AlreadyTaken and SaidNotToBe as any other yes does.
        """
        pair = reply.pair
        if answer is Answer.UNCLEAR:
            raise NotAnAnswer("Say whether the reply means yes or no.")
        if answer is Answer.NO:
            return self._matcher().not_same(pair.of_id, pair.account_id, why="they said no")
        proof = f"because they said that @{pair.handle} is theirs"
        return self._matcher().same(pair.of_id, pair.account_id, anyway=anyway, proof=proof)

    @transaction.atomic
    def keep_spotted(
        self, of_id: int, network: str, handle: str, *, is_theirs: bool, anyway: bool = False
    ) -> Spotted:
        """Whether a handle in a note is theirs. An account nobody met yet is known from now on.

        Raises NothingSpotted, and WasForgotten.
        """
        bulk.lock_log()
        wanted = (of_id, network, handle.lower())
        rows = (row for row in spotted() if (row.of_id, row.network, row.handle.lower()) == wanted)
        row = next(rows, None)
        if row is None:
            raise NothingSpotted(f"@{handle} is decided about already, or stands in no note.")
        account_id = row.account_id or self._know(Network(row.network), row.handle)
        if is_theirs:
            proof = f"because “{row.column}” has it, and you said that it is theirs"
            self._matcher().same(of_id, account_id, anyway=anyway, proof=proof)
        else:
            self._matcher().not_same(of_id, account_id)
        return row

    def _know(self, network: Network, handle: str) -> int:
        account = provisional(network, handle)
        # As a note has it, which may be old: whatever a network says is fresher.
        known = know_accounts([account], now_us=self.now_us, seen_us=0)
        account_id = known.ids.get((account.network, account.native_id))
        if account_id is None:
            raise WasForgotten(
                f"You had hobnob forget @{handle}, so nothing is kept of it. Take it out of the "
                "note in your file, and it is not asked about any more."
            )
        return account_id

    def _matcher(self) -> Matcher:
        return Matcher(author=self.author, now_us=self.now_us)
