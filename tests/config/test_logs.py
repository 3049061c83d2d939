"""No token of a private address in a log: of Django, gunicorn or nginx; nor in mails of errors."""

import io
import logging
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from django.core import mail
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.utils.log import AdminEmailHandler
from django.views.debug import get_exception_reporter_class
from gunicorn.config import Config
from hypothesis import given
from hypothesis import strategies as st

from config.logs import PRIVATE_PATHS, MaskedExceptionReporter, MaskedLogger, MaskTokens, mask

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "Zx9-Qw_7:1tUvWx=KLmnop-3rsT"
THIRD, FOURTH = "Mm6-third-Rr5-value-7Tt", "Nn3_fourth_Ss4_value_9Vv"
OTHER = "Yy8_Pp-6:2aBcDeF=GHijkl_4uvW"


def private_path(path, token=TOKEN):
    filled = path.replace("<token>", token).replace("<uid>", "MQ")
    return f"/{filled.replace('<...>', 'mat-khau/dat-lai')}"


SAMPLES = [private_path(path) for path in PRIVATE_PATHS]


def pieces(token=TOKEN):
    return {token[i : i + 8] for i in range(len(token) - 7)}


def left_in(text, *tokens):
    """The pieces of the tokens that can still be read in a text, also percent-encoded."""
    texts = (text, unquote(text), unquote(unquote(text)))
    every = {piece for token in tokens or (TOKEN, OTHER, THIRD, FOURTH) for piece in pieces(token)}
    return [piece for piece in every if any(piece in shown for shown in texts)]


@pytest.mark.parametrize(
    ("raw", "masked"),
    [
        ("/duyet/TOKEN/", "/duyet/***/"),
        ("/duyet/TOKEN/xem/", "/duyet/***/xem/"),
        ("/duyet/TOKEN", "/duyet/***"),
        ("/xem-nhap/TOKEN/?x=1&y=2", "/xem-nhap/***/?x=1&y=2"),
        ("/xem-nhap/TOKEN?x=1#dau", "/xem-nhap/***?x=1#dau"),
        ("/gui-gioi-thieu/theo-doi/TOKEN/rut/", "/gui-gioi-thieu/theo-doi/***/rut/"),
        ("/gui-bai/theo-doi/TOKEN/", "/gui-bai/theo-doi/***/"),
        ("/admin/password_reset/confirm/MQ/TOKEN/", "/admin/password_reset/confirm/MQ/***/"),
        ("/admin/password_reset/confirm/TOKEN/", "/admin/password_reset/confirm/***/"),
        ("/tai-khoan/mat-khau/dat-lai/key/3-TOKEN/", "/tai-khoan/mat-khau/dat-lai/key/***/"),
        ("/tai-khoan/mat-khau/key/1-TOKEN/", "/tai-khoan/mat-khau/key/***/"),
        ("/tai-khoan/key/TOKEN", "/tai-khoan/key/***"),
        ("/doi-moi/duyet/TOKEN/xem/", "/doi-moi/duyet/***/xem/"),
        ("/a/b/doi-moi/xem-nhap/TOKEN/", "/a/b/doi-moi/xem-nhap/***/"),
        ("/DUYET/TOKEN/", "/DUYET/***/"),
        ("/Gui-Gioi-Thieu/Theo-Doi/TOKEN/", "/Gui-Gioi-Thieu/Theo-Doi/***/"),
        ("//duyet//TOKEN//", "//duyet//***//"),
        ("/duyet//////////TOKEN/", "/duyet//////////***/"),
        ("/duyet/duyet/TOKEN/", "/duyet/duyet/***/"),
        ("%2Fduyet%2FTOKEN%2Fxem%2F", "%2Fduyet%2F***%2Fxem%2F"),
        ("%252fduyet%252fTOKEN%252f", "%252fduyet%252f***%252f"),
        ("/%64uyet/TOKEN/", "/%64uyet/***/"),
        ("/%2564uyet/TOKEN/", "/%2564uyet/***/"),
        ("/xem%2Dnhap/TOKEN/", "/xem%2Dnhap/***/"),
        (r"{\"u\": \"\/duyet\/TOKEN\/\"}", r"{\"u\": \"\/duyet\/***\/\"}"),
        (
            "/admin/login/?next=/doi-moi/duyet/TOKEN/&a=b",
            "/admin/login/?next=/doi-moi/duyet/***/&a=b",
        ),
        ("/?next=%2Fduyet%2FTOKEN%2F&a=b", "/?next=%2Fduyet%2F***%2F&a=b"),
        ("https://phuong.example/duyet/TOKEN/?a=b", "https://phuong.example/duyet/***/?a=b"),
        ('"GET /duyet/TOKEN/ HTTP/1.1" 404', '"GET /duyet/***/ HTTP/1.1" 404'),
        ("Not Found: /duyet/TOKEN/", "Not Found: /duyet/***/"),
        ("{'path': 'duyet/TOKEN/'}", "{'path': 'duyet/***/'}"),
        ("(see /duyet/TOKEN), <a href='/duyet/TOKEN'>", "(see /duyet/***), <a href='/duyet/***'>"),
        ("/duyet/TOKEN/ → /xem-nhap/TOKEN/", "/duyet/***/ → /xem-nhap/***/"),
        ("/duyet/***/xem/", "/duyet/***/xem/"),
    ],
)
def test_the_token_of_an_address_is_masked_and_nothing_else(raw, masked):
    for token in (TOKEN, quote(TOKEN, safe=""), "".join(f"%{ord(c):02X}" for c in TOKEN)):
        assert mask(raw.replace("TOKEN", token)) == masked


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "/tin-tuc/xet-duyet/ba-du-an/",
        "/tin-tuc/pho-duyet/ho-so/",
        "/duyet/",
        "/duyet/?trang=2",
        "/admin/password_reset/done/",
        "/tai-khoan/dang-nhap/",
        "/tim-kiem/?q=duy%E1%BB%87t%20b%C3%A0i",
        "100% duyet",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text):
    assert mask(text) == text


