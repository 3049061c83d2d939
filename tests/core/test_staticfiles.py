"""The bundle of stylesheets and the storage that writes it."""

import json
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from core.staticfiles import BundledManifestStorage, bundle_css, minify_css

PROJECT_STATIC = Path(__file__).resolve().parents[2] / "static"


def write_tree(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def paths_under(root: Path) -> dict:
    storage = FileSystemStorage(location=root)
    names = [p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()]
    return {name: (storage, name) for name in names}


@pytest.fixture
def tree(tmp_path):
    source = tmp_path / "source"
    write_tree(
        source,
        {
            "css/site.css": '@layer a, b;\n@import "a.css";\n@import url("parts/b.css");\n',
            "css/a.css": "/* first */\n@layer a {\n  p {\n    color: red;\n  }\n}\n",
            "css/parts/b.css": (
                '@import "../a.css";\n@layer b { i { background: url("../../img/x.svg"); } }\n'
            ),
            "css/other.css": '@import "a.css";\nb { color: blue; }\n',
            "img/x.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        },
    )
    return source


def collect(source: Path, target: Path) -> tuple[BundledManifestStorage, dict[str, str]]:
    """What collectstatic does: copy, then post-process."""
    storage = BundledManifestStorage(location=target, base_url="/static/")
    paths = paths_under(source)
    for name, (origin, path) in paths.items():
        storage.delete(name)
        with origin.open(path) as file:
            storage.save(name, file)
    for _, _, outcome in storage.post_process(paths):
        if isinstance(outcome, Exception):
            raise outcome
    manifest = json.loads((target / "staticfiles.json").read_text())
    return storage, manifest["paths"]


def test_imports_come_in_where_they_stand_and_only_once(tree):
    css = bundle_css("css/site.css", paths_under(tree))
    assert css == '@layer a,b;@layer a{p{color:red}}@layer b{i{background:url("../img/x.svg")}}'


def test_imports_that_go_in_a_circle_end(tmp_path):
    write_tree(
        tmp_path, {"css/site.css": '@import "a.css";', "css/a.css": '@import "site.css";p{}'}
    )
    assert bundle_css("css/site.css", paths_under(tmp_path)) == "p{}"


def test_a_stylesheet_of_another_host_stays_imported(tmp_path):
    write_tree(tmp_path, {"css/site.css": '@import "https://example.vn/x.css";\np { top: 0; }'})
    assert bundle_css("css/site.css", paths_under(tmp_path)).startswith("@import")


def test_an_import_inside_a_comment_is_not_followed(tmp_path):
    write_tree(tmp_path, {"css/site.css": '/* @import "gone.css"; */ p { top: 0; }'})
    assert bundle_css("css/site.css", paths_under(tmp_path)) == "p{top:0}"


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("a :hover { left: calc(1px + 2px); }", "a :hover{left:calc(1px + 2px)}"),
        ('q::before { content: "a  ; b: /* c */ "; }', 'q::before{content:"a  ; b: /* c */ "}'),
        (
            "@media (min-width: 1px) and (max-width: 2px) { p { top: 0 } }",
            "@media (min-width:1px) and (max-width:2px){p{top:0}}",
        ),
        ("i { margin: 0 auto ; } /* x */ b , u { top: 1px; }", "i{margin:0 auto}b,u{top:1px}"),
    ],
)
def test_only_needless_spaces_are_dropped(css, small):
    assert minify_css(css) == small


def test_the_collected_stylesheet_is_one_file_with_hashed_pictures(tree, tmp_path):
    target = tmp_path / "collected"
    _, names = collect(tree, target)
    css = (target / names["css/site.css"]).read_text()
    assert "@import" not in css
    assert names["img/x.svg"].removeprefix("img/") in css


def test_other_stylesheets_keep_their_imports(tree, tmp_path):
    target = tmp_path / "collected"
    _, names = collect(tree, target)
    css = (target / names["css/other.css"]).read_text()
    assert names["css/a.css"].removeprefix("css/") in css


def test_a_changed_part_gives_the_bundle_a_new_name(tree, tmp_path):
    target = tmp_path / "collected"
    _, before = collect(tree, target)
    (tree / "css/a.css").write_text("p { color: green; }")
    _, after = collect(tree, target)
    assert before["css/site.css"] != after["css/site.css"]


def test_a_dry_run_writes_nothing(tree, tmp_path):
    storage = BundledManifestStorage(location=tmp_path / "collected", base_url="/static/")
    assert list(storage.post_process(paths_under(tree), dry_run=True)) == []
    assert not (tmp_path / "collected").exists()


def test_a_file_missing_from_the_manifest_is_no_error(tree, tmp_path, settings):
    settings.DEBUG = False
    storage, _ = collect(tree, tmp_path / "collected")
    assert storage.url("css/unknown.css").startswith("/static/css/unknown")


def test_the_bundle_of_the_site_has_no_import_and_stays_small():
    css = bundle_css("css/site.css", paths_under(PROJECT_STATIC))
    assert "@import" not in css
    assert css.index("@layer reset") < css.index("@font-face")
    assert len(css.encode()) < 80_000


def test_every_file_the_stylesheets_name_exists():
    css = bundle_css("css/site.css", paths_under(PROJECT_STATIC))
    addresses = {part.split(")")[0].strip("\"'") for part in css.split("url(")[1:]}
    assert addresses
    for address in addresses:
        assert (PROJECT_STATIC / "css" / address).resolve().is_file()
