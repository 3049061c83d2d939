"""Signing in as a browser does, and a telephone that shows codes."""

import re
import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

PASSWORD = "mat-khau-thu-1"
SIGN_IN = "/tai-khoan/dang-nhap/"
SET_UP = "/tai-khoan/hai-lop/bat/"
CODE = "/tai-khoan/hai-lop/ma/"


def sign_in(client, login, password=PASSWORD, **more):
    """Post the form."""
    return client.post(SIGN_IN, {"login": login, "password": password, **more})


def code_of(secret, steps=0):
    """What the telephone shows now, or some half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def give_factor(user):
    """A telephone and recovery codes: (secret, codes)."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret, RecoveryCodes.activate(user).get_unused_codes()


def set_up(client):
    """Walk through the set-up; gives the secret."""
    page = client.get(SET_UP).content.decode()
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")
    answer = client.post(SET_UP, {"code": code_of(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return secret


def signed_in(client):
    """Whether this browser's session belongs to somebody who is let in."""
    return client.get("/tai-khoan/hai-lop/").status_code == 200
