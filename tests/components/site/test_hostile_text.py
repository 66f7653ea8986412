"""What people type is shown letter for letter on the site and runs nowhere."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from store.database import engine
from store.meetings import meetings
from tests.browser.reporting.hostile import DANGERS, LINK
from tests.browser.reporting.payloads import TYPED
from tests.components.site import reading
from tests.components.site.conftest import Publish
from tests.components.site.serving import serving
from tests.components.site.test_reading import enliven, tab
from tests.store.meetings import sittings
from tests.store.writing import WEDNESDAY, publish

PAGE = "objective/D4.html"


def test_text_from_people_is_inert(
    browser: Browser, tmp_path: Path, store: str, publish_to: Publish
) -> None:
    opened = engine.connect(store)
    publish(opened, WEDNESDAY, source_title=TYPED["source"], source_link=LINK, note=TYPED["note"])
    held = sittings.opened(opened)
    sittings.decide(opened, held, text=TYPED["decision"])
    closed = sittings.step(opened, meetings.close, held, sittings.TODAY)
    sittings.step(opened, meetings.publish, closed, sittings.TODAY)
    unpublished = sittings.opened(opened)
    sittings.decide(opened, unpublished, code="two", text="Between ourselves")
    opened.dispose()
    site = tmp_path / "site"
    publish_to(site)
    said = reading.text(reading.parse(site / PAGE))
    assert TYPED["source"] in said
    assert TYPED["note"] in said
    assert TYPED["decision"] in said
    assert "Between ourselves" not in said
    with serving(site) as address, tab(browser) as page:
        for path in (PAGE, "index.html", "search.html"):
            page.goto(f"{address}/{path}")
            enliven(page)
            expect(page.locator("main script:not([type='application/json'])")).to_have_count(0)
            expect(page.locator(DANGERS)).to_have_count(0)
            assert page.evaluate("window.hacked") is None
        page.goto(f"{address}/{PAGE}")
        enliven(page)
        source = page.locator(f"a[href='{LINK}']").first
        expect(source).to_have_attribute("rel", "noopener noreferrer")
        tip = page.locator("#vg-tooltip-element")
        told: list[str] = []
        for mark in page.locator(".chart .live .mark-symbol path").all():  # facts are drawn too
            mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
            mark.hover(force=True)
            expect(tip).to_contain_class("visible")
            told.append(tip.inner_text())
        assert any("**bold**" in one for one in told)
        assert page.evaluate("window.hacked") is None
