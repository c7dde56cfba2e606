"""The texts beside a roadmap: opened, or made from their templates where nothing better is there."""

from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.planning.assets import Asset, AssetLine
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.onboarding.recovery import use_template_content
from journeydesk.ui.tabs.planning.text_sheet import TextSheet
from journeydesk.ui.theme import Theme
from journeydesk.ui.work import Background


@runtime_checkable
class Offering(Protocol):
    """A window that offers a higher tier in the place of what needs one."""

    def offered_instead(self, prospect: RecordId, *things: str) -> bool: ...


_THINGS: dict[Asset, tuple[str, ...]] = {Asset.BUSINESS_CASE: ("business_case",), Asset.CALCULATOR: ("cost_calculator",)}


class Reviewed(Protocol):
    """What is asked of the tab."""

    context: Context
    theme: Theme
    prospect: RecordId | None
    work: Background

    @property
    def said(self) -> SignalInstance: ...
    @property
    def failed(self) -> SignalInstance: ...
    def window(self) -> QWidget: ...
    def reload(self) -> None: ...


def open_text(tab: Reviewed, line: AssetLine) -> None:
    """Shows a text that is there."""
    if line.made is not None:
        TextSheet(tab.theme, tab.window(), line.asset.words, line.made.content).open()


def use_template(tab: Reviewed, asset: Asset) -> None:
    """Makes a text that is missing from its template."""
    if tab.prospect is None or _is_locked(tab, tab.prospect, *_THINGS.get(asset, ())):
        return
    try:
        said = use_template_content(tab.context, tab.prospect, [asset])
    except JourneydeskError as problem:
        tab.failed.emit(str(problem))
        return
    tab.reload()
    tab.said.emit(said, True)


def generate_texts(tab: Reviewed) -> None:
    """Has all of them written from the record beside the window, by Claude or else from the templates; marked, editable, undoable."""
    from journeydesk.services.generated.writing import store_asset

    prospect = tab.prospect
    if prospect is None or _is_locked(tab, prospect, "business_case", "cost_calculator"):
        return

    def done(_record: RecordId) -> None:
        tab.reload()
        tab.said.emit(tr("The assets are written. Read them before you show them to anybody."), True)

    work = partial(store_asset, tab.context, config.connections(), prospect)
    tab.said.emit(tr("Writing the assets…"), False)
    tab.work.run("generate", work, done, lambda problem: tab.failed.emit(str(problem)))


def _is_locked(tab: Reviewed, prospect: RecordId, *things: str) -> bool:
    """Whether a text needs a higher tier, which is then offered."""
    window = tab.window()
    return isinstance(window, Offering) and window.offered_instead(prospect, *things)
