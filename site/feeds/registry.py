"""Which listings can be followed. Apps above register theirs; the directory only reads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A listing to follow: what it is, what it holds, where it stands."""

    title: str
    url: str
    note: str = ""
    level: int = 0


Provider = Callable[[], Iterable[Source]]
_providers: list[tuple[int, Provider]] = []


def register(provider: Provider, *, order: int) -> None:
    """Add a function that yields the listings of an app; `order` is its place in the directory."""
    if all(known is not provider for _, known in _providers):
        _providers.append((order, provider))
        _providers.sort(key=lambda row: row[0])


def sources() -> list[Source]:
    """All listings, in order."""
    return [source for _, provider in _providers for source in provider()]
