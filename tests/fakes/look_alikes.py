"""Prospects of which it is known who is who twice: natural slips of those who type and of programs, among natural look-alikes.

Made from a seed by what people and companies are called and by what goes wrong when they are written down; it knows nothing of how
duplicates are looked for. Every name and address is invented.
"""

import random
from dataclasses import dataclass, replace


def _words(*lines: str) -> list[str]:
    return [word for line in lines for word in line.split()]


_FIRST = {
    "de": "Anna Lukas Maria Jonas Katharina Stefan Petra Jürgen Günther Ursula Björn Sabine Matthias Käthe Florian Uwe Heike Paul Paula",
    "en": "John Sarah Michael Emma Christopher Elizabeth William Olivia Andrew Charlotte Robert Margaret Thomas Katherine Erik Erika",
    "es": "José María Iker Lucía Álvaro Inés Jesús Begoña Andrés Mónica Martín Martina Julio Julia Fernando Fernanda Ángel",
    "fr": "François Hélène Jérôme Amélie Benoît Chloé Étienne Noémie Thibault Maëlle Bastien Odile Cyprien Solenn Michel Michèle",
    "it": "Mario Maria Giulia Giulio Alessandro Alessandra Francesco Francesca Paolo Paola Niccolò Chiara Roberto Roberta Carlo Carla",
    "pl": "Łukasz Zuzanna Paweł Małgorzata Grzegorz Agnieszka Wojciech Bożena Jan Jana Stanisław Stanisława Piotr Elżbieta",
    "nordic": "Søren Åsa Jørgen Märta Bjørn Ingrid Håkon Steinunn Gunnar Sigríður Mikael Päivi Väinö Aino Ole Ola",
    "cyrillic": "Юлия Сергей Екатерина Дмитрий Наталья Алексей Ольга Михаил Варвара Андрей Анастасия Владимир Евгений Евгения",
    "greek": "Ηλέκτρα Γιώργος Ελένη Δημήτρης Κατερίνα Νίκος Βασίλης Αγγελική Θεόδωρος Χριστίνα",
    "viet": "Khánh Tuấn Hương Đức Ngọc Phương Thảo Quang Minh Anh",
    "african": "Adaeze Thandeka Abena Kwame Chukwuemeka Oluwaseun Ngozi Sipho Amara Tendai",
}
_LAST = {
    "de": "Müller Schröder Weiß Köhler Schäfer Böhm Groß Jäger Meyer Hofmann Krüger Lindner Brückner Strauß Fährmann Öttinger Kühn Bär",
    "en": "Smith Jones Whitaker O'Brien McAllister Thompson Fletcher Pemberton Ashworth Blackwood Farnsby Kingsley Harrowgate Strachan",
    "es": "García Zubiaga Etxarri Muñoz Ibáñez Peña Núñez Castañeda Echeverría Villalobos Quiñones Ordóñez Vilarinho Araújo",
    "fr": "Trévidic Aubrac Sévrin Corne Kéravel Delmas Vauclin Le-Guern Blaisy Ferrand Royer Lefèvre Béranger Châtelain Désormeaux",
    "it": "Rossi Bianchi Ferrari Esposito D'Angelo Colombo Ricci Marchetti Bellucci Fontanari Giordano Santoro Vezzoli",
    "pl": "Nowak Kowalczyk Wiśniewski Wójcik Zieliński Szymańska Łuczak Żurawski Jabłoński Pawłowski Chmielewski Górska",
    "nordic": "Jørgensen Bjarkadóttir Lindström Åkesson Nygård Lehtovaara Mäkinen Sørlie Ólafsson Håkansson Korhonen",
    "cyrillic": "Селиванова Кузнецов Щербаков Юрьев Жуковская Чернышёв Васильев Королёва Хабаров Цветаева Яковлев",
    "greek": "Βαλσάμη Παπαδόπουλος Οικονόμου Χατζής Θεοδωρίδης Ψαρρός Ξενάκης Μπακάλης",
    "viet": "Nguyễn Trần Phạm Hoàng Đặng Bùi Võ Tạ",
    "african": "Nwokorie Nxele Kyeremaa Okonkwo Mensah Dlamini Adeyemi Moyo Banda",
}
_RARE = {
    "de": ("Acker Birn Dorf Eber Fried Gold Hoch Kirch Lang Mitter Nieder Ober Pracht Reich Silber Tann Unter Wein Zimmer Stein Wolf",
           "mann meier bauer huber berger hofer müller schmidt häuser bach stätter egger rieder leitner walder"),
    "en": ("Ash Brad Comp Dun Eg Fair Green Hart Kings Lang Mar North Oak Prest Red Stan Thorn Under West Wood Long",
           "ton ley ford worth field brook hurst wick dale combe well shaw more ridge stead"),
    "es": ("Agui Bena Cara Domin Esqui Fuen Gorri Iturr Larra Mendi Olaz Pere Quin Riva Sala Ugar Zabal",
           "rre vides zón guez vel te ta lde ate oz rán iola iaga ábal ez"),
    "fr": ("Beau Bel Char Cler Des Fon Gran Haute La Mont Neu Ple Roche Saint Tour Val Ville",
           "mont champs bois court fort lieu marchand pierre tier ville vaux neuve rive garde combe"),
    "it": ("Ales Bene Casa Dona Fior Giu Lombar Mari Nico Pelle Quat Rava San Tren Venti Zana",
           "sandri detti grande telli entini stiniani di netti lini grini troni nelli toro tini miglia rdi"),
    "pl": ("Bara Czer Dom Gaj Jawor Kamin Lip Malin Nied Olsz Piet Rad Sos Tom Wilk Zaw",
           "nowski wińska browski ewski skiewicz ieński owska zwiedzki ewska rzak omski nowska czewski oński adzki"),
    "nordic": ("Berg Dal Ek Fors Gran Hede Lund Nor Ny Öst Ros Sand Sjö Strand Sund Vester",
               "ström kvist gren berg dahl holm qvist mark rud by vik stad land sen lund"),
    "african": ("Abi Ade Chi Emeka Ife Kofi Mba Nko Oba Oke Osei Sitho Temba Udo Zanda",
                "oye kunle dozie tunde ola mensah nga sana femi chukwu tutu le kazi bong ni"),
    "viet": ("Lê Huỳnh Phan Vũ Đỗ Hồ Ngô Dương Lý Đinh Mai Trịnh Đoàn Lâm Cao", " _Văn _Thị _Đình _Hữu _Xuân _Ngọc _Quốc _Thanh"),
}  # fmt: skip
_NICKNAMES = {
    "Christopher": "Chris", "Katherine": "Kath", "Thomas": "Tom", "Andrew": "Andy", "Matthias": "Matt", "Alexander": "Alex",
    "Alessandro": "Ale", "Stefan": "Stef", "Michael": "Mike", "Elizabeth": "Liz", "Robert": "Bob", "Francesco": "Franco",
}  # fmt: skip
_STEMS = _words(
    "Nord Süd Alpen Rhein Silber Grün Stern Falken Linden Birken Quillon Marrow Skerri Brisalta Hraun Kvist",
    "Sol Ladoga Vall Orms Tin Jutro Fenni Whin Halcy Kesar Pin Tarn Rook Fern Dun Cedre Peli Taka Rosen Eichen",
    "Kessel Turm Brücken Hafen Berg Tal Wald Moor Ober Unter Neu Alt Glas Eisen Kupfer Zinn Salz Stein Sand",
    "Moos Heide Fluss Quell Mühl Korn Wein Apfel Kirsch Dorn Schlehen",
)
_ENDS = _words(
    "wind licht hof bach feld werk haus tal berg see stein mark land port gate vane moor field ridge croft",
    "dale well ford ton holm",
)
_TRADES = _words(
    "Logistik Freight Marine Solar Software Medien Foods Textiles Robotics Orchards Joinery Weaves Cheese Labs",
    "Ceramics Boats Paper Optics Instruments Studios Analytics Systems Tea Coffee Seeds Tools Interiors Bakery",
    "Glass Print Energie Bau Chemie Pharma Design",
)
_FORMS = {
    "de": ("GmbH", "AG", "GmbH & Co. KG", "UG (haftungsbeschränkt)", "e.K."), "en": ("Ltd", "Limited", "Inc.", "LLC", "PLC"),
    "es": ("S.L.", "SL", "S.A."), "fr": ("SARL", "SAS", "S.A.S."), "it": ("S.r.l.", "SpA", "S.p.A."),
    "pl": ("Sp. z o.o.", "S.A."), "nordic": ("AS", "ApS", "AB", "Oy"), "cyrillic": ("ООО", "АО"), "greek": ("ΑΕ", "ΕΠΕ"),
    "viet": ("JSC", "Co., Ltd."), "african": ("Ltd", "Pty Ltd"),
}  # fmt: skip
_COUNTRIES = (
    "Deutschland",
    "Österreich",
    "France",
    "España",
    "Italia",
    "Polska",
    "Nederland",
    "UK",
    "Nordic",
    "Schweiz",
    "Iberia",
)
_TLD = {"de": "de", "en": "co.uk", "es": "es", "fr": "fr", "it": "it", "pl": "pl", "nordic": "no", "cyrillic": "ru", "greek": "gr",
        "viet": "vn", "african": "co.za"}  # fmt: skip