SHAPES = [
    shape.format(path)
    for path in (private_path(path, "{0}") for path in PRIVATE_PATHS)
    for shape in (
        "{}",
        "{}/",
        "{}/xem/?a=b",
        "/doi-moi{}/",
        "https://phuong.example:8000{}#x",
        'GET {}/ HTTP/1.1" 200 - "https://phuong.example{}/"',
        "Not Found: {}",
        "b'{}/'",
    )
    for shape in [shape.replace("{}", "{0}")]
]


@given(
    token=st.text(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:=-",
        min_size=20,
        max_size=200,
    ),
    shape=st.sampled_from(SHAPES),
    upper=st.booleans(),
    encoded=st.sampled_from(
        [str, quote, lambda t: quote(t, safe=""), lambda t: quote(quote(t, safe=""), safe="")]
    ),
)
def test_no_piece_of_any_token_stays_in_any_shape(token, shape, upper, encoded):
    text = encoded((shape.upper() if upper else shape).format(token))
    masked = mask(text)
    innocent = mask(encoded((shape.upper() if upper else shape).format("+" * 20)))
    for shown, known in ((masked, innocent), (unquote(masked), unquote(innocent))):
        assert [p for p in pieces(token) if p in shown and p not in known] == []
    assert "***" in masked


# --- lines of Django ------------------------------------------------------------------------------


