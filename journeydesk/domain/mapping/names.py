"""What our tables and fields are called elsewhere: one list for the headers of files and the fields of a base."""

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType

from journeydesk.domain.catalogue import TABLES, TableSpec

FIRST_NAME, LAST_NAME = "first name", "last name"
"""Two columns that are one field: a contact's name in parts."""

NAME_PARTS = MappingProxyType(
    {
        FIRST_NAME: "first name|firstname|given name|vorname|prenom|nombre de pila|first",
        LAST_NAME: "last name|lastname|surname|family name|nachname|nom|nom de famille|apellido|apellidos|last",
    }
)

_OWNER = (
    "owner|assignee|assigned to|responsible|rep|sales rep|zustandig|verantwortlich|betreuer|bearbeiter|besitzer|inhaber|responsable"
    "|asignado a|attribue a|proprietaire|propietario"
)
_NOTES = (
    "note|comment|comments|description|remarks|bemerkung|bemerkungen|notiz|notizen|remarque|remarques|nota|notas|observaciones"
)
_PROSPECT = (
    "prospect|prospects|lead|leads|customer|customers|kunde|kunden|client|clients|cliente|clientes|contact|contacts|kontakt|kontakte"
    "|company|companies|account|accounts|deal|deals|beta application|beta applications|application|interessent|interessenten"
)
_DATE = "date|datum|day|tag|fecha|dia|jour|when|wann|date and time"

