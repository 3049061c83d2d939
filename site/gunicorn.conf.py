"""Gunicorn settings shared by `make demo` and production; all can be overridden by GUNICORN_*."""

import multiprocessing
import os

pythonpath = "site"
wsgi_app = "config.wsgi:application"
logger_class = "config.logs.MaskedLogger"  # no token of an address in a log
bind = os.environ.get("GUNICORN_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("GUNICORN_WORKERS") or min(4, multiprocessing.cpu_count()))
worker_class = "gthread"
threads = int(os.environ.get("GUNICORN_THREADS", "4"))
timeout = 60
graceful_timeout = 30
max_requests = 5000
max_requests_jitter = 500
forwarded_allow_ips = os.environ.get("GUNICORN_FORWARDED_ALLOW_IPS", "127.0.0.1")
limit_request_line = 8190
forwarder_headers = ""  # no header of a client may name the prefix
accesslog = os.environ.get("GUNICORN_ACCESS_LOG") or None
errorlog = "-"
loglevel = os.environ.get("GUNICORN_LOG_LEVEL", "warning")
