"""Trying passwords, codes and addresses: after a few comes 429, by account and by network."""

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from core.caching import ResilientRedisCache
from tests.accounts.signing import CODE, SIGN_IN, give_factor, sign_in, signed_in
from tests.factories.accounts import UserFactory


@pytest.fixture
def clock():
    with time_machine.travel("2026-11-24T03:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def lan(home):
    return UserFactory(username="lan", email="lan@phuong.example")


def wrong(client, login="lan", network="198.51.100.1"):
    return client.post(
        SIGN_IN, {"login": login, "password": "sai"}, headers={"x-forwarded-for": network}
    ).status_code


def test_ten_wrong_passwords_lock_an_account_for_ten_minutes_from_everywhere(client, lan, clock):
    names = ["lan", "LAN", "lan@phuong.example", "Lan@phuong.example"]
    tries = [wrong(client, names[n % 4], f"198.51.100.{n}") for n in range(12)]
    assert tries == [200] * 10 + [429] * 2
    answer = sign_in(client, "lan")
    assert answer.status_code == 429
    assert "Đợi mười phút rồi thử lại" in answer.content.decode()
    assert not signed_in(client)
    clock.shift(601)
    assert sign_in(client, "lan").status_code == 302


def test_a_name_nobody_has_is_locked_alike(client, lan, clock):
    assert [wrong(client, "khong-ai") for _ in range(12)] == [200] * 10 + [429] * 2


def test_one_network_tries_thirty_accounts_and_another_goes_on(client, lan, clock):
    tries = [wrong(client, f"ai-{n}") for n in range(32)]
    assert tries == [200] * 30 + [429] * 2
    assert wrong(client, "khac", network="203.0.113.9") == 200


def test_what_a_stranger_writes_into_the_header_makes_no_new_network(lan, clock):
    """Only a trusted proxy is believed, and of it only what it wrote itself."""
    outside = Client(REMOTE_ADDR="203.0.113.5")
    tries = [wrong(outside, f"ai-{n}", f"10.0.0.{n}") for n in range(31)]
    assert tries[-1] == 429
    behind = Client()
    tries = [wrong(behind, f"x-{n}", f"10.0.0.{n}, 203.0.113.77") for n in range(31)]
    assert tries[-1] == 429


def test_good_sign_ins_count_for_nothing(client, lan, clock):
    for _ in range(15):
        assert sign_in(client, "lan").status_code == 302


def test_sixty_forms_a_minute_from_one_network_get_the_page_that_says_so(client, lan, clock):
    answers = [sign_in(client, "lan") for _ in range(61)]
    assert answers[-1].status_code == 429
    text = answers[-1].content.decode()
    assert "Vừa thử quá nhiều lần" in text
    assert '<html lang="vi">' in text
    assert "no-store" in answers[-1]["Cache-Control"]


def test_codes_are_tried_ten_times(client, lan, clock):
    _secret, codes = give_factor(lan)
    sign_in(client, "lan")
    tries = [client.post(CODE, {"code": f"{n:06}"}).status_code for n in range(12)]
    assert tries == [200] * 10 + [429] * 2
    assert client.post(CODE, {"code": codes[0]}).status_code == 429
    assert not signed_in(client)


def test_passwords_are_asked_again_ten_times_a_minute(client, lan, clock):
    sign_in(client, "lan")
    address = "/tai-khoan/xac-nhan/"
    tries = [client.post(address, {"password": "sai"}).status_code for _ in range(11)]
    assert tries == [200] * 10 + [429]


def test_letters_are_asked_for_three_times_an_hour_for_one_address(client, lan, clock):
    address = "/tai-khoan/mat-khau/quen/"
    for email in ("lan@phuong.example", "khong-ai@phuong.example"):
        tries = [client.post(address, {"email": email}).status_code for _ in range(4)]
        assert tries == [302] * 3 + [429]


def test_no_network_address_stands_in_the_cache(client, lan):
    wrong(client, network="203.0.113.66")
    stored = str(list(cache._cache))
    assert "allauth:rl" in stored
    assert "203.0.113.66" not in stored


def test_without_a_cache_people_still_sign_in_and_nothing_is_limited(client, lan, settings):
    """The price is protection, not access: said in the log of the cache."""
    settings.CACHES = {
        "default": {
            "BACKEND": f"{ResilientRedisCache.__module__}.{ResilientRedisCache.__name__}",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    assert {wrong(client) for _ in range(12)} == {200}
    assert sign_in(client, "lan").status_code == 302
    assert signed_in(client)
