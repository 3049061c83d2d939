"""Settings common to all; whatever an operator may change comes from the environment."""

from pathlib import Path
from typing import Any

import environ
from django.utils.translation import gettext_lazy as _

from config import headers
from config.settings.sign_in import *

BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)

env = environ.Env()
if (BASE_DIR / ".env").exists():
    env.read_env(BASE_DIR / ".env")

# --- identity of this process -----------------------------------------------------------------
DJANGO_ENV = env.str("DJANGO_ENV", "dev")
SAMPLE_SECRET_KEY = "sample-key-only-for-demo-and-tests-never-in-production-0123456789"
SECRET_KEY = env.str("SECRET_KEY", SAMPLE_SECRET_KEY)
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
WAGTAILADMIN_BASE_URL = env.str("SITE_URL", "http://localhost:8000")
DEMO_ACCOUNTS = ("cong-tac-vien", "bien-tap", "duyet", "quan-tri", "bao-cao")

# --- a sub-path of the province's portal, or a host of its own ------------------------------------
SITE_PREFIX = "/" + p if (p := env.str("SITE_PREFIX", "").strip("/")) else ""
FORCE_SCRIPT_NAME = SITE_PREFIX or None
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = f"{SITE_PREFIX}/"

INSTALLED_APPS = [
    "config.apps.SiteConfig",
    "wagtail.contrib.redirects",  # before core, which takes its receivers over
    "home",
    "news",
    "events",
    "showcase",
    "submissions",
    "desk",
    "search",
    "feedback",
    "feeds",
    "workflow",
    "planning",
    "writing",
    "mailing",
    "handbook",
    "backups",
    "library",
    "proofing",
    "core",
    "accounts",
    "demo",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "accounts.apps.UsersConfig",  # wagtail.users
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "workflow.apps.AdminConfig",  # wagtail.admin
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.forms",  # templates of widgets, see FORM_RENDERER
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # First, so that refusals, redirects and faults of the others carry their headers too.
    "core.middleware.PolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "core.middleware.SafeRequestMiddleware",
    "core.body_limit.BodyLimitMiddleware",  # before anything reads a body
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SessionPolicyMiddleware",
    "core.middleware.VisibilityScopeMiddleware",
    "core.redirects.PrefixFreeRedirectMiddleware",
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets too go through TEMPLATES
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "config.templates.VietnameseLoader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
            "builtins": ["core.templatetags.format_tags", "core.templatetags.nonce_tags"],
        },
    }
]

# --- database: SQLite unless DATABASE_URL says PostgreSQL ---------------------------------------
DATABASES = {"default": env.db("DATABASE_URL", f"sqlite:///{VAR_DIR / 'site.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL and IMMEDIATE: without them one read-then-write transaction in five is lost under load.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command="PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
    )
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", 60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# --- cache: costs speed when it is away, never pages ----------------------------------------------
CACHES = {"default": env.cache_url("CACHE_URL", "locmemcache://")}
if "redis" in CACHES["default"]["BACKEND"].lower():
    CACHES["default"]["BACKEND"] = "core.caching.ResilientRedisCache"
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=["127.0.0.1", "::1"])
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# --- mail -------------------------------------------------------------------------------------
EMAIL_URL = env.str("EMAIL_URL", "")
if EMAIL_URL:
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = env.path("MAIL_FOLDER", str(VAR_DIR / "mail"))()
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "khong-tra-loi@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- background work -----------------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# --- people -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- language, time, numbers ------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [BASE_DIR / "site" / "config" / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = USE_I18N = USE_THOUSAND_SEPARATOR = True

# --- files ------------------------------------------------------------------------------------
STATIC_URL = f"{SITE_PREFIX}/static/"  # in full: a relative one is read before the prefix is set
WHITENOISE_STATIC_PREFIX = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", str(VAR_DIR / "static"))()
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = f"{SITE_PREFIX}/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", str(VAR_DIR / "media"))()
SERVE_MEDIA = env.bool("SERVE_MEDIA", True)  # off where the web server in front serves renditions
QUARANTINE_ROOT = env.path("QUARANTINE_ROOT", str(VAR_DIR / "quarantine"))()
SUBMISSIONS_PER_SECOND = env.int("SUBMISSIONS_PER_SECOND", 40)  # of all senders; more is 503
CLAMAV_SOCKET = env.str("CLAMAV_SOCKET", "")  # "/run/clamav/clamd.ctl" or "host:port"
BACKUP_FOLDER = env.path("BACKUP_FOLDER", str(VAR_DIR / "backups"))()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.staticfiles.BundledManifestStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
BODY_LIMIT = 25 * 1024 * 1024  # deploy/nginx.conf says the same
BODY_LIMITS = {"/gui-gioi-thieu/": 64 * 1024 * 1024}  # six photographs of a telephone at once
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # the page editor posts many fields

# --- Wagtail ----------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = env.str("ADMIN_NAME", "Đổi mới sáng tạo")
WAGTAIL_I18N_ENABLED = False
WAGTAIL_DATE_FORMAT, WAGTAIL_TIME_FORMAT = "%d/%m/%Y", "%H:%M"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", _("Tiếng Việt"))]  # our words are in no other
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_FINISH_WORKFLOW_ACTION = "workflow.finish.publish_approved"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_USER_TIME_ZONES = ["Asia/Ho_Chi_Minh"]
WAGTAILIMAGES_IMAGE_MODEL = "library.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "library.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "heic", "heif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
WAGTAILDOCS_DOCUMENT_MODEL = "library.CustomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "library.forms.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "m4a", "mp3", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx",
]  # fmt: skip
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True
WAGTAIL_TAG_SPACES_ALLOWED = True

# --- headers ----------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # the admin lifts it for its previews
SHARED_PATHS, PERMISSIONS_POLICY = headers.SHARED_PATHS, headers.PERMISSIONS
CONTENT_SECURITY_POLICY = {"DIRECTIVES": headers.PUBLIC}
ADMIN_POLICY = headers.ADMIN

# --- logs: no token of an address in a line or a mail, see config.logs ----------------------------
DEFAULT_EXCEPTION_REPORTER = "config.logs.MaskedExceptionReporter"
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "mask_tokens": {"()": "config.logs.MaskTokens"},
        "debug_off": {"()": "django.utils.log.RequireDebugFalse"},
    },
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["mask_tokens"],
        },
        "mail_admins": {
            "class": "django.utils.log.AdminEmailHandler",
            "level": "ERROR",
            "filters": ["debug_off", "mask_tokens"],
        },
    },
    "loggers": {
        # The first two in place of Django's own handlers, which mask nothing.
        "django": {"handlers": ["mail_admins"]},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # A stranger's Host header is no fault of ours: a line, not a traceback.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
}
