"""50 submissions a second for a minute from 500 addresses: none lost, none doubled, readers served.

On PostgreSQL, through the headers of the trusted proxy, with gunicorn's and Django's settings of
production. One in twenty is sent twice at once, as by a double click. What is not accepted has to
be refused with 429 or 503 and must not be stored. Times are told, and judged by nothing but that
everybody got an answer.
"""

import asyncio
import os
import statistics
import sys
import time
import uuid
from collections import Counter
from pathlib import Path

from tests.bench.client import Client, Hidden
from tests.bench.server import site

RATE = int(os.environ.get("BENCH_RATE", "50"))
SECONDS = int(os.environ.get("BENCH_SECONDS", "60"))
ADDRESSES = int(os.environ.get("BENCH_ADDRESSES", "500"))
DOUBLE_EACH = 20
READS_EACH = 0.2
READ = ("/", "/trung-bay/", "/tin-tuc/", "/gui-gioi-thieu/")
FORM = "/gui-gioi-thieu/don-vi/gui/"
REFUSALS = (429, 503)

PREPARE = """
from tests.factories.home import make_site
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.factories.showcase import NeighbourhoodFactory, ProductPageFactory, SectorFactory
from tests.factories.submissions import SubmissionPageFactory
make_site()
SubmissionPageFactory()
column = ColumnPageFactory()
for number in range(12):
    ArticlePageFactory(parent=column, title=f"Tin {number}")
    ProductPageFactory(title=f"Sản phẩm {number}")
print(SectorFactory().pk, NeighbourhoodFactory().pk)
"""


def answers(sector, place, name):
    """What somebody types into the form."""
    return {
        "name": "Nông Văn Dũng", "phone": "0912 345 678", "email": "", "unit_name": f"Tổ {name}",
        "legal_form": "household", "neighbourhood": place, "about": "Làm miến dong từ năm 2015.",
        "stage": "", "title": name, "product_kind": "product", "sectors": [sector],
        "tagline": "Miến củ dong riềng, tráng tay, phơi nắng.", "readiness": "market",
        "ok_handling": "on", "ok_phone": "on",
    }  # fmt: skip


class Run:
    """One minute, and what came of it."""

    def __init__(self, port, sector, place):
        self.port, self.sector, self.place = port, sector, place
        self.senders = [Client(port, f"10.1.{n // 250}.{n % 250 + 1}") for n in range(ADDRESSES)]
        self.forms = {}
        self.sent = []
        self.reads = {"quiet": [], "busy": []}

    async def open_forms(self):
        """Everybody has the form before him."""
        gate = asyncio.Semaphore(8)

        async def look(client):
            async with gate:
                page = await client.get(FORM)
            if page.status != 200:
                raise SystemExit(f"the form answers {page.status} {page.fault}")
            self.forms[client.address] = Hidden(page.text).values

        await asyncio.gather(*(look(client) for client in self.senders))

    async def send(self, number):
        """One submission, by the next of the addresses."""
        client = self.senders[number % len(self.senders)]
        name = f"Miến {uuid.uuid4()}"
        data = self.forms[client.address] | answers(self.sector, self.place, name)
        data["key"] = str(uuid.uuid4())
        times = 2 if number % DOUBLE_EACH == 0 else 1
        found = await asyncio.gather(*(client.post(FORM, data) for _n in range(times)))
        self.sent += [(name, answer) for answer in found]

    async def flood(self):
        """At an even pace, whether the one before was answered or not."""
        begun, under_way = time.monotonic(), []
        for number in range(RATE * SECONDS):
            await asyncio.sleep(max(0.0, begun + number / RATE - time.monotonic()))
            under_way.append(asyncio.create_task(self.send(number)))
        await asyncio.gather(*under_way)

    async def read(self, when, until):
        """Somebody who only reads, over and over."""
        client = Client(self.port, "10.9.0.1")
        number = 0
        while not until.done():
            number += 1
            self.reads[when].append(await client.get(READ[number % len(READ)]))
            await asyncio.sleep(READS_EACH)

    async def go(self):
        """Quiet, then busy."""
        for path in READ:
            await Client(self.port, "10.9.0.2").get(path)
        await self.read("quiet", asyncio.create_task(asyncio.sleep(min(10, SECONDS))))
        await self.open_forms()
        await asyncio.sleep(4)  # faster than this nobody fills it in
        flood = asyncio.create_task(self.flood())
        await asyncio.gather(flood, self.read("busy", flood))


