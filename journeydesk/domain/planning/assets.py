"""The texts made for a customer, and which of them a stage calls for (docs/rules.md, "Planning review")."""

from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr


class Asset(Enum):
    """A kind of text, by the field of Customer Assets that holds it."""

    PROFILE = "icp_content"
    CALCULATOR = "cost_calculator_content"
    BUSINESS_CASE = "business_case_content"

    @property
    def words(self) -> str:
        """What people call it."""
        return {
            Asset.PROFILE: tr("Ideal customer profile"),
            Asset.CALCULATOR: tr("Cost calculator"),
            Asset.BUSINESS_CASE: tr("Business case"),
        }[self]


RECOMMENDED: MappingProxyType[int, tuple[Asset, ...]] = MappingProxyType(
    {
        1: (Asset.PROFILE,),
        2: (Asset.PROFILE, Asset.CALCULATOR),
        3: (Asset.CALCULATOR, Asset.BUSINESS_CASE),
        4: (Asset.CALCULATOR, Asset.BUSINESS_CASE),
        5: (Asset.PROFILE, Asset.CALCULATOR, Asset.BUSINESS_CASE),
        6: (Asset.BUSINESS_CASE, Asset.CALCULATOR),
    }
)
"""By the number of a stage of the first journey: what is worth having there, the most useful first; later stages as the last."""

FRESH = timedelta(days=90)
"""For so long the figures of a text hold."""


@dataclass(frozen=True, slots=True)
class MadeAsset:
    """A text that is there: which record holds it, when and how it was made."""

    record: RecordId
    asset: Asset
    content: str
    made: date | None
    origin: str


@dataclass(frozen=True, slots=True)
class AssetLine:
    """A kind of text beside the roadmap: the newest one where there is one, and whether the stage calls for it."""

    asset: Asset
    made: MadeAsset | None
    recommended: bool

    def is_old(self, today: date) -> bool:
        """Whether its figures want to be made anew."""
        return self.made is not None and self.made.made is not None and today - self.made.made > FRESH

    @property
    def is_missing(self) -> bool:
        """Whether the stage calls for one and there is none."""
        return self.recommended and self.made is None


def recommended_for(stage: int) -> tuple[Asset, ...]:
    """What a stage of the first journey calls for."""
    if stage < 1:
        return ()
    return RECOMMENDED.get(stage, RECOMMENDED[max(RECOMMENDED)])


def lines(made: tuple[MadeAsset, ...], stage: int) -> tuple[AssetLine, ...]:
    """Those that the stage calls for, then what else there is; of each kind the newest."""
    wanted = recommended_for(stage)
    newest: dict[Asset, MadeAsset] = {}
    for text in sorted(made, key=lambda each: (each.made or date.min, each.record)):
        newest[text.asset] = text
    others = [asset for asset in Asset if asset in newest and asset not in wanted]
    return tuple(AssetLine(asset, newest.get(asset), asset in wanted) for asset in (*wanted, *others))
