"""The archive as a WSGI application, for our own server and for any other."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storyhold.site.settings")

application = get_wsgi_application()
