"""Addresses of this room."""

from django.urls import include, path

from storyhold.web.catalogs import opensearch, robots, sitemap
from storyhold.web.catalogs.opds import urls as opds
from storyhold.web.catalogs.opds.root import how_to_sign_in

app_name = "catalogs"
urlpatterns = [
    path("robots.txt", robots.robots, name="robots"),
    path(".well-known/tdmrep.json", robots.rights, name="rights"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap/<slug:part>/<number:place>.xml", sitemap.file, name="sitemap_file"),
    path("opensearch.xml", opensearch.description, name="opensearch"),
    path("opds/authentication.json", how_to_sign_in, name="authentication"),
    path("opds/", include((opds.urlpatterns, "opds"), namespace="opds")),
    path("opds2/", include((opds.urlpatterns, "opds"), namespace="opds2")),
]
