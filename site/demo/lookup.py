"""What the content files name by words, found in the database."""

from typing import Any

from django.core.files.base import ContentFile

from core.models import BasePage, PlanTask, Topic
from demo.content_files import FILES
from library.models import CustomDocument, CustomImage
from showcase.models import Neighbourhood, Sector


class Lookup:
    """Finds topics, sectors, tasks, pictures and pages by the names the files use.

    Raises:
        KeyError: naming the word that has no match, so that a slip in a file is found at once.
    """

    def __init__(self) -> None:
        self.pictures: dict[str, CustomImage] = {}

    def topics(self, names: list[str]) -> list[Topic]:
        """Topics by name, in the order given."""
        return self._by(Topic, "name", names)

    def sectors(self, names: list[str]) -> list[Sector]:
        """Sectors by name."""
        return self._by(Sector, "name", names)

    def tasks(self, codes: list[str]) -> list[PlanTask]:
        """Plan tasks by code."""
        return self._by(PlanTask, "code", codes)

    def neighbourhood(self, name: str) -> Neighbourhood | None:
        """A neighbourhood by name, None for an empty one."""
        return self._by(Neighbourhood, "name", [name])[0] if name else None

    def page(self, title: str) -> BasePage:
        """A page by its title (or, for documents, by its number)."""
        found = BasePage.objects.filter(title=title).first()
        if not found:
            found = BasePage.objects.filter(legaldocumentpage__number=title).first()
        if not found:
            raise KeyError(title)
        return found.specific

    def picture(self, stem: str | None) -> CustomImage | None:
        """A picture of the demo by file stem."""
        return self.pictures[stem] if stem else None

    def document(self, name: str) -> CustomDocument:
        """A file of `files/`, taken into the library when it is first asked for."""
        title = f"{name} (tệp mẫu)"
        known = CustomDocument.objects.filter(title=title).first()
        if known:
            return known
        path = FILES / name
        return CustomDocument.objects.create(
            title=title, file=ContentFile(path.read_bytes(), name=path.name)
        )

    def _by(self, model: Any, field: str, values: list[str]) -> list[Any]:
        found = {
            getattr(row, field): row for row in model.objects.filter(**{f"{field}__in": values})
        }
        return [found[value] for value in values]
