"""One language's words, and the two largest: English and German."""

from journeydesk.domain.frozen_data import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """One language's words; `weight` is its share of the team's prospects."""

    code: str
    weight: int
    dial: str
    heads: str
    tails: str
    given: str
    family: str
    family_first: bool = False
    joined: bool = False
    """Words are written without spaces between them."""


ENGLISH = Locale(
    "en",
    20,
    "+44 1632 960",
    "Amberfell Brackenmoor Calderwick Dunsmere Eastholm Farrowdale Glimmerford Hazelcombe Inglebrook Juniper_Hill "
    "Kestrel_Point Larkspur Millrace Netherby Oakenshaw Pennywell Quarrystone Ravensworth Saltmarsh Thornbury_Lane "
    "Underhill Verdant_Row Wetherfield Yarrowgate Ashlock Bellwether Copperleaf Driftwood Elmstead "
    "Foxglove Greyfriar "
    "Heathersett Ivorydale Kingfisher Lanternhouse Moorcroft Northbeck Otterburn Peregrine Redshank "
    "Silverfen Tidewater",
    "Press Archive Pictures Images Optics Analytics Freight Textiles Bakery Instruments Robotics Papers "
    "Journal Weekly "
    "Broadcast Studios Gallery Markets Outfitters Provisions Ceramics Joinery Foundry Ironworks Labs "
    "Research Institute "
    "Software Media Video Podcasts Music Crafts Toys Garden_Supply Bicycles Boats Lighting Furniture Chocolate",
    "Agatha Benedict Clara Desmond Edith Felix Georgina Hugh Imogen Jasper Keziah Lionel Miriam Nigel "
    "Olive Percival Rowena "
    "Silas Tabitha Ursula Vaughan Winifred Amara Chidi Zadie Kwame Nia Tunde",
    "Abernethy Blackwood-Hale Crabtree Dunstable Everleigh Fothergill Greenhalgh Hathersage Islington "
    "Jessop Kettlewell "
    "Loxley Mossman Nettleship Osgood Pemberton Quayle Ramsbottom Sotheran Thistlewood Umfreville "
    "Wolstenholme Okonjo "
    "Adeyinka Boateng Mensah-Cole Nwachukwu Achebe-Stone",
)

GERMAN = Locale(
    "de",
    9,
    "+49 30 555",
    "Ahornhof Birkental Dornfeld Eichgrund Falkenried Grünwinkel Hagebusch Kieferloh Lindenbrück "
    "Mühlstätt Nordhag "
    "Oberrain Quellmoos Rehwiese Schönbuch Tannzapf Überlauf Vogelsang Weißdorn Ziegelsee Bärlauch Höhenrain",
    "Verlag Bildarchiv Optik Werkzeug Möbelbau Brauerei Glashütte Messtechnik Uhren Papier Rundfunk "
    "Zeitung Versand "
    "Gärten Forschung Druckerei Spielwaren Fahrräder",
    "Anneliese Björn Cäcilie Dietmar Elfriede Friedhelm Götz Hannelore Ingeborg Jürgen Käthe Lüder "
    "Mechthild Rüdiger Sönke Wiebke",
    "Ackerknecht Brüggemann Dürrschmidt Eßlinger Fährmann Grünspan Hölderle Jäckel Krähwinkel Löwenzahn "
    "Mörike-Sand "
    "Nüßlein Pfälzer Quast Röhrich Schäufele Tümmler Wüsthoff",
)
