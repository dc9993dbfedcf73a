"""What somebody wished about being written to: one file that says so is enough."""

from collections.abc import Iterable

from hobnob.domain.supporters import Channel, Supporter


def may_be_mailed(records: Iterable[Supporter]) -> bool:
    """Whether none of one person's records says that they died, or asked for no e-mail."""
    return all(each.may_be_contacted and not _wants_no_mail(each) for each in records)


def _wants_no_mail(record: Supporter) -> bool:
    return any(each.channel == Channel.EMAIL and not each.is_welcome for each in record.wishes)
