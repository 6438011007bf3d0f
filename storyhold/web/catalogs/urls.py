"""Addresses of this room."""

from django.urls import path

from storyhold.web.catalogs import opensearch, robots, sitemap

app_name = "catalogs"
urlpatterns = [
    path("robots.txt", robots.robots, name="robots"),
    path(".well-known/tdmrep.json", robots.rights, name="rights"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap/<slug:part>/<number:place>.xml", sitemap.file, name="sitemap_file"),
    path("opensearch.xml", opensearch.description, name="opensearch"),
]
