"""Two addresses on the web that lead to one place."""

from urllib.parse import urlsplit

PLAIN_PREFIXES = ("www.", "m.", "web.")


def host_of(url: str) -> str:
    """The host in lower case, without `www.` and its like; '' for what is none."""
    try:
        host = (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""
    for prefix in PLAIN_PREFIXES:
        host = host.removeprefix(prefix)
    return host


def web_key(url: str) -> str:
    """Host and path, as far as they tell two places apart; '' for no address."""
    host = host_of(url)
    path = urlsplit(url).path.strip("/").lower() if host else ""
    return f"{host}/{path}" if host else ""
