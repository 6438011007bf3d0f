"""What an archive runs with. Every value that may differ is read from a `STORYHOLD_*` variable.

With none set, a fresh clone just runs, with its data in `./data`. A value may also come from a
file: `STORYHOLD_SECRET_KEY_FILE=/run/secrets/key` is read in place of `STORYHOLD_SECRET_KEY`.
The list for people is `docs/reference/settings.md`.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from storyhold.site import data_folder
from storyhold.site.environment import Environment

PACKAGE = Path(__file__).resolve().parent.parent
env = Environment()

DATA = env.folder("DATA", default="data")
SECRET_KEY = env.secret_key(DATA)
ADDRESS = env.address("ADDRESS", default="")  # "https://archive.example.org", without a slash

# Never on: an error page with our settings on it would help only those who attack the archive.
DEBUG = False

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.hosts("HOSTS", address=ADDRESS)]
CSRF_TRUSTED_ORIGINS = [ADDRESS] if ADDRESS else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "storyhold.freshness",
    "storyhold.archive",
    "storyhold.notifications",
    "storyhold.accounts",
    "storyhold.notices",
    "storyhold.shoutbox",
    "storyhold.polls",
    "storyhold.illustrations",
    "storyhold.claims",
    "storyhold.profiles",
    "storyhold.pages",
    "storyhold.news",
    "storyhold.tags",
    "storyhold.stories",
    "storyhold.series",
    "storyhold.reviews",
    "storyhold.moderation",
    "storyhold.blocks",
    "storyhold.leaving",
    "storyhold.bookmarks",
    "storyhold.reading",
    "storyhold.betas",
    "storyhold.challenges",
    "storyhold.circulars",
    "storyhold.search",
    "storyhold.importers",
    "storyhold.sample",
    "storyhold.feeds",
    "storyhold.web.parts",
    "storyhold.web.archive",
    "storyhold.web.accounts",
    "storyhold.web.news",
    "storyhold.web.pages",
    "storyhold.web.moderation",
    "storyhold.web.polls",
    "storyhold.web.shoutbox",
    "storyhold.web.people",
    "storyhold.web.notices",
    "storyhold.web.blocks",
    "storyhold.web.browse",
    "storyhold.web.catalogs",
    "storyhold.web.stories",
    "storyhold.web.circulars",
    "storyhold.web.claims",
    "storyhold.web.old_addresses",
    "storyhold.web.chapters",
    "storyhold.web.desk",
    "storyhold.web.downloads",
    "storyhold.web.illustrations",
    "storyhold.web.imports",
    "storyhold.web.leaving",
    "storyhold.web.offline",
    "storyhold.web.profiles",
    "storyhold.web.profiling",
    "storyhold.web.statistics",
    "storyhold.web.search",
    "storyhold.web.series",
    "storyhold.web.betas",
    "storyhold.web.challenges",
    "storyhold.web.reviews",
    "storyhold.web.bookmarks",
    "storyhold.web.reading",
    "storyhold.web.vocabularies",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "storyhold.freshness.middleware.KeepForGuests",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "storyhold.web.accounts.middleware.WhoIsThere",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "storyhold.web.archive.middleware.SetUpFirst",
    "storyhold.web.archive.middleware.ClosedForMaintenance",
    "storyhold.web.profiling.middleware.Profiled",
]

ROOT_URLCONF = "storyhold.site.urls"
WSGI_APPLICATION = "storyhold.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "storyhold.web.parts.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "storyhold.web.parts.templatetags.by_the_hundred",
                "storyhold.web.parts.templatetags.found",
                "storyhold.web.parts.templatetags.keeping",
                "storyhold.web.parts.templatetags.numbers",
                "storyhold.web.parts.templatetags.parts",
            ],
        },
    },
]

# The process before us reads these by itself; here they are only seen to be readable.
PAGE_CACHE = env.megabytes("PAGE_CACHE", default=data_folder.PAGE_CACHE)
SEARCH_FOLDER = DATA / "search"
PAGE_FILES = env.optional_folder("PAGE_FILES")

DATABASES = {"default": env.database("DATABASE_URL", sqlite=DATA / "archive.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- who comes in -------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.Member"
AUTHENTICATION_BACKENDS = ["storyhold.accounts.backends.PenNameOrEmail"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

# Argon2 with OWASP's parameters (19 MiB, two passes): about 27 ms here, a tenth of Django's own.
# The others only open what an old archive has brought, once: then Argon2 takes their place.
PASSWORD_HASHERS = [
    "storyhold.accounts.hashers.Argon2",
    "storyhold.accounts.hashers.Argon2OfMd5",
    "storyhold.accounts.hashers.OldBcrypt",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

ACCOUNT_ADAPTER = "storyhold.web.accounts.adapter.FrontDoor"
# Our forms and `PenNameOrEmail` take a pen name as well.
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = None  # the sign-in form asks
ACCOUNT_EMAIL_VERIFICATION = "optional"  # whether a letter leaves, `FrontDoor` says
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_RATE_LIMITS = {  # besides allauth's own
    "claim": "6/h/ip",
    "contact": "6/h/ip",
    "e_reader": "20/m/ip",  # tries with a wrong password
    "kudos": "60/h/ip",
    "lend": "60/h/user",
    "message": "20/h/user",
    "note": "100/h/ip",
    "package": "10/h/user",
    "pose": "10/h/ip",
    "report": "20/h/ip",
    "review": "60/h/ip",
    "set_up": "10/m/ip",
    "shout": "6/m/ip",
}
# Tries are counted by address: behind a front server, by the one that it names.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.flag("BEHIND_PROXY") else 0

SESSION_ENGINE = "storyhold.accounts.sessions"
SESSION_COOKIE_NAME = "storyhold_session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ADDRESS.startswith("https://")
CSRF_COOKIE_NAME = "storyhold_csrf"
CSRF_FAILURE_VIEW = "storyhold.web.parts.errors.csrf_failure"

# --- what a browser may do with our pages ---------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        # Old stories show pictures that live elsewhere.
        "img-src": [SELF, "https:"],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if ADDRESS.startswith("https://") else 0
SECURE_PROXY_SSL_HEADER = env.proxy_header("BEHIND_PROXY")
X_FRAME_OPTIONS = "DENY"

# A chapter may be long; a form that brings more than this is answered with a sentence.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = ["storyhold.web.parts.uploads.FilesInMemory"]

# --- letters --------------------------------------------------------------------------------------

MAIL = env.mail("MAIL")  # how letters leave: "none", "show", or "smtp"
EMAIL_BACKEND = "storyhold.notifications.post.Post"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("MAIL_FROM", default="archive@localhost")
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starttls, MAIL.tls
EMAIL_TIMEOUT = 20  # seconds

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {
        "not_closed": {
            "()": "django.utils.log.CallbackFilter",
            "callback": lambda record: getattr(record, "status_code", 0) != 503,
        }
    },
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # A 404 is an answer, not news; and that the archive is closed, the archivist knows.
        "django.request": {"level": "ERROR", "filters": ["not_closed"], "propagate": True},
        # Nor is a request that is refused; anybody could fill the disk with such news.
        "django.security": {"level": "CRITICAL"},
        # This one tells an archivist that the address is set wrongly.
        "django.security.csrf": {"level": "WARNING"},
    },
}


# Set by mistake or for an older version: `serve` says so.
UNKNOWN_VARIABLES = env.unknown()
