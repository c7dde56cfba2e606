"""A list as a trade fair hands it out, and two of one, for the pictures of the import and of the duplicates."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.storage.engine.files import write_file
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.duplicates.tab import DuplicatesTab
from journeydesk.ui.tabs.importing.tab import ImportTab

_HEADER = "Remarque stand;Société;Nom complet;Courriel;Mobile;Fonction;Relance;Budget;Secteur;Origine;N° badge"
_FIRST = [
    "Maëlle",
    "Ghislain",
    "Noémie",
    "Thibault",
    "Enora",
    "Lucien",
    "Anouk",
    "Éloi",
    "Solenn",
    "Cyprien",
    "Odile",
    "Bastien",
]
_LAST = ["Trévidic", "Aubrac", "Sévrin", "Corne", "Kéravel", "Pons", "Delmas", "Vauclin", "Guern", "Blaisy", "Ferrand", "Royer"]
_KINDS = ["Brûlerie", "Filature", "Atelier", "Moulin", "Nautisme", "Vinaigrerie"]
_KINDS += ["Tannerie", "Céramique", "Horlogerie", "Sucrerie", "Fonderie", "Menuiserie"]
_PLACES = [
    "Caillou",
    "Orbey",
    "Sévrin",
    "Traques",
    "Keravel",
    "Pons",
    "Brume",
    "Vauclin",
    "Arzal",
    "Blaisy",
    "Maupas",
    "Grésil",
]
_ROWS = 1_248
_WRONG = {58: (3, "noemie.sevrin@"), 91: (6, "31.11.2026"), 389: (3, "anouk.delmas.example"), 640: (6, "00.12.2026")}
_UNKNOWN_BUDGET = (134, 207, 512, 777, 903)


def _list() -> bytes:
    lines = [_HEADER]
    for row in range(_ROWS):
        first, last = _FIRST[row % 12], _LAST[row * 5 // 12 % 12]
        cells = [
            "Rappeler lundi" if row % 7 == 0 else "",
            f"{_KINDS[row % 12]} {_PLACES[row // 12 % 12]} {row // 144 + 1}",
            f"{first} {last}",
            f"contact{row}@salon.example",
            f"+33 6 39 98 {row // 100:02d} {row % 100:02d}",
            "Directrice achats",
            f"{13 + row % 15}.12.2026",
            f"{3 + row % 27}.500,00",
            "E-commerce",
            "Website",
            f"{4417 + row:06d}",
        ]
        if row in _WRONG:
            place, text = _WRONG[row]
            cells[place] = text
        if row in _UNKNOWN_BUDGET:
            cells[7] = "n. c."
        lines.append(";".join(cells))
    return ("\n".join(lines) + "\n").encode("cp1252")


def import_screens(window: MainWindow, wait_for: Callable[[Callable[[], bool]], None]) -> Iterator[str]:
    """The rehearsal of a list with some rows that are wrong."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "Salon-Lyon_contacts.csv"
        write_file(file, _list())
        window.deeds.open_file(file)
        tab = window.tab("Import")
        assert isinstance(tab, ImportTab)
        wait_for(lambda: tab.draft is not None and tab.draft.rehearsal is not None and not tab.is_working)
        yield "import-rehearsal"
        tab.leave()


def duplicate_screens(window: MainWindow, context: Context, wait_for: Callable[[Callable[[], bool]], None]) -> Iterator[str]:
    """Two of one side by side; they are taken away again."""
    made = [
        create_prospect(
            context,
            {
                "company": "Brisalta Cerámica",
                "contact_name": "Iker Zubiaga",
                "email": "iker@brisalta.example",
                "phone": "+34 944 12 34 56",
                "website": "https://brisalta.example",
                "next_follow_up": "2026-11-30",
                "estimated_revenue": 2_780_000,
                "notes": "Wants prices for 12 trucks, catalogue before Friday.",
            },
        ),
        create_prospect(
            context,
            {
                "company": "Brisalta Ceramica SL",
                "contact_name": "I. Zubiaga",
                "email": "compras@brisalta.example",
                "phone": "0034 944 123456",
                "website": "www.brisalta.example",
                "job_title": "Head of purchasing",
                "owner": "Joonas Lehtovaara",
                "next_follow_up": "2026-12-04",
                "estimated_revenue": 3_150_000,
                "notes": "Met at stand 14. Asked for Spanish papers.",
            },
        ),
    ]
    window.show_place("Duplicates")
    tab = window.tab("Duplicates")
    assert isinstance(tab, DuplicatesTab)
    wait_for(lambda: tab.shows(made[0]))
    tab.show_pair_of(made[0])
    # In the second look it says that the pair of the first one went.
    window.message.hide()
    yield "duplicates"
    delete_prospects(context, made)