@pytest.fixture
def log():
    """A logger with the filter of the settings on its handler; gives it and what it wrote."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(MaskTokens())
    logger = logging.getLogger("tests.masked")
    logger.propagate = False
    logger.addHandler(handler)
    yield logger, out
    logger.removeHandler(handler)


@pytest.mark.parametrize("sample", SAMPLES)
def test_arguments_of_a_message_are_masked(log, sample):
    logger, out = log
    logger.warning("Not Found: %s (from %r)", sample, {"referer": f"https://a.example{sample}"})
    assert left_in(out.getvalue()) == []
    assert out.getvalue().count("***") == 2
    assert out.getvalue().startswith("Not Found: /")


def test_traceback_chain_and_stack_are_masked(log):
    logger, out = log
    try:
        try:
            raise KeyError(f"/duyet/{TOKEN}/")
        except KeyError as error:
            raise ValueError(f"https://a.example/xem-nhap/{OTHER}/?a=b") from error
    except ValueError:
        logger.exception("failed", stack_info=True)
    assert left_in(out.getvalue()) == []
    assert "KeyError: '/duyet/***/'" in out.getvalue()
    assert "ValueError: https://a.example/xem-nhap/***/?a=b" in out.getvalue()


def test_a_message_that_does_not_fit_its_arguments_is_masked_too(log, capsys):
    logger, out = log
    logger.warning("%d and", f"/duyet/{TOKEN}/")
    logger.warning("100%", f"/duyet/{TOKEN}/")
    assert "/duyet/***/" in out.getvalue()
    assert left_in(out.getvalue() + capsys.readouterr().err) == []


def test_a_record_with_the_socket_of_runserver_passes(log):
    logger, out = log
    with socket.socket() as request:
        logger.info("GET", extra={"request": request})
        logger.warning("GET /duyet/%s/", TOKEN, extra={"request": request})
    assert out.getvalue() == "GET /duyet/***/\n"


def test_the_bare_token_of_the_request_is_masked_in_its_own_record(log, rf):
    logger, out = log
    request = rf.get(f"/duyet/{TOKEN}/", headers={"referer": f"http://a/xem-nhap/{OTHER}/"})
    signature = TOKEN.rpartition(":")[2]
    logger.error("no such token: %s, %s, %s", TOKEN, OTHER, signature, extra={"request": request})
    assert left_in(out.getvalue()) == []
    assert out.getvalue() == "no such token: ***, ***, ***\n"


def test_a_request_that_cannot_be_read_is_logged_all_the_same(log, rf, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1
    logger, out = log
    request = rf.get(f"/duyet/{TOKEN}/?a=1&b=2")
    logger.error("Bad request: %s", request.path, extra={"request": request})
    assert out.getvalue() == "Bad request: /duyet/***/\n"


def console():
    return next(h for h in logging.root.handlers if h.name == "console")


@pytest.fixture
def written(monkeypatch):
    """What the console handler of the settings writes."""
    out = io.StringIO()
    monkeypatch.setattr(console(), "stream", out)
    return out


@pytest.mark.parametrize("sample", [path for path in SAMPLES if "admin" not in path])
def test_a_404_is_logged_without_its_token(client, home, written, sample):
    for address in (f"{sample}/", f"{quote(sample)}/khong-co/?a=b"):
        client.get(
            address,
            headers={"referer": f"https://a.example{private_path(PRIVATE_PATHS[0], OTHER)}"},
        )
    assert left_in(written.getvalue()) == []
    assert "Not Found: /" in written.getvalue()
    assert "***" in written.getvalue()


def test_every_handler_of_django_masks(settings):
    assert all("mask_tokens" in kind["filters"] for kind in settings.LOGGING["handlers"].values())
    ours = {}
    for name in ("", "django", "django.server"):
        ours[name] = [h for h in logging.getLogger(name).handlers if h.name or is_mail(h)]
        assert all(
            any(isinstance(f, MaskTokens) for f in handler.filters) for handler in ours[name]
        )
    assert [handler.name for handler in ours["django"]] == ["mail_admins"]
    assert ours["django.server"] == [console()]


def is_mail(handler):
    return isinstance(handler, AdminEmailHandler)


# --- reports of errors ----------------------------------------------------------------------------


class Signed:
    """A value whose text holds an address."""

    def __repr__(self):
        return f"<Signed /duyet/{TOKEN}/>"


def failing_view(request, token, **kwargs):
    approval_token = [token]  # noqa: F841
    address = request.build_absolute_uri()
    raw = f"x /xem-nhap/{OTHER}/".encode() * 9  # noqa: F841
    long = "a b " * 1000 + f"/duyet/{OTHER}{OTHER}/"  # noqa: F841
    signed = Signed()  # noqa: F841
    signature = token.rpartition(":")[2]
    bare = (token, f"{token}!")  # noqa: F841
    try:
        raise BadSignature(f'Signature "{signature}" does not match')
    except BadSignature as error:
        raise SuspiciousOperation(f"link {address} with {token}") from error


def failure(request, **kwargs):
    try:
        failing_view(request, **kwargs)
    except SuspiciousOperation:
        return sys.exc_info()


def report_of(request):
    return MaskedExceptionReporter(request, *failure(request, token=TOKEN, pk=7), is_email=True)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_report_of_an_error_holds_no_token(rf, sample, settings):
    request = rf.post(
        f"/doi-moi{sample}/?next=/xem-nhap/{OTHER}/&token={THIRD}",
        {"draft-token": FOURTH, "name": "Lan"},
        headers={"referer": f"https://a.example/duyet/{OTHER}/"},
    )
    request.META["RAW_URI"] = quote(quote(sample, safe=""))
    assert get_exception_reporter_class(request) is MaskedExceptionReporter
    text, page = report_of(request).get_traceback_text(), report_of(request).get_traceback_html()
    assert left_in(text) == []
    assert left_in(page) == []
    for report in (text, page):
        assert "***" in report
        assert "failing_view" in report
        assert "Lan" in report
    assert "approval_token" in page
    assert "&lt;Signed /duyet/***/&gt;" in page


def test_a_report_without_a_request_holds_no_token():
    class Request:
        def build_absolute_uri(self):
            return f"https://a.example/duyet/{TOKEN}/"

    parts = failure(Request(), token=TOKEN)
    reporter = MaskedExceptionReporter(None, *parts)
    assert left_in(reporter.get_traceback_html()) == []
    assert left_in(reporter.get_traceback_text()) == []
    reporter = MaskedExceptionReporter(None, None, f"at /duyet/{TOKEN}/", None)
    assert left_in(reporter.get_traceback_text()) == []


def test_the_mail_about_an_error_holds_no_token(rf, settings):
    settings.ADMINS = [("Quản trị", "quan-tri@phuong.example")]
    request = rf.get(f"/duyet/{TOKEN}/", headers={"referer": f"http://a/xem-nhap/{OTHER}/"})
    logging.getLogger("django.request").error(
        "Internal Server Error: %s",
        request.path,
        exc_info=failure(request, token=TOKEN),
        extra={"status_code": 500, "request": request},
    )
    (message,) = mail.outbox
    assert "/duyet/***/" in message.subject
    assert "/duyet/***/" in message.body
    assert left_in(message.subject + message.body) == []


# --- gunicorn -------------------------------------------------------------------------------------


def test_every_atom_of_the_access_log_is_masked():
    class Answer:
        status, sent, headers = "302 Found", 5, [("Location", f"/duyet/{TOKEN}/xem/")]

    class Question:
        headers = [("REFERER", f"https://a.example/xem-nhap/{OTHER}/")]

    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": f"/%64uyet/{TOKEN}/?next=%2Fduyet%2F{OTHER}",
        "PATH_INFO": f"/duyet/{TOKEN}/",
        "QUERY_STRING": f"next=%2Fduyet%2F{OTHER}",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": f"https://a.example/xem-nhap/{OTHER}/",
    }
    logger = MaskedLogger(Config())
    atoms = logger.atoms(Answer, Question, environ, timedelta(seconds=2))
    assert left_in(repr(atoms)) == []
    assert atoms["r"] == "GET /%64uyet/***/?next=%2Fduyet%2F*** HTTP/1.1"
    assert (atoms["U"], atoms["q"]) == ("/duyet/***/", "next=%2Fduyet%2F***")
    assert atoms["f"] == atoms["{referer}i"] == "https://a.example/xem-nhap/***/"
    assert (atoms["{location}o"], atoms["T"]) == ("/duyet/***/xem/", 2)


def test_a_reload_of_gunicorn_adds_no_second_filter():
    logger = MaskedLogger(Config())
    logger.setup(Config())
    assert len([f for f in logger.error_log.filters if isinstance(f, MaskTokens)]) == 1


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def gunicorn(tmp_path):
    """Started as `make demo` and the systemd unit do, without PYTHONPATH; port and log files."""
    port, access, errors = free_port(), tmp_path / "access.log", tmp_path / "errors.log"
    env = {
        **{key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        "DJANGO_ENV": "dev",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'site.sqlite3'}",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "STATIC_ROOT": str(tmp_path / "static"),
        "SITE_PREFIX": "/doi-moi",
        "GUNICORN_WORKERS": "1",
    }
    command = [str(Path(sys.executable).with_name("gunicorn")), "--config", "site/gunicorn.conf.py"]
    command += ["--bind", f"127.0.0.1:{port}", "--access-logfile", str(access)]
    with errors.open("w") as out:
        process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=out, stderr=out)
    try:
        wait_for(port, process, errors)
        yield port, access, errors
    finally:
        process.terminate()
        process.wait(timeout=40)


def wait_for(port, process, errors):
    for _ in range(300):
        assert process.poll() is None, errors.read_text()
        try:
            ask(port, "/healthz")
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(errors.read_text())


def ask(port, path, **headers):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as answer:
        return answer.code


def send(port, line):
    """A line no client would send; gunicorn quotes it in its error log."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
        wire.sendall(f"{line}\r\n\r\n".encode())
        wire.recv(1000)


