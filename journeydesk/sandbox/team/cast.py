"""The prospects that the team talks about most: the ones that its screens were drawn with."""

from journeydesk.domain.frozen_data import dataclass

AMAIA = "Amaia Etxarri"
TOMASZ = "Tomasz Wilk"
PRIYA = "Priya Raghunath"
JOONAS = "Joonas Lehtovaara"
OWNERS = (AMAIA, TOMASZ, PRIYA, JOONAS)
_BY_INITIALS = {"AE": AMAIA, "TW": TOMASZ, "PR": PRIYA, "JL": JOONAS}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the cast: stage in Engagement and days in it, score, revenue in euros, follow-up in days from today."""

    company: str
    contact: str
    domain: str
    stage: int
    score: int
    revenue: int
    days: int
    follow_up: int | None
    owner: str
    source: str = "Website"
    status: str = ""
    last: str = ""
    """The last interaction: type, outcome if any, days ago; such as `Call/No answer/8`."""
    jump: str = ""
    """A CTA that aimed ahead: target stage, base points, hours ago, what was clicked."""


def cast() -> list[Part]:
    """Every part, in the order in which the team would name them."""
    rows: list[Part] = []
    for line in _CAST.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        company, contact, domain, stage, score, revenue, days, follow_up, owner = cells[:9]
        source, status, last, jump = [*cells[9:], "", "", "", ""][:4]
        rows.append(
            Part(
                company,
                contact,
                domain,
                int(stage),
                int(score),
                int(revenue),
                int(days),
                int(follow_up) if follow_up else None,
                _BY_INITIALS[owner],
                source or "Website",
                status,
                last,
                jump,
            )
        )
    return rows


_CAST = """
Quillon Freight | Adaeze Nwokorie | quillonfreight | 3 | 22 | 48000 | 1 | 0 | AE | LinkedIn | Onboarding | Demo//7 | 6,18,25,Opened proposal
Łąkowisko Meble | Zuzanna Korbiel | lakowisko | 2 | 14 | 18500 | 16 | -7 | TW | Referral | Accepted | Call/No answer/8
Mbali Rail Parts | Thandeka Nxele | mbalirail | 4 | 31 | 92000 | 34 | -5 | AE | Referral | Accepted | Meeting//13 | 6,8,20,Opened contract
Hraunskel ehf. | Steinunn Bjarkadóttir | hraunskel | 2 | 12 | 9200 | 8 | -4 | JL | LinkedIn | Reviewing | Email//6
Çınarçay Seramik | Defne Karabey | cinarcay | 3 | 24 | 36400 | 12 | -1 | AE | Twitter | Accepted | Demo//11 | 5,6,5,ROI worksheet
蒼嶺測器 | 久我 真帆 | sourei | 5 | 41 | 120000 | 18 | 0 | PR | Referral | Active | Meeting//7
Brisalta Logística | Iker Zubiaga | brisalta | 3 | 19 | 27800 | 5 | 0 | TW | Website | Accepted | Call/Reached/4
Skerrivane Marine Supply | Morven Strachan-Bell | skerrivane | 4 | 28 | 64000 | 6 | 1 | AE | Email | Accepted | Demo//5 | 6,9,4,Opened offer
Ладожские линзы | Варвара Селиванова | ladogalinsen | 2 | 11 | 12600 | 10 | 1 | PR | Email | Reviewing | Email//3
Tūī Hollow Orchards | Aroha Te Rangihau | tuihollow | 1 | 6 | 7500 | 2 | 1 | JL | Website | New |
Sefwa Agro Tools | Abena Kyeremaa | sefwa | 3 | 21 | 33000 | 27 | 2 | TW | Referral | Accepted | Call/Reached/7
ندى القمر للخزف | ليان الخطاط | nadaceramics | 4 | 33 | 71500 | 13 | 2 | PR | Referral | Accepted | Meeting//6 | 6,10,3,Opened contract
Brumalta Torrefação | Caetano Vilarinho | brumalta | 2 | 9 | 11900 | 3 | 3 | JL | Twitter | Accepted | Email//1
Ανεμόεσσα Τρόφιμα | Ηλέκτρα Βαλσάμη | anemoessa | 3 | 17 | 22300 | 9 | 3 | AE | LinkedIn | Reviewing | Call/Voicemail/2
Marrow & Pine Joinery | Ottilie Farnsby | marrowandpine | 5 | 38 | 54000 | 44 | 3 | TW | Referral | Active | Meeting//8
Đồi Sương Tea | Tạ Khánh Vy | doisuong | 2 | 13 | 16200 | 4 | 6 | PR | Twitter | Accepted | Demo//4
Nilimā Weaves | Ishani Deshkar | nilima | 1 | 5 | 8800 | 1 | 7 | JL | Website | New | | 6,2,2,Pricing calculator
Jutrovnik Seeds | Jure Podbregar | jutrovnik | 4 | 29 | 43700 | 22 | 7 | AE | Email | Accepted | Email//15 | 6,7,60,ROI worksheet
Igwebu Solar Rentals | Chidera Anyaso | igwebu | 1 | 4 | 14000 | 19 | 3 | TW | Product Hunt | New | Email//9 | 5,3,30,Reference list
Pelican Weir Labs | Ximena Aldecoa | pelicanweir | 2 | 15 | 29000 | 9 | 2 | AE | LinkedIn | Accepted | Call/Reached/3 | 6,4,22,ROI worksheet
Tinrock Hydraulics | Makena Wairimu | tinrock | 2 | 27 | 58000 | 11 | 0 | AE | Referral | Accepted | Demo//1 | 4,6,1,Opened proposal
한나루 제관 | 서다온 | hannaru | 1 | 7 | 21000 | 6 | 8 | PR | LinkedIn | New |
Tuulenurm Puit OÜ | Liisbet Raudkivi | tuulenurm | 1 | 3 | 6200 | 9 | 10 | AE | Website | New |
Vallmora Cheese | Fiorenza Baldacchi | vallmora | 1 | 2 | 5400 | 11 | 13 | TW | Twitter | New |
Ormsby Tide Labs | Clementine Rusk | ormsbytide | 1 | 6 | 17000 | 12 | 14 | AE | Product Hunt | New |
Tahumata Wool | Marama Tautahi | tahumata | 1 | 3 | 9000 | 4 | 14 | JL | Website | New |
Marisol Reef Co-op | Luzviminda Carreon | marisolreef | 1 | 5 | 4800 | 8 | 15 | PR | Email | New |
Quintoval Maquinaria | Belén Achával | quintoval | 1 | 8 | 15500 | 3 | 16 | TW | Website | New |
Tamsin Grove Dairy | Rhiannon Pugh-Lacey | tamsingrove | 2 | 10 | 13000 | 7 | 9 | AE | Website | Accepted | Call/Reached/6
Vintervik Cykel | Tuva Lindströmer | vintervik | 2 | 12 | 15000 | 5 | 9 | TW | LinkedIn | Accepted | Email//4
Adomako Ceramics | Efua Baidoo-Ntim | adomako | 2 | 8 | 10500 | 2 | 10 | JL | Referral | Reviewing | Call/Call back/2
Tranquivento Spas | Naomi Feltham | tranquivento | 2 | 16 | 19500 | 6 | 12 | JL | Website | Accepted | Call/Reached/5
Ñandubay Textil | Rocío Quispillo | nandubay | 3 | 18 | 19000 | 14 | 8 | PR | Twitter | Accepted | Meeting//10
Grünmoor Orgelbau | Thilo Wiesenhütter | gruenmoor | 3 | 20 | 30000 | 6 | 9 | JL | Email | Accepted | Call/Reached/6
Takapo Stonefruit | Jessamy Holloway | takapo | 3 | 16 | 12000 | 2 | 10 | JL | Website | Accepted | Demo//2
Cedrela Puertas | Maitane Urkiola | cedrela | 3 | 23 | 26000 | 8 | 14 | PR | LinkedIn | Accepted | Call/Reached/8
Ferncliff Optics | Leopold Anstruth | ferncliff | 4 | 27 | 38000 | 11 | 9 | TW | Referral | Accepted | Meeting//9
Kaveh Rug Atelier | Parisa Noorvand | kavehrug | 4 | 30 | 25000 | 3 | 10 | JL | Product Hunt | Accepted | Demo//3
Rookwood Cordage | Perpetua Ashdown | rookwood | 4 | 26 | 29000 | 8 | 13 | TW | Email | Accepted | Call/Reached/8
Cauce Sereno Agua | Anahí Montesdeoca | caucesereno | 4 | 32 | 51000 | 17 | 14 | PR | LinkedIn | Accepted | Meeting//12
Isbjerg Data | Asger Thorlaksen | isbjerg | 4 | 27 | 34000 | 4 | 16 | JL | Website | Accepted | Demo//4
Solvangen Fisk | Eilif Håkensen | solvangen | 5 | 39 | 47000 | 66 | 6 | AE | Referral | Active | Call/Reached/10
Oru Bamboo Works | Lwazi Dlomo | orubamboo | 5 | 37 | 31000 | 9 | 10 | JL | Website | Active | Meeting//9
Fennimoor Brewers | Tobiah Marchbanks | fennimoor | 5 | 36 | 28000 | 21 | 15 | TW | LinkedIn | Active | Call/Reached/12
Sünger Tekne | Berrak Akyelken | sunger | 5 | 42 | 39000 | 12 | 17 | PR | Referral | Active | Meeting//11
Nalubaale Fisheries | Nakato Ssebunya | nalubaale | 5 | 40 | 58000 | 33 | 21 | AE | Email | Active | Call/Reached/14
Whinmoor Ropeway | Cosmo Darrowby | whinmoor | 5 | 38 | 44000 | 15 | 22 | JL | Twitter | Active | Demo//15
Bahari Ice Houses | Zuhura Mwinyi | bahari | 5 | 37 | 35000 | 27 | 23 | JL | Referral | Active | Meeting//16
Beaumarin Verre | Solène Kerguidou | beaumarin | 6 | 48 | 88000 | 120 | 15 | AE | Referral | Active | Meeting//12
Tarn & Tallow | Isaura Brightwell | tarnandtallow | 6 | 46 | 42000 | 71 | 21 | PR | LinkedIn | Active | Call/Reached/13
Amehoshi Glass | 雨星 千景 | amehoshi | 6 | 47 | 65000 | 38 | 24 | PR | Referral | Active | Meeting//10
Pinhal Alto Cortiça | Leonor Avelãs | pinhalalto | 6 | 46 | 51000 | 54 | 27 | AE | Website | Active | Call/Reached/20
Dunmarra Saddlery | Fergal Ó Dúill | dunmarra | 6 | 49 | 37000 | 203 | 28 | TW | Referral | Active | Meeting//18
Kesariya Lamps | Devyani Solanki | kesariya | 6 | 45 | 29000 | 12 | 30 | JL | Website | Active | Call/Reached/9
Nordfjeld Urverk | Sunniva Aasgaard | nordfjeld | 6 | 47 | 73000 | 88 | 34 | JL | Email | Active | Meeting//22
Halcyon Bark Paper | Winifred Osei-Lamb | halcyonbark | 6 | 46 | 33000 | 46 | 35 | PR | LinkedIn | Active | Call/Reached/17
Теремок Керамика | Ярослава Дымова | teremok | 6 | 48 | 40000 | 31 | 37 | TW | Referral | Active | Meeting//14
"""

PHONES = {"Quillon Freight": "+44 20 7946 0132", "Tinrock Hydraulics": "+44 1632 960 118"}
EMAILS = {"Quillon Freight": "adaeze@quillonfreight.example", "Tinrock Hydraulics": "m.wairimu@tinrock.example"}
TITLES = {"Quillon Freight": "Operations Director", "Tinrock Hydraulics": "Plant Manager"}
