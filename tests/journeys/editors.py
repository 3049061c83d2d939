"""People of the editorial office at their browsers. Import `enter` as a fixture."""

import pytest


@pytest.fixture
def enter(browser, portal, password):
    """A function that gives a page of the admin with somebody signed in."""
    contexts = []

    def sign_in(name, **options):
        context = browser.new_context(locale="vi-VN", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{portal}/admin/login/")
        page.fill("[name=login]", name)
        page.fill("[name=password]", password)
        page.click("button[type=submit]")
        page.wait_for_url(f"{portal}/admin/")
        return page

    yield sign_in
    for context in contexts:
        context.close()


def column_of(page, portal, slug="chinh-sach"):
    """The key of a column."""
    answer = page.request.get(f"{portal}/admin/api/main/pages/?type=news.ColumnPage&slug={slug}")
    return answer.json()["items"][0]["id"]


def new_article(page, portal):
    """The form of a new article."""
    page.goto(f"{portal}/admin/pages/add/news/articlepage/{column_of(page, portal)}/")


def stream(page):
    """The blocks of the body as the form holds them: type and value."""
    return page.evaluate("""() => {
        const panel = window.wagtail.editHandler.getPanelByName('body');
        return panel.getBoundWidget().getValue().map(({ type, value }) => ({ type, value }));
    }""")


def add_paragraph(page):
    """An empty paragraph at the top of the body; gives its editor."""
    page.wait_for_function("window.wagtail?.editHandler")
    page.evaluate("""() => {
        const body = window.wagtail.editHandler.getPanelByName('body').getBoundWidget();
        const value = body.blockDef.initialChildStates.paragraph;
        body.insert({ type: 'paragraph', value, id: null }, 0, { focus: true });
    }""")
    return page.locator("[data-contentpath=body] .public-DraftEditor-content").first
