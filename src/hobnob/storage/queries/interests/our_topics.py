"""Topics of ours as posts are searched for them."""

from hobnob.domain.interests.ours import Topic
from hobnob.storage.models import OurTopic


def our_topics() -> tuple[Topic, ...]:
    """Programmes and campaigns in the order of their names, with the words that speak of them."""
    rows = OurTopic.objects.order_by("name").values_list("key", "name", "words")
    return tuple(Topic(key=key, name=name, words=tuple(words)) for key, name, words in rows)