_DIAL = {"de": "49", "en": "44", "es": "34", "fr": "33", "it": "39", "pl": "48", "nordic": "47", "cyrillic": "7", "greek": "30",
         "viet": "84", "african": "27"}  # fmt: skip
_FREE = ("gmail.com", "outlook.com", "gmx.de", "web.de", "yahoo.fr", "icloud.com", "proton.me", "libero.it", "wp.pl", "mail.ru")
_ALPHABET = {
    "А": "A", "Б": "B", "В": "V", "Г": "G", "Д": "D", "Е": "E", "Ж": "Zh", "З": "Z", "И": "I", "Й": "Y", "К": "K", "Л": "L", "М": "M",
    "Н": "N", "О": "O", "П": "P", "Р": "R", "С": "S", "Т": "T", "У": "U", "Ф": "F", "Х": "Kh", "Ц": "Ts", "Ч": "Ch", "Ш": "Sh",
    "Щ": "Shch", "Ъ": "", "Ы": "Y", "Ь": "", "Э": "E", "Ю": "Yu", "Я": "Ya", "Ё": "Yo",
    "Α": "A", "Β": "V", "Γ": "G", "Δ": "D", "Ε": "E", "Ζ": "Z", "Η": "I", "Θ": "Th", "Ι": "I", "Κ": "K", "Λ": "L", "Μ": "M", "Ν": "N",
    "Ξ": "X", "Ο": "O", "Π": "P", "Ρ": "R", "Σ": "S", "Τ": "T", "Υ": "Y", "Φ": "F", "Χ": "Ch", "Ψ": "Ps", "Ω": "O",
}  # fmt: skip
_ACCENTS = str.maketrans("áàâäãåąçćčďéèêëęěíìîïłñńňóòôöõøőřśšťúùûüůýžźżāēīūđÁÀÂÄÅÇČÉÈÊÍÎŁÑÓÖØŘŚŠÚÜÝŽŻĐ",
                         "aaaaaaacccdeeeeeeiiiilnnnooooooorsstuuuuuyzzzaeiudAAAAACCEEEIILNOOORSSUUYZZD")  # fmt: skip
_GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "å": "aa"}
_NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertzuioposdfghjklkxcvbnmn", strict=True))


@dataclass(frozen=True, slots=True)
class Person:
    """One prospect as somebody wrote it down; `who` is the same for the same prospect."""

    who: int
    company: str
    contact: str
    email: str
    phone: str
    website: str

    @property
    def fields(self) -> tuple[str, str, str, str, str]:
        """Company, contact name, e-mail, phone, website."""
        return self.company, self.contact, self.email, self.phone, self.website


class LookAlikes:
    """Makes prospects, their doubles and their look-alikes, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._who = 0

    def team(self, prospects: int) -> list[Person]:
        """So many prospects and a few more, of whom about one in six is there twice and one in three has a look-alike."""
        people: list[Person] = []
        while len(people) < prospects:
            one = self.somebody()
            people.append(one)
            lot = self._chance.random()
            if lot < 0.16:
                people += [self.double(one) for _ in range(2 if self._chance.random() < 0.08 else 1)]
            elif lot < 0.50:
                people += self._look_alikes(one)
        self._chance.shuffle(people)
        return people

    def somebody(self, country: str = "", company: str = "", domain: str = "") -> Person:
        """A new prospect."""
        self._who += 1
        pick = self._chance.choice
        country = country or pick(list(_FIRST))
        first, last = pick(_FIRST[country].split()), self._last(country)
        if self._chance.random() < 0.12:
            last += " " + self._last(country)
        name = company or self._company(country)
        own = domain or f"{_letters(name).replace(' ', '')[:18].lower()}.{_TLD[country]}.example"
        local = self._local(first, last)
        private = self._chance.random() < 0.18
        email = f"{local}{self._chance.randint(1, 99)}@{pick(_FREE)}" if private else f"{local}@{own}"
        return Person(
            self._who,
            f"{name} {pick(_FORMS[country])}" if self._chance.random() < 0.6 and not company else name,
            f"{first} {last}",
            email if self._chance.random() < 0.92 else "",
            self._phone(country) if self._chance.random() < 0.75 else "",
            f"https://www.{own}" if self._chance.random() < 0.5 else "",
        )

    def _last(self, country: str) -> str:
        """One of those that many have, or one of the many that few have."""
        if country in _RARE and self._chance.random() < 0.6:
            starts, ends = _RARE[country]
            return (self._chance.choice(starts.split()) + self._chance.choice(ends.split())).replace("_", " ")
        return self._chance.choice(_LAST[country].split()).replace("-", " ")

    def _company(self, country: str) -> str:
        pick = self._chance.choice
        if country == "cyrillic" and self._chance.random() < 0.5:
            trade = pick(_words("Линзы Металл Транс Агро Строй Софт Медиа Энерго Текстиль Оптика"))
            return (
                f"{pick(_LAST[country].split()).rstrip('аы')}-{pick(_words('Север Юг Волга Ладога Урал Нева Дон Ока'))} {trade}"
            )
        shape = self._chance.random()
        stem = pick(_STEMS) + pick(_ENDS)
        if shape < 0.55:
            return f"{stem} {pick(_TRADES)}"
        if shape < 0.7:
            return f"{pick(_LAST[country].split())} & {pick(_LAST[country].split())} {pick(_TRADES)}"
        if shape < 0.85:
            return f"{pick(_LAST[country].split())} {pick(_TRADES)}"
        return f"{stem} {pick(_STEMS)}{pick(_ENDS)} {pick(_TRADES)}"

    def _local(self, first: str, last: str) -> str:
        one, two = _letters(first).lower().replace(" ", ""), _letters(last).lower().replace(" ", "")
        return self._chance.choice((f"{one}.{two}", f"{one[0]}.{two}", f"{one}", f"{one}{two}", f"{two}", f"{one[0]}{two}"))

    def _phone(self, country: str) -> str:
        digits = "".join(str(self._chance.randint(0, 9)) for _ in range(8))
        return f"+{_DIAL[country]} {self._chance.randint(1, 9)}{digits[:2]} {digits[2:]}"

    # Doubles

    def double(self, one: Person) -> Person:
        """The same prospect, written down by somebody else: one to four things are otherwise."""
        slips = [
            self._company_otherwise,
            self._contact_otherwise,
            self._email_otherwise,
            self._phone_otherwise,
            self._site_otherwise,
        ]
        self._chance.shuffle(slips)
        other = one
        for slip in slips[: self._chance.choice((1, 2, 2, 3, 3, 4))]:
            other = slip(other)
        return other

    def _company_otherwise(self, one: Person) -> Person:
        name, pick = one.company, self._chance.choice
        bare = _without_form(name)
        way = self._chance.random()
        if way < 0.3:
            country = pick(list(_FORMS))
            return replace(one, company=bare if bare != name else f"{name} {pick(_FORMS[country])}")
        if way < 0.45:
            return replace(one, company=_romanized(name) if not name.isascii() else name.upper())
        if way < 0.6:
            return replace(one, company=bare.replace(" & ", " and " if self._chance.random() < 0.5 else " + "))
        if way < 0.85:
            return replace(one, company=self._typo(bare))
        if way < 0.93:
            words = bare.split()
            return replace(one, company=" ".join(words[:-1]) if len(words) > 1 else bare.lower())
        return replace(one, company="")

    def _contact_otherwise(self, one: Person) -> Person:
        first, _, last = one.contact.partition(" ")
        way = self._chance.random()
        if way < 0.22:
            contact = f"{last}, {first}" if self._chance.random() < 0.6 else f"{last} {first}"
        elif way < 0.4:
            contact = f"{first[0]}. {last}"
        elif way < 0.58:
            contact = _romanized(one.contact)
        elif way < 0.76:
            contact = self._typo(one.contact)
        elif way < 0.82:
            contact = f"{_NICKNAMES.get(first, first)} {last}"
        elif way < 0.88:
            contact = f"{self._chance.choice(('Dr.', 'Mr', 'Ms', 'Prof.', 'Frau', 'Herr'))} {one.contact}"
        elif way < 0.94:
            contact = f"{first} {self._chance.choice('ABCDEHJKLMPRST')}. {last}"
        else:
            contact = ""
        return replace(one, contact=contact)

    def _email_otherwise(self, one: Person) -> Person:
        local, _, domain = one.email.partition("@")
        way = self._chance.random()
        if not local or way < 0.3:
            return replace(one, email="")
        if way < 0.5:
            return replace(one, email=one.email.upper() if self._chance.random() < 0.5 else f" {one.email}")
        if way < 0.62:
            return replace(one, email=f"{local}+crm@{domain}")
        if way < 0.8:
            first, _, last = one.contact.partition(" ")
            return replace(one, email=f"{self._local(first or local, last or local)}@{domain}")
        return replace(one, email=f"info@{domain}" if domain not in _FREE else "")

    def _phone_otherwise(self, one: Person) -> Person:
        way = self._chance.random()
        if one.phone.count(" ") != 2 or way < 0.3:
            return replace(one, phone="")
        if way < 0.85:
            dial, area, rest = one.phone.split(" ")
            shape = self._chance.choice(
                ("{a}{r}", "0{a} {r}", "00{d} {a} {r}", "+{d} (0){a}-{r}", "+{d}{a}{r}", "0{a}/{r}", "+{d} {a} {r} ext. 12")
            )
            return replace(one, phone=shape.format(d=dial[1:], a=area, r=rest))
        return replace(
            one, phone=f"{one.phone.split(' ')[0]} {self._chance.randint(150, 179)} {self._chance.randint(10**6, 10**7)}"
        )

    def _site_otherwise(self, one: Person) -> Person:
        host = one.website.removeprefix("https://www.")
        return replace(
            one,
            website=self._chance.choice(("", f"http://{host}/", f"{host}", f"www.{host}/contact", f"HTTPS://{host.upper()}"))
            if host
            else "",
        )

    def _typo(self, text: str) -> str:
        places = [number for number, letter in enumerate(text) if letter.isalpha() and number]
        if len(places) < 3:
            return text
        place, way = self._chance.choice(places), self._chance.random()
        if way < 0.3:
            return text[:place] + text[place + 1 :]
        if way < 0.5:
            return text[:place] + text[place] + text[place:]
        if way < 0.75 and place + 1 < len(text):
            return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        return text[:place] + _NEIGHBOURS.get(text[place].lower(), "e") + text[place + 1 :]

    # Look-alikes: others, however alike they look

    def _look_alikes(self, one: Person) -> list[Person]:
        makers = (
            self._colleagues, self._colleagues, self._sisters, self._relatives, self._namesake, self._similar_company, self._same_floor,
            self._successor,
        )  # fmt: skip
        return self._chance.choice(makers)(one)

    def _colleagues(self, one: Person) -> list[Person]:
        """Others at the same company: its domain, its website, often its switchboard."""
        domain = one.email.partition("@")[2]
        others = []
        for _ in range(self._chance.choice((1, 1, 2, 3))):
            other = self.somebody(company=one.company, domain="" if domain in _FREE else domain)
            switchboard = one.phone if self._chance.random() < 0.6 else other.phone
            others.append(replace(other, phone=switchboard, website=one.website))
        return others

    def _sisters(self, one: Person) -> list[Person]:
        """The same group in other countries, each with people of its own, or with nobody named yet."""
        stem = _without_form(one.company)
        others = []
        for country in self._chance.sample(_COUNTRIES, self._chance.choice((1, 2))):
            other = self.somebody(company=f"{stem} {country}")
            if self._chance.random() < 0.25:
                other = replace(
                    other, contact="", email=f"info@{_letters(stem).replace(' ', '').lower()}-{country[:2].lower()}.example"
                )
            others.append(other)
        return others

    def _relatives(self, one: Person) -> list[Person]:
        """A family's firm: one name on the door, one telephone, mailboxes of their own."""
        last = one.contact.partition(" ")[2]
        pool = [name for names in _FIRST.values() if one.contact.partition(" ")[0] in names.split() for name in names.split()]
        first = self._chance.choice([name for name in pool if name != one.contact.partition(" ")[0]])
        other = self.somebody(company=one.company)
        email = f"{self._local(first, last)}@{one.email.partition('@')[2]}" if one.email else ""
        email = email if email != one.email else ""
        return [replace(other, contact=f"{first} {last}", phone=one.phone, email=email, website=one.website)]

    def _namesake(self, one: Person) -> list[Person]:
        """Another of the same name, at another company."""
        return [replace(self.somebody(), contact=one.contact)]

    def _similar_company(self, one: Person) -> list[Person]:
        """A company whose name differs by a word or by its end."""
        words = _without_form(one.company).split()
        if self._chance.random() < 0.5:
            words[-1] = self._chance.choice(_TRADES)
        else:
            words[0] = words[0][:4] + self._chance.choice(_ENDS)
        return [self.somebody(company=" ".join(words))]

    def _same_floor(self, one: Person) -> list[Person]:
        """Companies that share an office and its telephone."""
        return [replace(self.somebody(), phone=one.phone) for _ in range(self._chance.choice((1, 2, 4)))]

    def _successor(self, one: Person) -> list[Person]:
        """Who sits at that desk now: the company's number and another's name."""
        other = self.somebody(company=_without_form(one.company), domain=one.email.partition("@")[2] or "")
        return [replace(other, phone=one.phone)]


def _without_form(name: str) -> str:
    for forms in _FORMS.values():
        for form in forms:
            if name.endswith(f" {form}"):
                return name.removesuffix(f" {form}")
    return name


def _letters(text: str) -> str:
    """As a mail server takes it."""
    return "".join(letter for letter in _romanized(text) if letter.isascii() and (letter.isalnum() or letter == " "))


def _romanized(text: str) -> str:
    """Without accents and in Latin letters, as people without that keyboard write; Germans write two letters for one."""
    written = []
    for letter in text:
        if letter.upper() in _ALPHABET:
            latin = _ALPHABET[letter.upper()]
            written.append(latin if letter.isupper() else latin.lower())
        elif letter in _GERMAN and len(text) % 2:
            written.append(_GERMAN[letter])
        else:
            written.append(_plain(letter))
    return "".join(written)


def _plain(letter: str) -> str:
    import unicodedata

    if letter == "ß":
        return "ss"
    base = unicodedata.normalize("NFD", letter.translate(_ACCENTS))
    plain = "".join(sign for sign in base if not unicodedata.combining(sign))
    latin = _ALPHABET.get(plain.upper(), plain)
    return latin if letter.isupper() or plain.upper() not in _ALPHABET else latin.lower()