def test_a_running_gunicorn_writes_no_token(gunicorn):
    port, access, errors = gunicorn
    referer = f"https://phuong.example/doi-moi/duyet/{OTHER}/"
    # The database is empty, so each page fails and its traceback is logged as well.
    assert ask(port, f"/duyet/{TOKEN}/") == 500
    ask(port, f"/doi-moi/xem-nhap/{TOKEN}/?x=1", Referer=referer)
    ask(port, f"/%64uyet/{TOKEN}/xem/?next=%2Fduyet%2F{OTHER}%2F")
    for sample in SAMPLES:
        ask(port, f"{sample}/", Referer=f"https://phuong.example{sample}/")
    send(port, f"GET /duyet/{TOKEN}/")
    send(port, f"GET /duyet/{TOKEN}/ HTTQ/1.1")
    requests, problems = access.read_text(), errors.read_text()
    assert left_in(requests) == []
    assert left_in(problems) == []
    assert '"GET /duyet/***/ HTTP/1.1" 500' in requests
    assert '"GET /doi-moi/xem-nhap/***/?x=1 HTTP/1.1"' in requests
    assert '"https://phuong.example/doi-moi/duyet/***/"' in requests
    assert "/%64uyet/***/xem/?next=%2Fduyet%2F***%2F" in requests
    assert "Internal Server Error: /doi-moi/duyet/***/" in problems
    assert "Invalid request from ip=127.0.0.1" in problems
    assert "GET /duyet/***/" in problems


