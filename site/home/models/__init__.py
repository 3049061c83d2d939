"""Models of home."""

from home.models.card import SocialCard
from home.models.home import HomeNumber, HomePage
from home.models.identity import OfficialChannel, SiteIdentity
from home.models.menu import MenuSettings
from home.models.notice import Notice
from home.models.pages import ContactPage, StandardPage

__all__ = [
    "ContactPage",
    "HomeNumber",
    "HomePage",
    "MenuSettings",
    "Notice",
    "OfficialChannel",
    "SiteIdentity",
    "SocialCard",
    "StandardPage",
]
