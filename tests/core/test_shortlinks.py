"""Short addresses and their square codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.shortlinks import LARGEST, decode, encode
from tests.factories.news import ArticlePageFactory, ColumnPageFactory


@given(st.integers(0, LARGEST))
def test_every_key_comes_back(number):
    code = encode(number)
    assert decode(code) == number
    assert decode(code.upper()) == number
    assert not set(code) & set("ilou")


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_key_or_nothing(text):
    found = decode(text)
    assert found is None or 0 <= found <= LARGEST


def test_letters_that_look_alike_are_read_as_meant():
    assert decode("1o") == decode("I0") == decode("l0") == 32
    assert decode("u") is None
    with pytest.raises(ValueError, match="negative"):
        encode(-1)


def test_a_short_address_follows_its_page_through_renaming_and_hides_with_it(client, home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title="Cũ")
    path = f"/s/{encode(page.pk)}/"
    assert page.get_short_url() == f"http://localhost{path}"
    assert client.get(path)["Location"] == page.full_url
    page.slug = "moi"
    page.save()
    assert client.get(path)["Location"].endswith("/moi/")
    qr = client.get(f"{path}qr.svg")
    assert qr["Content-Type"] == "image/svg+xml"
    assert b"<svg" in qr.content
    page.unpublish()
    assert client.get(path).status_code == 404
    assert client.get(f"{path}qr.svg").status_code == 404


@pytest.mark.parametrize("code", ["zzzzzzzzzzzzzzzz", "-", "u", "0", "a_b"])
def test_a_code_of_nothing_is_a_404(client, home, code):
    assert client.get(f"/s/{code}/").status_code == 404
    assert client.post(f"/s/{code}/").status_code in (403, 405)
