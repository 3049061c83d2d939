"""Models of the showcase."""

from showcase.models.index import ShowcaseIndexPage
from showcase.models.people import Contact, Founder
from showcase.models.product import BuyPlace, Certificate, Measure, ProductMedia, ProductPage
from showcase.models.startup import StartupLink, StartupNeed, StartupPage
from showcase.models.terms import Neighbourhood, Sector

__all__ = [
    "BuyPlace",
    "Certificate",
    "Contact",
    "Founder",
    "Measure",
    "Neighbourhood",
    "ProductMedia",
    "ProductPage",
    "Sector",
    "ShowcaseIndexPage",
    "StartupLink",
    "StartupNeed",
    "StartupPage",
]
