"""One pass through an archive: what earlier records teach, later ones are told with."""

from collections.abc import Iterable, Iterator
from itertools import count

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account
from hobnob.importers.base import Found
from hobnob.importers.x_archive import layout
from hobnob.importers.x_archive.accounts import Accounts
from hobnob.importers.x_archive.contacts import contact
from hobnob.importers.x_archive.contents import Contents
from hobnob.importers.x_archive.decoding import Damage
from hobnob.importers.x_archive.fields import Misshapen, Record
from hobnob.importers.x_archive.layout import Part, Section
from hobnob.importers.x_archive.liked_authors import LikedAuthors
from hobnob.importers.x_archive.likes import Likes
from hobnob.importers.x_archive.messages import Messages
from hobnob.importers.x_archive.notes import Notes
from hobnob.importers.x_archive.places import Places
from hobnob.importers.x_archive.relationships import Relationships
from hobnob.importers.x_archive.translation import NOTHING, Said, Translate
from hobnob.importers.x_archive.tweets import Tweets


class Reading:
    """Translates an archive's parts in their order, each record in the light of those before."""

    def __init__(
        self, contents: Contents, owner: Account, *, own_handles: Iterable[str], newest_order: int
    ):
        self._contents = contents
        accounts = Accounts(owner)
        authors = LikedAuthors(accounts)
        self._notes = Notes()
        self._tweets = Tweets(
            owner, own_handles=own_handles, accounts=accounts, authors=authors, notes=self._notes
        )
        ties = Relationships(owner, accounts=accounts, newest_order=newest_order)
        likes = Likes(owner, authors=authors, newest_order=newest_order)
        about_me = (Said(accounts=(owner,)),)
        self._translators: dict[Section, Translate] = {
            layout.ACCOUNT: lambda _record, _position: about_me,
            layout.PROFILE: lambda _record, _position: about_me,
            layout.SCREEN_NAMES: lambda _record, _position: NOTHING,
            layout.LISTS: lambda _record, _position: NOTHING,
            layout.NOTES: self._note,
            layout.TWEETS: self._tweets.translate,
            layout.LIKES: likes.translate,
            layout.FOLLOWING: ties.from_me(Kind.FOLLOW),
            layout.FOLLOWERS: ties.towards_me(Kind.FOLLOW),
            layout.BLOCKS: ties.from_me(Kind.BLOCK),
            layout.MUTES: ties.from_me(Kind.MUTE),
            layout.MESSAGES: Messages(owner, accounts=accounts).translate,
            layout.CONTACTS: contact,
        }

    def section(self, section: Section) -> Iterator[Found]:
        """Everything the parts of a section say; then what could be told only after the last."""
        places = Places(f"data/{section.stems[0]}.js")
        positions = count()
        for part in self._contents.parts(section):
            places = Places(part.path)
            if self._contents.has(part):
                yield from self._part(part, places, positions)
            else:
                yield places.problem(*self._contents.why_missing())
        if section is layout.TWEETS:
            yield from map(places.found, self._tweets.left_over())
            if unjoined := self._notes.left_over:
                reason = f"long posts that fit no post in this archive were left out: {unjoined:,}"
                yield places.problem("the whole file", reason)

    def _part(self, part: Part, places: Places, positions: Iterator[int]) -> Iterator[Found]:
        translate = self._translators[part.section]
        records = self._contents.records(part)
        for record in records:
            if isinstance(record, Damage):
                yield places.problem(record.where, record.reason)
                continue
            try:
                for said in translate(part.section.inner(record), next(positions)):
                    if said.problem:
                        yield places.problem(records.where, said.problem)
                    else:
                        yield places.found(said)
            except Misshapen as misshapen:
                yield places.problem(records.where, str(misshapen))
        yield from places.unlisted()

    def _note(self, record: Record, _position: int) -> tuple[Said, ...]:
        self._notes.add(record)
        return NOTHING
