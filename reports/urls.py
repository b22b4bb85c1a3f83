"""Addresses of documents, of the desk and of search."""

from django.urls import path

from reports.views import deeds, desk, documents, files, passages, publishing, scorecard, search, synonyms, upload

app_name = "reports"

urlpatterns = [
    path("search/", search.search, name="search"),
    path("search/words/", synonyms.synonyms, name="synonyms"),
    path("search/words/new/", synonyms.say, name="new_synonyms"),
    path("search/words/<int:pk>/", synonyms.say, name="change_synonyms"),
    path("search/words/<int:pk>/take-out/", synonyms.take_out, name="take_out_synonyms"),
    path("search/words/<int:pk>/put-back/", synonyms.put_back, name="put_back_synonyms"),
    path("desk/", desk.inbox, name="inbox"),
    path("desk/scorecard/", scorecard.scorecard, name="scorecard"),
    path("documents/", documents.documents, name="documents"),
    path("documents/upload/", upload.upload, name="upload"),
    path("documents/upload/file/", upload.upload_file, name="upload_file"),
    path("documents/<uuid:pk>/", documents.document, name="document"),
    path("documents/<uuid:pk>/progress/", documents.progress, name="progress"),
    path("documents/<uuid:pk>/retry/", documents.retry, name="retry"),
    path("documents/<uuid:pk>/describe/", publishing.describe, name="describe"),
    path("documents/<uuid:pk>/publish/", publishing.publish, name="publish"),
    path("documents/<uuid:pk>/withdraw/", publishing.withdraw, name="withdraw"),
    path("documents/<uuid:pk>/file/", files.original, name="original"),
    path("documents/<uuid:pk>/pages/<int:page>/picture.png", files.picture, name="picture"),
    path("documents/<uuid:pk>/passages/<int:ordinal>/", passages.passage, name="passage"),
    path("documents/<uuid:pk>/passages/<int:ordinal>/mark/", passages.mark, name="mark"),
    path("documents/<uuid:pk>/passages/<int:ordinal>/add/", passages.add, name="add"),
    path("documents/<uuid:pk>/desk/", desk.desk, name="desk"),
    path("documents/<uuid:pk>/desk/accept-all/", deeds.accept_all, name="accept_all"),
    path("findings/<uuid:pk>/accept/", deeds.accept, name="accept"),
    path("findings/<uuid:pk>/correct/", deeds.correct, name="correct"),
    path("findings/<uuid:pk>/reject/", deeds.reject, name="reject"),
    path("findings/<uuid:pk>/undo/", deeds.undo, name="undo"),
]
