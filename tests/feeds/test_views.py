"""The directory of what can be followed."""

from feeds import registry
from tests.factories.news import ColumnPageFactory


def test_every_listing_is_in_the_directory_and_hidden_ones_are_not(client, home):
    shown = ColumnPageFactory(title="Mục được theo dõi")
    hidden = ColumnPageFactory(title="Mục đã khóa")
    hidden.unpublish()
    html = client.get("/rss/").content.decode()
    for url in ("/tin-tuc/", "/cau-chuyen/", "/trung-bay/", "/su-kien/", shown.url):
        assert url in html
    assert "Mục đã khóa" not in html


def test_an_app_registers_once_and_in_its_place(monkeypatch):
    monkeypatch.setattr(registry, "_providers", [])

    def late():
        yield registry.Source("Sau", "/sau/")

    def early():
        yield registry.Source("Trước", "/truoc/")

    registry.register(late, order=20)
    registry.register(early, order=10)
    registry.register(late, order=20)
    assert [source.title for source in registry.sources()] == ["Trước", "Sau"]
