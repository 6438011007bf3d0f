"""Addresses of this room."""

from django.urls import path

from storyhold.web.reading import device, history, keeping, placing, shelves

app_name = "reading"
urlpatterns = [
    path("reading/", shelves.shelf, {"shelf": "reading"}, name="mine"),
    path("reading/history/", history.history, name="history"),
    path("reading/history.csv", history.as_csv, name="history_csv"),
    path("reading/device/", device.device, name="device"),
    path("reading/take-along/", device.take_along, name="take_along"),
    path("reading/forget/", keeping.forget_all, name="forget_all"),
    path("reading/remember-nothing/", keeping.remember_nothing, name="remember_nothing"),
    path("reading/remember-again/", keeping.remember_again, name="remember_again"),
    path("reading/<number:entry>/note/", keeping.note, name="note"),
    path("reading/<number:entry>/forget/", keeping.forget, name="forget"),
    path("reading/<slug:shelf>/", shelves.shelf, name="shelf"),
    path("stories/<tailed:story>/shelf/", shelves.put, name="put"),
    path("stories/<tailed:story>/continue/", placing.read_on, name="continue"),
    path("stories/<tailed:story>/chapters.json", device.chapters, name="chapters"),
    path("chapters/<number:chapter>/place/", placing.place, name="place"),
    path("chapters/<number:chapter>/start-here/", placing.start_here, name="start_here"),
]
