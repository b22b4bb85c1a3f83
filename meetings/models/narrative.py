"""Other dated happenings that papers tell of, and the judgements of inspectorates."""

from django.contrib.postgres.search import SearchVector
from django.db import models

from meetings.models.entry import Entry, EntryQuerySet
from meetings.models.register import typed


class EventQuerySet(EntryQuerySet):
    def saying(self, words: str) -> "EventQuerySet":
        return self.alias(words=SearchVector("text", config="english")).filter(words=typed(words))


class Event(Entry):
    text = models.TextField()

    objects = EventQuerySet.as_manager()


class Judgement(Entry):
    inspectorate = models.CharField(max_length=100, blank=True)
    subject = models.CharField(max_length=300)
    grade = models.CharField(max_length=100)

    objects = EntryQuerySet.as_manager()