def judge(sent, reads, rows, stored_senders):
    """What is wrong, in words; [] for nothing.

    Args:
        sent: name and answer of each post; the same name twice for a double click.
        reads: what the readers were answered, by when.
        rows: name and number of each that is stored.
        stored_senders: how many there are.
    """
    stored = dict(rows)
    accepted = {name for name, answer in sent if answer.status == 302}
    unanswered = {name for name, answer in sent if answer.status == 0}
    refused = {name for name, _answer in sent} - accepted - unanswered
    others = Counter(
        f"{answer.status} {answer.fault}".strip()
        for _name, answer in sent
        if answer.status not in (302, *REFUSALS)
    )
    findings = {
        "accepted but lost": len(accepted - stored.keys()),
        "stored more than once": sum(count > 1 for count in stored.values()),
        "refused but stored": len(refused & stored.keys()),
        "stored without being sent": len(stored.keys() - accepted - unanswered - refused),
        "without their sender": sum(stored.values()) - stored_senders,
        "answered by neither 302, 429 nor 503": dict(others),
        "nobody was accepted": int(not accepted),
        "readers not served": sum(a.status != 200 for some in reads.values() for a in some),
    }
    return [f"{words}: {found}" for words, found in findings.items() if found]


def table(run, rows, cache):
    """What happened, for people."""
    statuses = Counter(answer.status for _name, answer in run.sent)
    posted = [answer.seconds for _name, answer in run.sent]
    lines = [
        ("cache", cache.partition(":")[0]),
        ("sent", f"{len(run.sent)} ({RATE} a second for {SECONDS} s, {ADDRESSES} addresses)"),
        *((f"  answered {status or 'not at all'}", n) for status, n in sorted(statuses.items())),
        ("stored", sum(count for _name, count in rows)),
        ("seconds until the answer", spread(posted)),
    ]
    for when, found in run.reads.items():
        lines.append((f"readers, {when}", f"{len(found)}, {spread([a.seconds for a in found])}"))
    medians = [statistics.median(a.seconds for a in found) for found in run.reads.values()]
    lines.append(("busy against quiet", f"{medians[1] / medians[0]:.1f} times (medians)"))
    for words, value in lines:
        print(f"{words:<28}{value}")


def spread(seconds):
    """Median, 95th percentile, longest."""
    ranked = sorted(seconds)
    return (
        f"median {statistics.median(ranked):.2f}, "
        f"95 % {ranked[int(len(ranked) * 0.95)]:.2f}, longest {ranked[-1]:.2f}"
    )


def main():
    """0 where nothing was lost, doubled or left without an answer."""
    with site() as place:
        sector, neighbourhood = place.run(code=PREPARE).split()
        place.run("setup_site", "--verbosity", "0")
        log = Path(place.env["MAIL_FOLDER"]).with_name("gunicorn.log")
        with place.served(log):
            run = Run(place.port, sector, neighbourhood)
            asyncio.run(run.go())
        rows = place.rows("SELECT title, count(*) FROM submissions_submission GROUP BY title")
        ((senders,),) = place.rows("SELECT count(*) FROM submissions_sender")
        table(run, rows, place.cache)
        said = [line for line in log.read_text().splitlines() if "Service Unavailable" not in line]
        if said:
            print("the server said:", *said[-20:], sep="\n", file=sys.stderr)
    wrong = judge(run.sent, run.reads, rows, senders)
    print("\n".join(wrong) or "nothing lost, nothing doubled")
    return 1 if wrong else 0
