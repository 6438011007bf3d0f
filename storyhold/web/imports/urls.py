"""Addresses of this room."""

from django.urls import path

from storyhold.web.imports import bringing, packing, undoing, views

app_name = "imports"
urlpatterns = [
    path("office/moving-in/", views.desk, name="desk"),
    path("office/moving-in/bring/", bringing.bring, name="bring"),
    path("office/moving-in/clear/", bringing.clear, name="clear"),
    path("office/moving-in/begin/", views.begin, name="begin"),
    path("office/moving-in/packer/", packing.packer, name="packer"),
    path("office/moving-in/packer/file/", packing.packer_file, name="packer_file"),
    path("office/moving-in/<number:undertaking>/", views.undertaking, name="undertaking"),
    path("office/moving-in/<number:undertaking>/move/", views.move, name="move"),
    path("office/moving-in/<number:undertaking>/undo/", undoing.undo, name="undo"),
    path(
        "office/moving-in/<number:undertaking>/<slug:name>.<slug:ending>",
        views.report,
        name="report",
    ),
]
