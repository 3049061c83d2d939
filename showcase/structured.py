"""Startups and products for machines (schema.org). Only what their makers released."""

from typing import TYPE_CHECKING

from core.meta import Frame, Thing, thing
from showcase.choices import ContactKind, ProductKind

if TYPE_CHECKING:
    from showcase.models import ProductPage, StartupPage


def describe_startup(page: "StartupPage", frame: Frame) -> Thing:
    """An Organization with the contacts it shows."""
    ways = {contact.kind: contact.value for contact in page.public_contacts}
    return thing(
        "Organization",
        name=page.title,
        legalName=page.legal_name,
        alternateName=[name.strip() for name in page.other_names.split(",") if name.strip()],
        description=page.sapo,
        url=frame.url,
        image=frame.image,
        taxID=page.public_tax_code,
        foundingDate=str(page.founded_year or ""),
        address=page.address,
        telephone=ways.get(ContactKind.PHONE),
        email=ways.get(ContactKind.EMAIL),
        sameAs=[link.url for link in page.links.all()],
    )


def describe_product(page: "ProductPage", frame: Frame) -> Thing:
    """A Product, or a Service for a solution. No price: the makers' words are no offer."""
    maker = page.startup
    by = thing("Organization", name=maker.title, url=maker.full_url)
    if page.product_kind == ProductKind.SOLUTION:
        return thing(
            "Service",
            name=page.title,
            description=page.tagline or page.sapo,
            url=frame.url,
            image=frame.image,
            provider=by,
            serviceType=", ".join(sector.name for sector in page.sectors.all()),
        )
    return thing(
        "Product",
        name=page.title,
        description=page.tagline or page.sapo,
        url=frame.url,
        image=[frame.image] if frame.image else [],
        brand=thing("Brand", name=maker.title),
        manufacturer=by,
        category=", ".join(sector.name for sector in page.sectors.all()),
        award=[f"OCOP {row.stars} sao" for row in page.certificates.all() if row.is_valid_ocop],
    )