FIELD_WORDS: MappingProxyType[str, MappingProxyType[str, str]] = MappingProxyType(
    {
        "prospects": MappingProxyType(
            {
                "key": "journeydesk key|application id|lead id|prospect id|record key",
                "company": "company name|account|account name|organisation|organization|organization name|organisation name|employer"
                "|firma|firmenname|unternehmen|kunde|empresa|compania|societe|entreprise|business|business name|organization 1 name"
                "|company / account|client|customer|customer name",
                "contact_name": "name|full name|contact|contact full name|contact person|display name|person|person name"
                "|ansprechpartner|ansprechperson|kontakt|kontaktperson|nom complet|nombre|nombre completo|contacto"
                "|persona de contacto|interlocuteur|vollstandiger name|person - name|lead name|prospect name|lead|name of contact",
                "email": "e mail|mail|e mail address|email address|emailaddress|e mail 1 value|email 1|work email|business email"
                "|e mail adresse|mailadresse|courriel|correo|correo electronico|adresse mail|adresse e mail|primary email"
                "|person - email|email work",
                "phone": "phone number|telephone|telefon|tel|mobile|mobile phone|mobile number|mobile phone number|business phone"
                "|work phone|phone 1 value|handy|handynummer|rufnummer|telefonnummer|telefono|movil|portable|cell|cell phone"
                "|person - phone",
                "job_title": "title|position|role|job|job role|funktion|fonction|poste|cargo|puesto|berufsbezeichnung"
                "|organization 1 title",
                "website": "web|site|homepage|web page|webseite|internetseite|company website|company domain name|website url"
                "|site web|site internet|sitio web|pagina web",
                "industry": "sector|branche|secteur|sector de actividad|industria|vertical",
                "use_case": "usecase|intended use|anwendungsfall|cas d usage|caso de uso",
                "volume_estimate": "volume|monthly volume|estimated volume|volumen|volumen estimado",
                "technical_capability": "technical level|integration|tech capability",
                "priority_level": "priority|prioritat|priorite|prioridad",
                "current_challenge": "challenge|pain point|problem|herausforderung|defi|reto",
                "score": "lead score|score|hubspot score|priority score|rating|bewertung|punkte|puntuacion",
                "status": "lead status|application status|statut|estado",
                "applied_on": "applied|application date|create date|created|created at|created date|created time|date applied"
                "|submitted at|signup date|optin time|connected on|added|added on|date added|arrived|arrived on"
                "|received|received on|angelegt|angelegt am|erstellt"
                "|erstellt am|eingegangen am|beworben am|cree le|date de creation|creado|fecha de alta|fecha de creacion",
                "source": "lead source|original source|traffic source|herkunft|quelle|origine|origin|fuente|origen|channel|kanal",
                "owner": f"contact owner|lead owner|account owner|account manager|assigned|assigned user|deal - owner|{_OWNER}",
                "next_follow_up": "next touch|next call"
                "|follow up|followup|next follow up|follow up date|next step date|next contact|relance"
                "|prochaine relance|wiedervorlage|nachster kontakt|next activity date|reminder|proximo contacto|seguimiento",
                "notes": _NOTES,
                "estimated_revenue": "revenue|deal value|deal amount|deal size|amount|value|budget|annual revenue|annualrevenue"
                "|expected revenue|est revenue|est value|estimated value|deal - value|umsatz|auftragswert|erwarteter umsatz"
                "|montant|valor|importe",
                "deal_probability": "probability|win probability|deal - probability|wahrscheinlichkeit|probabilite|probabilidad",
                "expected_close": "close date|expected close|closing date|expected closing date|deal - expected close date"
                "|abschlussdatum|erwarteter abschluss|date de cloture|fecha de cierre",
                "customer_status": "customer state|kundenstatus|statut client|estado del cliente",
                "ltv": "lifetime value|customer lifetime value|clv|kundenwert",
                "tier": "plan|tarif|package|paket",
                "deal_stage": "pipeline stage|opportunity stage|sales stage|deal phase|verkaufsphase|phase de vente"
                "|etapa de venta|deal - stage|pipeline",
                "journey_stage": "stage|phase|lead stage|stufe|etappe|etape|etapa|fase",
                "lifecycle_stage": "lifecycle|lifecyclestage|lebenszyklus",
                "stripe_customer": "stripe id|stripe customer|customer id stripe",
            }
        ),
        "interactions": MappingProxyType(
            {
                "key": "journeydesk key|touchpoint id|activity id|call id|record key",
                "prospect": f"customer id|prospect id|lead id|{_PROSPECT}",
                "type": "kind|activity type|interaction type|touchpoint type|channel|art|typ|tipo|genre|kanal",
                "date": f"{_DATE}|interaction date|call date|occurred at",
                "duration": "minutes|took|time spent|length|call duration|dauer|duree|duracion|minuten",
                "summary": f"what was said|subject|betreff|zusammenfassung|inhalt|resume|resumen|{_NOTES}",
                "next_steps": "next step|follow up|action items|nachste schritte|prochaines etapes|proximos pasos",
                "owner": f"by|who|caller|{_OWNER}",
                "sentiment": "mood|stimmung|humeur|animo",
                "outcome": "result|ergebnis|resultat|resultado|disposition",
            }
        ),
        "usage": MappingProxyType(
            {
                "key": "journeydesk key|usage id|record id",
                "prospect": f"customer id|{_PROSPECT}",
                "date": _DATE,
                "api_calls": "calls|requests|api requests|aufrufe|anfragen|appels|llamadas",
                "sign_operations": "signs|signatures|signed",
                "verify_operations": "verifies|verifications|verified",
                "error_rate": "errors|errors %|fehlerrate|fehlerquote|taux d erreur|tasa de error",
                "active_users": "users|aktive nutzer|nutzer|utilisateurs actifs|usuarios activos",
                "storage_used": "storage|speicher|stockage|almacenamiento",
                "cost": "costs|spend|kosten|cout|coste|costo",
            }
        ),
        "surveys": MappingProxyType(
            {
                "key": "journeydesk key|feedback id|response id",
                "prospect": f"customer id|{_PROSPECT}",
                "survey_type": "type|kind|survey|form|art|umfrage|typ",
                "date_sent": "sent|sent on|sent at|gesendet am|verschickt am|envoye le|enviado",
                "date_responded": "responded|responded on|answered on|answered at|beantwortet am|repondu le|respondido",
                "pmf_score": "pmf|product market fit",
                "satisfaction": "satisfaction|csat|happy|happiness|stars|score|rating|zufriedenheit|satisfaccion|nps",
                "likelihood_to_pay": "willingness to pay|would pay|zahlungsbereitschaft",
                "feature_requests": "features|wishes|requests|wunsche|souhaits|deseos",
                "testimonial": "quote|zitat|temoignage|testimonio",
                "case_study": "case study|fallstudie|etude de cas|caso de estudio",
            }
        ),
        "tasks": MappingProxyType(
            {
                "key": "journeydesk key|to do id",
                "prospect": f"customer id|related to|{_PROSPECT}",
                "title": "task|to do|todo|name|subject|aufgabe|titel|tache|titre|tarea|titulo|what",
                "kind": "type|category|art|kategorie|tipo",
                "due": "due date|due on|deadline|fallig|fallig am|faellig|echeance|vencimiento|fecha limite",
                "done_at": "done|done on|completed|completed at|completed on|erledigt|erledigt am|fait le|hecho",
                "owner": f"who|{_OWNER}",
                "starts_on": "start|starts|start date|begin|beginn|startdatum|debut|inicio|fecha de inicio",
                "progress": "percent done|complete|% done|fortschritt|avancement|progreso|avance",
            }
        ),
    }
)
"""By table and field slug: its other names, in the form that `plain` gives."""

