"""Settings: the one place that reads the environment. `.env.example` lists every name that is read here."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF

from config import database

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)
# The demonstration and the tests run on plain http on this machine; anything else is behind TLS.
DEMO = env.bool("DEMO", default=False)
LOCAL = DEBUG or DEMO


# Empty where they are missing: Django then refuses to sign anything and to answer any host, and config.wsgi says why;
# commands that need neither, such as read_document, still run.
SECRET_KEY = env.str("SECRET_KEY", default="only-for-this-machine-" + "x" * 40 if LOCAL else "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"] if LOCAL else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
VAR = Path(env.str("VAR", default=str(BASE_DIR / "var")))

INSTALLED_APPS = [
    "dashboard",
    "meetings",
    "reports",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "config.middleware.never_stored",
    "config.middleware.signed_out",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "reports.access.roles_of_reader",
            ],
            "builtins": ["reports.templatetags.register"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database.settings(env)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STORAGES = {
    "default": (
        {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {"bucket_name": env.str("FILES_S3_BUCKET")}}
        if env.str("FILES_S3_BUCKET", default="")
        else {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR / "files"}}
    ),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static" / "dist"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = LOCAL
# The upload form refuses at 50 MB; a request of several files may be larger, and is streamed to disk.
DATA_UPLOAD_MAX_NUMBER_FILES = 50
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "dashboard:overview"
LOGOUT_REDIRECT_URL = "login"
# Opens what is published and open to people who have not signed in.
ANONYMOUS_READING = env.bool("ANONYMOUS_READING", default=False)

# Where e-mails go out; without it they are printed in the worker's log. Their links begin with the site's own address.
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="register@localhost")
_HERE = "http://127.0.0.1:8000" if LOCAL else f"https://{(ALLOWED_HOSTS or ['localhost'])[0]}"
SITE_URL = env.str("SITE_URL", default=_HERE)

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True
DATE_FORMAT = "j F Y"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not LOCAL:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        # A chart to take away as PNG is first a picture that the page itself made (blob:).
        "img-src": [SELF, "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

# What was done is in the documents' own history; only jobs that failed are worth keeping.
PROCRASTINATE_WORKER_DEFAULTS = {
    "delete_jobs": "successful",
    # In seconds. Reading goes on in a child process, so a worker that lives is never this long silent.
    "update_heartbeat_interval": 5.0,
    "stalled_worker_timeout": 20.0,
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}

# The form through which each fact enters its register: the one way by which a lower floor reaches a higher one.
REGISTERS = {
    "Meeting": "meetings.register.MeetingForm",
    "Attendance": "meetings.register.AttendanceForm",
    "Declaration": "meetings.register.DeclarationForm",
    "AgendaItem": "meetings.register.AgendaItemForm",
    "Decision": "meetings.register.DecisionForm",
    "Amendment": "meetings.register.AmendmentForm",
    "Recommendation": "meetings.register.RecommendationForm",
    "Action": "meetings.register.ActionForm",
    "PlannedDecision": "meetings.register.PlannedDecisionForm",
    "Judgement": "meetings.register.JudgementForm",
    "Saving": "meetings.register.SavingForm",
    "Question": "meetings.register.QuestionForm",
    "Event": "meetings.register.EventForm",
    "PortfolioHolder": "meetings.register.PortfolioHolderForm",
    "Partnership": "meetings.register.PartnershipForm",
    "Figure": "dashboard.register.FigureForm",
}
# The search page's form, which knows of meetings what papers alone do not tell.
SEARCH_FORM = "meetings.forms.searching.SearchOfMeetings"
# What is done with a paper in the transaction that publishes it, or that marks a paragraph of it exempt or open.
AFTER_PUBLISHING = [
    "meetings.tasks.after_publishing",
    "meetings.matter_names.close_names",
    "dashboard.importing.area_names.after_publishing",
    "dashboard.claim_tasks.after_publishing",
]
# What is done with a paper in the transaction that withdraws it.
AFTER_WITHDRAWING = ["dashboard.claim_tasks.after_publishing"]
