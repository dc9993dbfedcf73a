"""What somebody cares about, for the part of their page that shows it."""

from django import template

from hobnob.storage.queries.interests.shown import PersonTopics, person_topics
from hobnob.web import clock

register = template.Library()


@register.simple_tag
def topics_of_person(person_id: int) -> PersonTopics:
    """Their own topics and ours, with the posts that show them."""
    return person_topics(person_id, now_us=clock.now_us())