TABLE_WORDS: MappingProxyType[str, str] = MappingProxyType(
    {
        "prospects": f"{_PROSPECT}|sales pipeline|pipeline|opportunities|opportunity|crm|applicants|people|personen",
        "interactions": "interaction|interactions|touchpoint|touchpoints|activity|activities|calls|call log|meetings|contact log"
        "|kontaktverlauf|aktivitaten|gesprache|anrufe|kontakthistorie|interaktionen|activites|echanges|appels|interacciones"
        "|actividades|llamadas",
        "usage": "usage|api usage|product usage|usage data|metrics|nutzung|nutzungsdaten|utilisation|uso",
        "surveys": "survey|surveys|feedback|feedback form|feedback forms|survey responses|nps|umfragen|ruckmeldungen|enquetes"
        "|encuestas",
        "assets": "customer assets|asset|assets",
        "progress": "user progress|progress|milestones|fortschritt",
        "events": "journey events|events log",
        "alerts": "alerts",
        "tasks": "task|tasks|to do|to dos|todo|todos|to do list|aufgaben|aufgabe|taches|tareas",
        "settings": "journeydesk settings",
    }
)
"""By table slug: what such a table is called elsewhere, in the form that `plain` gives."""

UNSURE = frozenset(
    {"name", "title", "value", "amount", "created", "added", "nom", "nombre", "first", "last", "mail", "role", "contact"}
    | {"lead", "kunde", "client", "customer", "plan", "volume", "integration", "pipeline", "channel", "kanal", "date"}
    | {"description", "comment", "estado", "account", "kontakt", "by", "who", "form", "what", "package", "vertical"}
)
"""Words that stand for something else often enough to be shown as a guess."""


@lru_cache(maxsize=4096)
def plain(title: str) -> str:
    """A title without accents, case, signs and double blanks, for comparing."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title)
    folded = unicodedata.normalize("NFKD", apart.casefold())
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w\s/-]|[_-]", " ", letters).split())


@lru_cache(maxsize=4096)
def squeezed(title: str) -> str:
    """The same without any blank: “E-Mail”, “email” and “e mail” are one."""
    return re.sub(r"[\s/]", "", plain(title))


@lru_cache(maxsize=len(TABLES))
def known_titles(spec: TableSpec) -> MappingProxyType[str, tuple[str, float]]:
    """Every title that is understood, squeezed, as (field slug, confidence); our own names are sure."""
    titles: dict[str, tuple[str, float]] = {}
    for slug, words in FIELD_WORDS.get(spec.slug, {}).items():
        for word in words.split("|"):
            titles.setdefault(squeezed(word), (slug, 0.6 if word in UNSURE else 0.9))
    for field in spec.fields:
        titles[squeezed(field.name)] = titles[squeezed(field.slug)] = (field.slug, 1.0)
    return MappingProxyType(titles)