# --- nginx ----------------------------------------------------------------------------------------

NGINX = (ROOT / "deploy" / "nginx.conf").read_text()


def nginx_map(source, target, value):
    """What a `map` of nginx.conf makes of a value; Python's expressions are close enough."""
    (block,) = re.findall(rf"^map \${source} \${target} \{{\n(.*?)^\}}", NGINX, re.M | re.S)
    for rule, result in re.findall(r'"~\*(.*)" "(.*)";', block):
        if match := re.search(rule.replace("(?<shown", "(?P<shown"), value, re.IGNORECASE):
            return re.sub(r"\$(\w+)", lambda name, match=match: match[name[1]], result)
    return value


@pytest.mark.parametrize(
    "maps", [("request_uri", "masked_uri"), ("http_referer", "masked_referer")]
)
@pytest.mark.parametrize("sample", SAMPLES)
def test_nginx_masks_the_same_addresses(sample, maps):
    for shape in (
        "{}", "{}/", "{}/xem/?a=b", "/doi-moi{}/", "https://phuong.example{}/", "/?next={}/",
        "//doi-moi/{}", "{}{}/",
    ):  # fmt: skip
        plain = shape.replace("{}", sample)
        for value in (plain, plain.upper(), quote(plain, safe="/:?=&"), quote(plain, safe="")):
            shown = nginx_map(*maps, value)
            assert left_in(shown) == []
            assert left_in(shown, TOKEN.upper()) == []
            assert shown.endswith("***")
    words = sample.replace("d", "%64").replace("t", "%74").replace("k", "%6B")
    assert left_in(nginx_map(*maps, words)) == []


def test_nginx_leaves_other_addresses_as_they_are():
    for value in (
        "/", "/duyet/", "/tin-tuc/pho-duyet/bai/", "/tai-khoan/dang-nhap/", "-",
        "/tim-kiem/?q=duy%E1%BB%87t%20b%C3%A0i&trang=2", "/static/css/site.1a2b.css",
    ):  # fmt: skip
        assert nginx_map("request_uri", "masked_uri", value).removesuffix("***") == value
    assert nginx_map("request_uri", "masked_uri", "/tin-tuc/duyet-chi/") == "/tin-tuc/duyet-chi/"


def test_nginx_logs_nothing_but_the_masked_values():
    (form,) = re.findall(r"^log_format masked (.*?);", NGINX, re.M | re.S)
    names = set(re.findall(r"\$(\w+)", form))
    assert {"masked_uri", "masked_referer"} <= names
    assert names.isdisjoint(
        {"request", "request_uri", "uri", "args", "query_string", "http_referer", "document_uri"}
    )
    assert set(re.findall(r"^\s*access_log (.*);", NGINX, re.M)) == {
        "off",  # of names that are not ours
        "/var/log/nginx/access.log masked",
    }
    assert set(re.findall(r"^\s*error_log \S+ (\w+);", NGINX, re.M)) == {"emerg"}
    for server in re.split(r"^server \{", NGINX, flags=re.M)[1:]:
        assert "access_log" in server


def test_nginx_can_read_its_expressions():
    """One with a brace must stand in quotes: nginx would take the brace for a block."""
    assert re.findall(r"^\s*location ~\*? [^\"\s]*[{}]\S* \{", NGINX, re.M) == []
    assert len(re.findall(r'^\s*location ~ "', NGINX, re.M)) == 2
