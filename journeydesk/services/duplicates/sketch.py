"""What tells one prospect from another, made ready for comparing once, so that two are compared in microseconds."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from journeydesk.domain.ids import RecordId
from journeydesk.services.duplicates.candidates import COMPARED
from journeydesk.services.duplicates.latin import latin, sound


def _words(*lines: str) -> list[str]:
    return [word for line in lines for word in line.split()]


FREE_MAIL = frozenset(
    _words(
        "gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es hotmail.com hotmail.de hotmail.fr",
        "hotmail.es hotmail.it hotmail.co.uk live.com live.de live.fr msn.com yahoo.com yahoo.de yahoo.fr yahoo.es",
        "yahoo.it yahoo.co.uk yahoo.co.jp ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch",
        "gmx.com web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me tutanota.com",
        "fastmail.com zoho.com mail.com mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com ya.ru rambler.ru",
        "orange.fr wanadoo.fr free.fr laposte.net sfr.fr bluewin.ch hispeed.ch aon.at libero.it virgilio.it",
        "tiscali.it alice.it terra.es telefonica.net wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz email.cz",
        "azet.sk abv.bg ukr.net i.ua qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net rediffmail.com",
        "bigpond.com btinternet.com sky.com comcast.net verizon.net att.net sbcglobal.net cox.net uol.com.br",
        "bol.com.br terra.com.br telenet.be skynet.be ziggo.nl kpnmail.nl online.no telia.com walla.co.il",
    )
)
"""Domains of mailboxes that anybody may have: the same one says nothing."""

_ROLES = frozenset(
    _words(
        "info office contact kontakt contacto contatto mail email post hello hallo hi team sales vertrieb ventas",
        "vente ventes commercial support service help admin administration verwaltung buero büro secretariat",
        "sekretariat accueil einkauf purchasing compras achats marketing press presse billing accounting",
        "buchhaltung invoice rechnung orders order bestellung jobs hr noreply no-reply web webmaster enquiries",
        "inquiries reception empfang zentrale biuro ufficio",
    )
)
"""Mailboxes that a whole company reads."""

LEGAL_FORMS = frozenset(
    _words(
        "ab ag a/s as asa aps bhd bv b.v bvba cie co company corp corporation cv da doo dd d.o.o eg ehf ek e.k",
        "eirl eood esp eu eurl ev gbr ges gesellschaft gesmbh gmbh gmbhco hf holding inc incorporated ijs k.k",
        "kabushiki kaisha kd kda kf kft kg kgaa kk kom lda llc llp lp ltd limited ltda mbh mbb nv n.v oao ohg oo",
        "ood ou oy oyj ooo pao pjsc plc plt pte pty pvt private public rt sa s.a sac saas sarl sas sasu sc sca",
        "scop scs se sia sl slu s.l snc sp spa s.p.a spj spk spol spolka spzoo srl s.r.l sro s.r.o the tov ug und",
        "uab ultd uk vof zao zoo zrt and et y i e of de la le les der die das group gruppe groupe grupo gruppo",
    )
) | {"z"} - {"uk"}
"""Words of a company's name that say in which legal form it is, or only join others."""

_AS = re.compile("a/s", re.IGNORECASE)
_DOT = re.compile(r"\.(?!\w\w)")
_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset(
    _words(
        "mr mrs ms miss dr prof professor herr frau hr fr ing dipl mag msc mba phd sr jr mme mlle señor senora sra",
        "srta signor signora pan pani",
    )
)
_OTHER_COMPANY_SCRIPTS = re.compile("株式会社|有限会社|有限公司|股份|集团|주식회사|ооо|оао|зао|пао|ао |ип ", re.IGNORECASE)
_PHONE_DIGITS = 8
"""So many last digits of a phone number are compared: the country and the trunk prefix before them are written or not."""

_EXTENSION = re.compile(r"\b(?:ext|x|dw|durchwahl|extension|poste|int)\b\.?\s*\d+\s*$|(?:x|#)\d{1,5}\s*$", re.IGNORECASE)


class Sketch(NamedTuple):
    """One prospect. `company` and `person` are their words in Latin letters without forms and titles, `company_sound` and
    `person_sound` the same as they sound, sorted, in one text; `local` and `domain` are the halves of the address (`own_domain` only
    where not everybody has a mailbox there), `phone` the last digits of the number, `host` of the website."""

    record: RecordId
    company: tuple[str, ...]
    person: tuple[str, ...]
    company_sound: str
    person_sound: str
    local: str
    domain: str
    own_domain: str
    phone: str
    host: str
    initials: int
    """A bit for each letter with which a word of the person's begins."""

    email: str

    @property
    def shared_mailbox(self) -> bool:
        """Whether a whole company reads the address."""
        return self.local in _ROLES


