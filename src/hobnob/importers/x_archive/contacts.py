"""The address book X was once given (`contact.js`), read only when asked for."""

from hobnob.domain.people import Account, Network
from hobnob.importers.x_archive.fields import Misshapen, Record, each_word
from hobnob.importers.x_archive.translation import Said


def contact(record: Record, _position: int) -> tuple[Said, ...]:
    """The person behind an entry: its first e-mail address, else its first number, names it."""
    written = (*each_word(record, "emails"), *each_word(record, "phoneNumbers"))
    address = next((word.strip().lower() for word in written if word.strip()), "")
    if not address:
        raise Misshapen("this contact has neither an e-mail address nor a number: left out")
    account = Account(network=Network.ADDRESS_BOOK, native_id=address, handle=address)
    return (Said(accounts=(account,)),)
