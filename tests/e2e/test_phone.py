"""The phone's page in a real browser as large as a phone: pairing by the picture's address, a call that waits for the computer, both
themes, what a screen reader meets."""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from journeydesk.domain.phone.pairing import Stage
from journeydesk.receiver.phone.serving import PhoneServer
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.services.phone import pairing
from journeydesk.services.phone.settings import PhoneSettings
from tests.integration.conftest import empty_workspace
from tests.integration.office import Office, office_in
from tests.npm import npm_modules

__all__ = ["empty_workspace"]

_BROWSER, _DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (_BROWSER and _DRIVER), reason="a real browser needs chromium and its driver: apt-get install chromium chromium-driver"
)
_PATIENCE = 20.0
_SMALLEST_TARGET = 46


class Phone:
    """Chromium, 390 × 844, and the computer that it asks."""

    def __init__(self, office: Office, dark: bool) -> None:
        self.office = office
        self.log = SecurityLog(office.context)
        self.server = PhoneServer(office.context, PhoneSettings(True, "127.0.0.1", 0), self.log)
        options = webdriver.ChromeOptions()
        options.binary_location = str(_BROWSER)
        for argument in ("--headless=new", "--no-sandbox", "--ignore-certificate-errors", "--disable-gpu"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.browser = webdriver.Chrome(options, webdriver.ChromeService(str(_DRIVER)))
        size = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def close(self) -> None:
        self.browser.quit()
        self.server.stop()
        self.log.close()

    def open(self, address: str) -> None:
        self.browser.get(f"https://127.0.0.1:{self.server.port}{address}")

    def find(self, selector: str) -> WebElement:
        self.until(lambda: bool(self.browser.find_elements(By.CSS_SELECTOR, selector)))
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, self.browser.page_source[:3000]
            time.sleep(0.05)

    def tap(self, selector: str) -> None:
        self.find(selector).click()

    def pair(self) -> None:
        self.open(f"/phone/pair#{pairing.invite(self.office.context).secret}")
        self.until(lambda: bool(self.browser.find_elements(By.CSS_SELECTOR, ".digits")))
        self.tap("form[action$=agree] button")
        self.find("#waiting")
        assert pairing.agree_by_computer(self.office.context) is Stage.PAIRED
        self.until(lambda: self.browser.current_url.endswith("/phone/"))

    def offline(self, is_so: bool) -> None:
        """The network goes, or is back."""
        self.browser.execute_cdp_cmd("Network.enable", {})
        conditions = {"offline": is_so, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self.browser.execute_cdp_cmd("Network.emulateNetworkConditions", conditions)

    def troubles(self) -> list[str]:
        """What the browser complained of."""
        entries = self.browser.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in entries if entry["level"] == "SEVERE"]


@pytest.fixture
def office(tmp_path: Path, empty_workspace: Path) -> Iterator[Office]:
    """A computer with one prospect that is late."""
    with office_in(tmp_path / "office", empty_workspace) as office:
        office.prospect(
            company="Tinrock Hydraulics",
            contact_name="Makena Wairimu",
            phone="+44 1632 960 118",
            email="makena@tinrock.example",
            owner=office.context.actor,
            next_follow_up="2026-05-14",
        )
        yield office


@pytest.fixture
def phone(office: Office) -> Iterator[Phone]:
    phone = Phone(office, dark=False)
    yield phone
    phone.close()


def _calls(office: Office) -> list[tuple[object, ...]]:
    return office.rows("SELECT outcome, summary FROM interactions WHERE deleted = 0")


def test_the_pictures_address_pairs_and_leaves_no_secret(phone: Phone) -> None:
    secret = pairing.invite(phone.office.context).secret
    phone.open(f"/phone/pair#{secret}")
    phone.until(lambda: bool(phone.browser.find_elements(By.CSS_SELECTOR, ".digits")))
    running = pairing.pairing(phone.office.context)
    assert running is not None
    assert phone.find(".digits").text.replace("\n", "").replace(" ", "") == running.number
    assert secret not in phone.browser.current_url
    phone.tap("form[action$=agree] button")
    phone.find("#waiting")
    pairing.agree_by_computer(phone.office.context)
    phone.until(lambda: phone.browser.current_url.endswith("/phone/"))
    assert phone.troubles() == []


def test_numbers_that_differ_end_it(phone: Phone) -> None:
    phone.open(f"/phone/pair#{pairing.invite(phone.office.context).secret}")
    phone.tap("form[action$=stop] button")
    phone.find("#ask")
    assert pairing.agree_by_computer(phone.office.context) is Stage.STOPPED


def test_a_call_is_logged_from_the_sheet(phone: Phone) -> None:
    phone.pair()
    phone.tap("a.whole")
    phone.tap("[data-sheet=sheet-note]")
    phone.tap("#sheet-note [data-close]")
    phone.open(phone.browser.current_url.split(str(phone.server.port))[1] + "?sheet=call")
    phone.tap("input[value=Reached]")
    phone.find("#call-note").send_keys("Signs on Friday.")
    phone.tap("#sheet-call button.primary")
    phone.until(lambda: _calls(phone.office) == [("Reached", "Signs on Friday.")])
    phone.until(lambda: "sheet=call" not in phone.browser.current_url)
    assert phone.troubles() == []


def test_what_was_saved_waits_on_the_phone_and_arrives_once(phone: Phone) -> None:
    phone.pair()
    phone.open("/phone/prospects/1?sheet=note")
    phone.find("#note-text").send_keys("Typed in the cellar.")
    phone.offline(True)
    phone.tap("#sheet-note button.primary")
    phone.until(lambda: "Kept on this phone" in phone.find("#sheet-note .problem").text)
    assert "1 waiting" in str(phone.find("#pill-words").get_attribute("textContent"))
    assert _calls(phone.office) == []
    phone.offline(False)
    phone.open("/phone/")
    phone.until(lambda: len(_calls(phone.office)) == 1)
    phone.until(lambda: phone.find("#pill-words").text == "Connected")
    phone.open("/phone/")
    assert _calls(phone.office) == [(None, "Typed in the cellar.")]


def test_what_was_typed_and_not_saved_is_there_again(phone: Phone) -> None:
    phone.pair()
    phone.open("/phone/prospects/1?sheet=note")
    phone.find("#note-text").send_keys("Half a sen")
    phone.open("/phone/alerts")
    phone.open("/phone/prospects/1?sheet=note")
    assert phone.find("#note-text").get_attribute("value") == "Half a sen"


def test_back_from_the_telephone_the_log_stands_ready(phone: Phone) -> None:
    phone.pair()
    phone.open("/phone/prospects/1")
    began = int(time.time() * 1000) - 6 * 60_000
    stored = json.dumps(json.dumps({"at": began, "address": "/phone/prospects/1"}))
    phone.browser.execute_script(f"localStorage.setItem('journeydesk.call', {stored})")
    phone.browser.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
    phone.until(lambda: phone.find("#sheet-call").get_attribute("open") is not None)
    assert phone.find("#sheet-call [name=minutes]").get_attribute("value") == "6"


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    modules = npm_modules(Path(__file__).parent / "axe/package.json", "axe-core")
    return (modules / "axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_has_what_axe_complains_of_or_a_small_target(office: Office, axe: str, dark: bool) -> None:
    office.add(
        "alerts",
        prospect=1,
        rule="stage jump",
        priority="Urgent",
        status="Pending",
        reason="Jumped",
        raised_at=office.ago(hours=1),
    )
    phone = Phone(office, dark)
    try:
        phone.open("/phone/pair")
        assert _findings(phone, axe) == []
        phone.pair()
        sheets = [f"/phone/prospects/1?sheet={name}" for name in ("call", "note", "later", "status")]
        for place in ("/phone/", "/phone/prospects", "/phone/prospects/1", *sheets, "/phone/alerts"):
            phone.open(place)
            assert _findings(phone, axe) == [], place
            assert _small_targets(phone) == [], place
            assert _width(phone) <= 390, place
            # Whoever reads large text loses nothing of the page, and need not scroll sideways.
            assert _width(phone, text="200%") <= 390, place
    finally:
        phone.close()


def _width(phone: Phone, text: str = "100%") -> int:
    """How wide the page is, its text in another size."""
    script = "document.documentElement.style.fontSize = arguments[0]; return document.documentElement.scrollWidth"
    return int(phone.browser.execute_script(script, text))


def test_names_of_another_direction_stand_where_the_others_do(phone: Phone) -> None:
    phone.office.prospect(company="الجوهري للأقمشة", owner=phone.office.context.actor, next_follow_up="2026-05-14")
    phone.pair()
    script = """return [...document.querySelectorAll('.whole strong')].map(name => {
        const range = document.createRange(); range.selectNodeContents(name); return Math.round(range.getBoundingClientRect().left)})"""
    left = phone.browser.execute_script(script)
    assert len(left) == 2
    assert len(set(left)) == 1


def _findings(phone: Phone, axe: str) -> list[str]:
    # By the driver's own door: the page itself takes no script from elsewhere.
    phone.browser.execute_script(axe)
    found = phone.browser.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations))"
    )
    return [f"{finding['id']}: {node['html'][:160]}" for finding in found for node in finding["nodes"]]


def _small_targets(phone: Phone) -> list[str]:
    """Buttons and links that a thumb misses; those within a sentence are left out."""
    script = """
        return [...document.querySelectorAll('a, button, summary, .choices label, textarea, input:not([type=hidden]):not([type=radio])')]
          .filter(e => e.offsetParent !== null && !e.closest('.chips') && !e.closest('dd'))
          .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
          .filter(([, box]) => box.height > 0 && (box.height < arguments[0] || box.width < arguments[0]))
          .map(([text, box]) => `${text} ${Math.round(box.width)}×${Math.round(box.height)}`)
    """
    small: list[str] = phone.browser.execute_script(script, _SMALLEST_TARGET)
    return small
