"""What a page may load and use, and who may load it: values of the headers the settings name.

`deploy/nginx-headers.conf` says the same for what the web server sends itself.
"""

from csp.constants import NONCE

# Other sites show our pictures and play our sound (feed readers, cards); pages are for ourselves.
SHARED_PATHS = ("/media/", "/static/", "/documents/", "/hoa-tiet/", "/s/", "/nhung/")

# Without `interest-cohort`, `bluetooth`, `web-share`: Chromium knows none and complains of each.
OFF = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
]
OWN = [
    "clipboard-read",
    "clipboard-write",
    "fullscreen",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
]
PERMISSIONS = ", ".join([f"{name}=()" for name in OFF] + [f"{name}=(self)" for name in OWN])

_SELF, _NONE = ["'self'"], ["'none'"]
_POLICY = {
    "default-src": _NONE,
    "script-src": _SELF,
    "style-src": _SELF,
    "img-src": _SELF,
    "font-src": _SELF,
    "connect-src": _SELF,
    "media-src": _SELF,
    "frame-src": _SELF,
    "manifest-src": _SELF,
    "object-src": _NONE,
    "base-uri": _NONE,
    "form-action": _SELF,
}
# A preview may be framed by the admin all the same: core.middleware.PolicyMiddleware.
PUBLIC = {**_POLICY, "frame-ancestors": _NONE}
ADMIN = {
    **_POLICY,
    "script-src": ["'self'", NONCE],  # Wagtail's few inline scripts: core.nonces
    # The cropper asks whether a screen can be touched by an attribute of just "return;".
    "script-src-attr": ["'unsafe-hashes'", "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='"],
    # The text editor writes its hints and list numbers into `style` elements and attributes.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "blob:"],  # pictures about to be sent
    "frame-ancestors": _SELF,
}
