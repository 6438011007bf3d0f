"""Addresses of this room. The worker's is at the root: it answers for what stands beside it."""

from django.urls import path

from storyhold.web.offline import manifest, news, views, worker

app_name = "offline"
urlpatterns = [
    path("manifest.webmanifest", manifest.manifest, name="manifest"),
    path("service-worker.js", worker.service_worker, name="worker"),
    path("offline/", views.device, name="device"),
    path("offline/stories.json", news.stories, name="stories"),
]
