"""The archive as a WSGI application, for our own server and for any other."""

import os

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest

from storyhold.freshness import hook

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storyhold.site.settings")


class Utf8Request(WSGIRequest):
    """A request that is read as UTF-8, whatever encoding it names.

    All browsers send our forms so. Of the others, some make lone surrogates, which no database
    takes, and some make no text at all, so that Django fails before any page could answer.
    """

    encoding = property(lambda _request: None, lambda _request, _named: None)


class Archive(WSGIHandler):
    """Django's own, with our kind of request."""

    request_class = Utf8Request


django.setup(set_prefix=False)
hook.begin()
application = Archive()