def sketch(record: RecordId, fields: Mapping[str, object] | Sequence[object]) -> Sketch:
    """The sketch of a prospect; `fields` by slug, or in the order of `COMPARED`."""
    if isinstance(fields, Mapping):
        fields = [fields.get(name) for name in COMPARED]
    company, person, email, phone, website = [str(value) if value else "" for value in fields]
    company_words, company_sound = _known_company(company) if company else _NO_NAME
    person_words, person_sound, initials = _known_person(person) if person else _NOBODY
    local = domain = own_domain = mailbox = ""
    if email:
        local, _, domain = email.strip().casefold().rpartition("@")
        local = local.partition("+")[0]
        if domain in FREE_MAIL:
            local = local.replace(".", "")
        else:
            own_domain = domain
        mailbox = f"{local}@{domain}" if local else ""
    return Sketch(
        record,
        company_words,
        person_words,
        company_sound,
        person_sound,
        local,
        domain,
        own_domain,
        phone_end(phone) if phone else "",
        host_of(website) if website else "",
        initials,
        mailbox,
    )


_NO_NAME: tuple[tuple[str, ...], str] = ((), "")
_NOBODY: tuple[tuple[str, ...], str, int] = ((), "", 0)


@lru_cache(maxsize=50_000)
def _known_company(name: str) -> tuple[tuple[str, ...], str]:
    words = company_of(name)
    return words, sounds_of(words)


@lru_cache(maxsize=50_000)
def _known_person(name: str) -> tuple[tuple[str, ...], str, int]:
    words = person_of(name)
    sounds = sounds_of(words)
    initials = 0
    for word in sounds.split():
        initials |= 1 << (ord(word[0]) & 63)
    return words, sounds, initials


@lru_cache(maxsize=50_000)
def word_sound(word: str) -> str:
    """`sound`, kept for the words that come again."""
    return sound(word)


@lru_cache(maxsize=100_000)
def sounds_of(words: tuple[str, ...]) -> str:
    """Words as they sound, in the order of the alphabet: whoever writes the last name first means the same."""
    if not words:
        return ""
    return word_sound(words[0]) if len(words) == 1 else " ".join(sorted([word_sound(word) for word in words]))


@lru_cache(maxsize=50_000)
def in_order(words: tuple[str, ...]) -> str:
    """Words as they are written, in the order of the alphabet."""
    return " ".join(sorted(words))


@lru_cache(maxsize=50_000)
def _latin_word(word: str) -> str:
    """`latin` of a word; an initial stays one letter in every alphabet."""
    return latin(word) if len(word) > 1 else latin(word)[:1]


def _words_in(text: str) -> list[str]:
    if text.isascii():
        return _WORD.findall(text.lower())
    return [_latin_word(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def company_of(name: str) -> tuple[str, ...]:
    """The words of a company's name that tell it from others; all of them where nothing else is left."""
    if not name.isascii():
        name = _OTHER_COMPANY_SCRIPTS.sub(" ", name)
    if "." in name:
        name = _DOT.sub("", name)
    if "/" in name:
        name = _AS.sub("as", name)
    words = _words_in(name)
    told = tuple([word for word in words if word not in LEGAL_FORMS])
    return told or tuple(words)


def person_of(name: str) -> tuple[str, ...]:
    """The words of a person's name, without titles."""
    words = _words_in(name.replace("'", "").replace("’", ""))
    told = tuple([word for word in words if word not in _TITLES])
    return told or tuple(words)


def forget_words() -> None:
    """Gives back what was kept for words that come again."""
    for kept in (word_sound, sounds_of, in_order, _latin_word, _known_company, _known_person):
        kept.cache_clear()


_NO_DIGITS = re.compile(r"\D+")


def phone_end(phone: str) -> str:
    """The last digits of a number; empty where it has too few to say anything."""
    if not phone[-1:].isdigit() or "x" in phone or "X" in phone or "#" in phone or phone.count(" ") > 2:
        phone = _EXTENSION.sub("", phone)
    digits = _NO_DIGITS.sub("", phone)
    return digits[-_PHONE_DIGITS:] if len(digits) >= 6 else ""


def host_of(website: str) -> str:
    """The host of an address, without `www.`."""
    host = website.strip().casefold().partition("://")[2] or website.strip().casefold()
    for sign in "/?#:":
        host = host.partition(sign)[0]
    return host.removeprefix("www.")
