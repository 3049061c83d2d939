"""Startups and products of the demo."""

from demo.content_files import items
from demo.tree import Row, Tree, pick
from demo.when import day, published
from showcase.models import (
    BuyPlace,
    Certificate,
    Contact,
    Founder,
    Measure,
    ProductMedia,
    ProductPage,
    StartupLink,
    StartupNeed,
    StartupPage,
)


def load_startups(tree: Tree, pages: Row) -> None:
    """Startups with contacts and founders."""
    fields = ("legal_name", "legal_form", "one_person_model", "tax_code", "founded_year", "stage",
              "address")  # fmt: skip
    for row in items("startups"):
        others = row.get("other_names", "")
        page, new = tree.page(
            pages["trung-bay"],
            StartupPage,
            row["slug"],
            when=published(row.get("days_ago", 150)),
            **tree.common(row),
            **pick(row, *fields),
            other_names=others if isinstance(others, str) else ", ".join(others),
            neighbourhood=tree.lookup.neighbourhood(row.get("neighbourhood", "")),
            logo=tree.lookup.picture(row.get("logo")),
            last_confirmed_on=day(-row.get("last_confirmed_days_ago", 40)),
        )
        if not new:
            continue
        page.sectors.set(tree.lookup.sectors(row.get("sectors", [])))
        for need in row.get("seeking", []):
            page.needs.add(StartupNeed(**pick(need, "kind", "note")))
        for link in row.get("links", []):
            page.links.add(StartupLink(**pick(link, "kind", "url")))
        page.save()
        for order, contact in enumerate(row.get("contacts", [])):
            values = pick(contact, "kind", "label", "value", "is_public")
            Contact.objects.create(startup=page, order=order, **values)
        for founder in row.get("founders", []):
            Founder.objects.create(
                startup=page, **pick(founder, "name", "role", "bio", "is_public")
            )
        tree.finish(page, row)


def load_products(tree: Tree, pages: Row) -> None:
    """Products and solutions."""
    fields = ("product_kind", "tagline", "problem", "solution", "for_whom", "price_note",
              "readiness", "buyer_quote", "buyer_name")  # fmt: skip
    for row in items("products"):
        page, new = tree.page(
            tree.lookup.page(row["startup"]),
            ProductPage,
            row["slug"],
            when=published(row.get("days_ago", 100)),
            **tree.common(row),
            **pick(row, *fields),
        )
        if not new:
            continue
        page.sectors.set(tree.lookup.sectors(row.get("sectors", [])))
        for media in row.get("media", []):
            image = tree.lookup.picture(media["picture"])
            page.media.add(ProductMedia(image=image, **pick(media, "alt", "caption")))
        for row_ in row.get("certificates", []):
            values = pick(row_, "kind", "name", "stars", "number", "issuer", "issued_year")
            until = day(row_["valid_until_days"]) if "valid_until_days" in row_ else None
            page.certificates.add(Certificate(valid_until=until, **values))
        for buy in row.get("buy", []):
            page.buy_places.add(BuyPlace(**pick(buy, "label", "url", "address")))
        for measure in row.get("measured", []):
            page.measures.add(
                Measure(
                    **{
                        k: str(v)
                        for k, v in pick(measure, "value", "unit", "label", "source").items()
                    }
                )
            )
        tree.finish(page, row)
