"""How people sign in and for how long: part of the base settings; no operator changes it."""

AUTHENTICATION_BACKENDS = ["accounts.backends.SignInBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
PASSWORD_RESET_TIMEOUT = 24 * 3600  # seconds; also of the letter to a new account
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # ours asks for the old one, see accounts.urls
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # administrators change it; both addresses are told
WAGTAILUSERS_PASSWORD_ENABLED = False  # nobody sets another one's
# Who decides, and the technical operator, must have a second factor. Off for the demo in dev alone.
SECOND_FACTOR_DEMANDED = SECOND_FACTOR_FOR_DEMO = True
# Seconds, see accounts.sessions: a working day; “Giữ tôi đăng nhập”; at rest, for those who decide.
SESSION_COOKIE_AGE, SESSION_REMEMBERED_AGE, SESSION_IDLE_AGE = 12 * 3600, 14 * 86400, 2 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True  # Wagtail reads its token from the page
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_FORMS = {
    "login": "accounts.forms.sign_in.SignInForm",
    "reset_password": "accounts.forms.sign_in.PasswordLinkForm",
    "user_token": "accounts.forms.sign_in.PasswordTokenForm",
}
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False  # whose account may not enter signs in with another
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are given by administrators
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_RATE_LIMITS = {  # an office shares one address; one account is tried from many
    "login": "60/m/ip",
    "login_failed": "30/10m/ip,10/10m/key",  # codes of the second factor, too: by account
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "reset_password": "20/h/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
}
MFA_ADAPTER = "accounts.adapters.SecondFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "accounts.forms.sign_in.CodeForm",
    "reauthenticate": "accounts.forms.sign_in.CodeAgainForm",
    "activate_totp": "accounts.forms.sign_in.SetUpForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # telephones go half a minute wrong
