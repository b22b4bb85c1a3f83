"""The administration pages hold accounts and councils only: papers and the register have pages of their own."""

from django.contrib import admin

from reports.models import Acronym, Council, Synonyms
from reports.search.meanings import known_to


class AcronymInline(admin.TabularInline):
    model = Acronym
    extra = 0

    def get_queryset(self, request):
        """Without those that only an exempt paragraph explains, for administrators who are not cleared."""
        return known_to(request.user, super().get_queryset(request))


class SynonymsInline(admin.TabularInline):
    model = Synonyms
    extra = 0


@admin.register(Council)
class CouncilAdmin(admin.ModelAdmin):
    list_display = ["name", "short_name"]
    inlines = [AcronymInline, SynonymsInline]


@admin.register(Synonyms)
class SynonymsAdmin(admin.ModelAdmin):
    list_display = ["__str__", "council"]
    list_filter = ["council"]

    def save_model(self, request, obj, form, change):
        obj.by = request.user
        super().save_model(request, obj, form, change)
