"""`hobnob person HANDLE --same-as OTHER` and `--on-its-own`: who is who."""

from typing import TYPE_CHECKING

from hobnob.cli import clock, people, program
from hobnob.cli.output import line, one_line, out, print_json
from hobnob.cli.people import NotOnePerson, the_one
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.accounts import AccountName


def say_same(who: str, other_who: str, *, as_json: bool) -> None:
    """All accounts of the one become the other's."""
    from hobnob.operations.local_user import local_user
    from hobnob.operations.same_person import same_person

    one, other = the_one(who), the_one(other_who)
    same_person(one.person_id, other.person_id, author=local_user(), now_us=clock.now_us())
    if as_json:
        print_json({"did": "same as", "person": people.as_answer(other)})
        return
    back = program.command(f"person {people.address(one)} --on-its-own")
    said = f" and {one_line(other.name)} are one person now. "
    words = line((one_line(one.name), "name"), said, (f"They aren't? {back}", "quiet"))
    out().print(words, soft_wrap=True)


def say_apart(words: str, *, as_json: bool) -> None:
    """The account that the words name becomes somebody of its own."""
    from hobnob.operations.local_user import local_user
    from hobnob.operations.same_person import apart
    from hobnob.storage.queries.people import person_lines

    account = _account(words)
    person_id = apart(account.id, author=local_user(), now_us=clock.now_us())
    person = person_lines([person_id])[person_id]
    if as_json:
        print_json({"did": "on its own", "person": people.as_answer(person)})
        return
    out().print(line((one_line(str(account)), "name"), " is somebody of its own now."))


def _account(words: str) -> "AccountName":
    """The one account of somebody that the words name. Raises NotOnePerson."""
    from hobnob.storage.queries.accounts import accounts_of

    person = the_one(words)
    accounts = accounts_of(person.person_id)
    if len(accounts) == 1:
        name = one_line(person.name)
        raise HobnobError(f"{name} has one account, which is on its own already.")
    typed = words.removeprefix("@").casefold()
    named = [each for each in accounts if typed in (str(each).casefold(), each.handle.casefold())]
    if len(named) == 1:
        return named[0]
    listed = ", ".join(one_line(str(each)) for each in accounts)
    raise NotOnePerson(f"Say which account is to be on its own. There are {listed}.")
