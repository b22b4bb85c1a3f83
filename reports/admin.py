"""The administration pages hold accounts and councils only: papers and the register have pages of their own."""

from django.contrib import admin

from reports.models import Acronym, Council


class AcronymInline(admin.TabularInline):
    model = Acronym
    extra = 0


@admin.register(Council)
class CouncilAdmin(admin.ModelAdmin):
    list_display = ["name", "short_name"]
    inlines = [AcronymInline]
