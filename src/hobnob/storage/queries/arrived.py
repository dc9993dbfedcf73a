"""How much has come in: asked twice, it says whether to look at everybody anew."""

from dataclasses import dataclass

from django.db.models import Max

from hobnob.storage.models import Post, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What there was at a moment."""

    file_us: int | None
    """When a file was last read to its end."""
    posts: int
    """The number of the newest post: numbers rise as posts arrive."""

    def is_much_more_than(self, before: "Arrived") -> bool:
        """Whether a file came in since, or as many posts as there had been."""
        return self.file_us != before.file_us or self.posts > 2 * before.posts


def arrived() -> Arrived:
    """What there is now."""
    files = Source.objects.filter(stream__isnull=True)
    return Arrived(
        file_us=files.aggregate(last=Max("finished_us"))["last"],
        posts=Post.objects.aggregate(newest=Max("pk"))["newest"] or 0,
    )
