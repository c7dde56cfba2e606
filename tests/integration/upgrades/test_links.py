"""A payment link from being made to being paid: made once, seen at once, granted once (docs/rules.md, "Upgrades")."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.upgrades.links import EXPIRED, FAILED, NOT_MADE, OPEN, PAID, REPLACED, UNPAID
from journeydesk.sandbox.team.offer import SOLD
from journeydesk.services.commands.duplicates import merge, unmerge
from journeydesk.services.commands.events import take_events
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.payments.mirror import sync_payments
from journeydesk.services.queries.automation import runs
from journeydesk.services.receiver.stripe_news import note_stripe_news, read_stripe_news
from journeydesk.services.sync.working_offline import WorkingOffline, work_offline
from journeydesk.services.upgrades.mailing import link_mail, send_link_mail
from journeydesk.storage.payments import checkout_links
from tests.integration.upgrades.conftest import Seller, Stripe

NewSeller = Callable[[], Seller]


def test_a_link_carries_who_pays_for_what(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect(key="BETA-QUILLON1")
    link = seller.link(prospect)
    (session,) = stripe_account.sessions()
    assert (link.state, link.session, link.url) == (OPEN, session["id"], session["url"])
    assert (session["client_reference_id"], session["mode"]) == ("BETA-QUILLON1", "subscription")
    assert session["metadata"] == {"application_id": "BETA-QUILLON1", "tier": "Accelerator", "upgrade": link.key}
    assert session["customer_email"] == "adaeze@quillonfreight.example"
    assert (session["amount_total"], session["success_url"]) == (128_000, "https://ostrelle.example/thanks")


def test_a_known_customer_pays_as_that_customer(seller: Seller, stripe_account: Stripe) -> None:
    customer = stripe_account.customer("accounts@quillonfreight.example")
    seller.link(seller.prospect(stripe_customer=customer))
    (session,) = stripe_account.sessions()
    assert (session["customer"], session["customer_email"]) == (customer, None)


def test_the_open_link_is_given_again_and_made_anew_only_on_request(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    first = seller.link(prospect)
    assert seller.link(prospect).session == first.session
    second = seller.link(prospect, anew=True)
    assert second.session != first.session
    assert stripe_account.open_sessions() == [second.session]
    assert seller.states() == [REPLACED, OPEN]


def test_a_link_that_runs_out_is_seen_and_another_is_made(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    seller.link(prospect)
    stripe_account.later(1.01)
    assert [each.state for each in seller.look()] == [EXPIRED]
    assert seller.link(prospect).state == OPEN
    assert seller.states() == [EXPIRED, OPEN]


def test_a_link_with_minutes_left_is_replaced_by_a_fresh_one(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    first = seller.link(prospect)
    stripe_account.later(1 - 5 / 1440)
    second = seller.link(prospect)
    assert stripe_account.open_sessions() == [second.session] != [first.session]


def test_a_payment_is_seen_by_looking_and_grants_the_tier_once(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    link = seller.link(prospect)
    assert seller.look() == []
    stripe_account.visit(link)
    stripe_account.later(1 / 1440)
    (settled,) = seller.look()
    assert (settled.state, settled.words) == (PAID, "Quillon Freight paid: Accelerator is granted.")
    assert seller.tier(prospect) == "Accelerator"
    assert seller.paid_events() == [f"EVT-stripe-{link.session}"]
    edit(seller.context, prospect, {"tier": "Explorer"})
    seller.look(all_living=True)
    evaluate(seller.context)
    assert seller.tier(prospect) == "Explorer", "what a person set later stays"


def test_a_webhook_has_it_seen_before_it_is_due(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    link = seller.link(prospect)
    stripe_account.visit(link)
    assert seller.look() == [], "it is not due yet"
    with seller.context.database.write() as connection:
        note_stripe_news(connection, seller.context.now())
    assert read_stripe_news(seller.context, seller.known)
    assert (seller.tier(prospect), seller.states()) == ("Accelerator", [PAID])


def test_reading_payments_and_looking_at_the_link_grant_once(new_seller: NewSeller, stripe_account: Stripe) -> None:
    for first in ("payments", "link"):
        seller = new_seller()
        prospect = seller.prospect(key=f"BETA-{first.upper()}1", email=f"{first}@quillonfreight.example")
        link = seller.link(prospect)
        stripe_account.visit(link)
        stripe_account.later(1 / 1440)
        for _ in range(2):
            if first == "payments":
                _read_payments(seller)
            seller.look()
            _read_payments(seller)
        assert (seller.tier(prospect), seller.states()) == ("Accelerator", [PAID])
        assert len(seller.paid_events()) == 1
        assert [run.rule for run in runs(seller.context)] == ["tier"]


def test_two_computers_that_ask_at_once_share_link_and_event(new_seller: NewSeller, stripe_account: Stripe) -> None:
    one, two = new_seller(), new_seller()
    prospects = [seller.prospect(key="BETA-SHARED01") for seller in (one, two)]
    links = [seller.link(prospect) for seller, prospect in zip((one, two), prospects, strict=True)]
    assert links[0].session == links[1].session
    assert len(stripe_account.sessions()) == 1
    stripe_account.visit(links[0])
    stripe_account.later(1 / 1440)
    for seller, prospect in zip((one, two), prospects, strict=True):
        seller.look()
        assert seller.tier(prospect) == "Accelerator"
    assert one.paid_events() == two.paid_events()


def test_who_asks_after_another_closed_the_link_gets_an_open_one(new_seller: NewSeller, stripe_account: Stripe) -> None:
    one, two = new_seller(), new_seller()
    first, second = (seller.prospect(key="BETA-SHARED02") for seller in (one, two))
    one.link(first)
    anew = one.link(first, anew=True)
    theirs = two.link(second)
    assert theirs.session == anew.session
    assert stripe_account.open_sessions() == [anew.session]


def test_a_link_that_was_paid_meanwhile_is_not_made_anew_but_granted(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    stripe_account.visit(seller.link(prospect))
    with pytest.raises(UserError, match="Quillon Freight paid: Accelerator is granted"):
        seller.link(prospect, anew=True)
    assert (seller.tier(prospect), seller.states()) == ("Accelerator", [PAID])
    with pytest.raises(UserError, match="Quillon Freight has Accelerator already"):
        seller.link(prospect)
    assert len(stripe_account.sessions()) == 1


def test_who_paid_by_two_links_has_one_tier_and_a_task_says_to_refund(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    first = seller.link(prospect)
    # Another computer, which knows nothing of the first link, made the second one.
    with seller.context.database.write() as connection:
        checkout_links.set_state(connection, first.key, REPLACED, look_at=None)
    second = seller.link(prospect)
    for link in (first, second):
        stripe_account.visit(link)
    _read_payments(seller)
    with seller.context.database.write() as connection:
        checkout_links.set_state(connection, first.key, OPEN, look_at=seller.context.now())
    stripe_account.later(1 / 1440)
    words = [each.words for each in seller.look()]
    assert seller.states() == [PAID, PAID]
    assert any("paid twice for Accelerator" in sentence for sentence in words)
    assert seller.tier(prospect) == "Accelerator"
    titles = [title for (title,) in seller.rows("SELECT title FROM tasks")]
    assert sum("paid twice for Accelerator: refund one of them" in title for title in titles) == 1


def test_a_slow_payment_waits_for_its_money(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    link = seller.link(prospect)
    stripe_account.visit(link, slow=True)
    stripe_account.later(1 / 1440)
    (settled,) = seller.look()
    assert (settled.state, seller.tier(prospect)) == (UNPAID, "Explorer")
    with pytest.raises(UserError, match="slow way to pay"):
        seller.link(prospect, anew=True)
    stripe_account.control("POST", "stripe", {"settle": link.session})
    stripe_account.later(2 / 24)
    assert [each.state for each in seller.look()] == [PAID]
    assert seller.tier(prospect) == "Accelerator"


def test_a_slow_payment_that_was_read_is_looked_at_all_the_same(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    link = seller.link(prospect)
    stripe_account.visit(link, slow=True)
    _read_payments(seller)
    assert [each.state for each in seller.look()] == [UNPAID]
    stripe_account.control("POST", "stripe", {"settle": link.session})
    for _ in range(2):
        stripe_account.later(31 / 1440)
        looked = seller.look()
    assert [each.state for each in looked] == [PAID]


def test_a_slow_payment_that_fails_is_told_and_may_be_asked_for_anew(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    link = seller.link(prospect)
    _read_payments(seller)
    stripe_account.visit(link, slow=True)
    _read_payments(seller)
    assert [each.state for each in seller.look()] == [UNPAID]
    stripe_account.control("POST", "stripe", {"settle": link.session, "failed": True})
    stripe_account.later(1 / 1440)
    _read_payments(seller)
    (told,) = seller.look()
    assert (told.state, told.words) == (FAILED, "The slow payment of Quillon Freight for Accelerator failed. Make a new link.")
    stripe_account.later(2 / 24)
    assert seller.look() == [], "it was told twice"
    assert seller.tier(prospect) == "Explorer"
    assert seller.link(prospect, anew=True).session != link.session
    stripe_account.change(
        "checkout/sessions", str(link.session), "checkout.session.async_payment_succeeded", payment_status="paid"
    )
    _read_payments(seller)
    assert [each.state for each in seller.look()] == [PAID], "money that comes after all is money"


def test_a_slow_payment_that_never_comes_holds_up_no_new_link(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    link = seller.link(prospect)
    stripe_account.visit(link, slow=True)
    stripe_account.later(1 / 1440)
    assert [each.state for each in seller.look()] == [UNPAID]
    stripe_account.later(16)
    assert [each.state for each in seller.look()] == [FAILED]
    assert seller.link(prospect).session != link.session


def test_a_subscription_that_costs_nothing_now_counts(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    link = seller.link(prospect)
    stripe_account.change(
        "checkout/sessions", str(link.session), "", status="complete", payment_status="no_payment_required", url=None
    )
    stripe_account.later(1 / 1440)
    assert [each.state for each in seller.look()] == [PAID]
    assert seller.tier(prospect) == "Accelerator"


def test_a_task_says_to_end_the_earlier_subscription(seller: Seller, stripe_account: Stripe) -> None:
    customer = stripe_account.customer("accounts@quillonfreight.example")
    prospect = seller.prospect(stripe_customer=customer)
    stripe_account.subscribe(customer, stripe_account.price(64_000))
    _read_payments(seller)
    stripe_account.visit(seller.link(prospect))
    stripe_account.later(1 / 1440)
    seller.look()
    titles = [title for (title,) in seller.rows("SELECT title FROM tasks")]
    assert "End the earlier subscription of Quillon Freight in Stripe, it is replaced by Accelerator" in titles


def test_a_payment_for_who_was_deleted_is_told_and_not_lost(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    link = seller.link(prospect)
    delete_prospects(seller.context, [prospect])
    stripe_account.visit(link)
    stripe_account.later(1 / 1440)
    (settled,) = seller.look()
    assert "but the prospect was deleted" in settled.words


def test_a_link_belongs_to_who_its_prospect_was_merged_into(seller: Seller, stripe_account: Stripe) -> None:
    lost = seller.prospect(company="Quillon Freigth")
    link = seller.link(lost)
    kept = seller.prospect()
    merge(seller.context, kept, lost)
    stripe_account.visit(link)
    stripe_account.later(1 / 1440)
    seller.look()
    assert seller.tier(kept) == "Accelerator"


def test_who_was_merged_brings_the_open_link_along(seller: Seller, stripe_account: Stripe) -> None:
    lost = seller.prospect(company="Quillon Freigth")
    link = seller.link(lost)
    kept = seller.prospect()
    merge(seller.context, kept, lost)
    assert seller.link(kept).session == link.session
    assert stripe_account.open_sessions() == [link.session]
    mail = link_mail(seller.context, link.key)
    assert str(link.url) in mail.body
    assert "Quillon Freight" in send_link_mail(seller.context, link.key, mail.subject, mail.body).words
    unmerge(seller.context, lost)
    assert seller.link(kept).session != link.session


def test_switched_off_automation_grants_nothing_and_says_so(seller: Seller, stripe_account: Stripe) -> None:
    change_settings(seller.context, {"automation.on": []}, "Nothing by itself")
    prospect = seller.prospect()
    stripe_account.visit(seller.link(prospect))
    stripe_account.later(1 / 1440)
    (settled,) = seller.look()
    assert "set it by hand" in settled.words
    assert seller.tier(prospect) == "Explorer"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"upgrades.tiers": None}, "Accelerator has no price yet"),
        ({"upgrades.paid_page": ""}, "No page is set that customers see after paying"),
    ],
)
def test_what_is_missing_is_said_before_stripe_is_asked(
    seller: Seller, stripe_account: Stripe, changes: dict[str, object], words: str
) -> None:
    prospect = seller.prospect()
    change_settings(seller.context, changes, "Not ready")
    with pytest.raises(UserError, match=words):
        seller.link(prospect)
    assert (stripe_account.sessions(), seller.states()) == ([], [])


def test_no_key_and_no_network_are_told_apart(seller: Seller) -> None:
    prospect = seller.prospect()
    without = replace(seller.known, stripe_checkout_key=None)
    with pytest.raises(UserError, match="No key for payment links is known"):
        Seller(seller.context, without, seller.account).link(prospect)
    work_offline(seller.context, True)
    with pytest.raises(WorkingOffline):
        seller.link(prospect)


def test_a_session_of_another_price_is_closed_at_once(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    stripe_account.store.objects["prices"]["price_OstrelleAccelerator"]["unit_amount"] = 99_900
    with pytest.raises(UserError, match=r"another sum than €1,280\.00 for Accelerator"):
        seller.link(prospect)
    assert stripe_account.open_sessions() == []
    assert seller.states() == [NOT_MADE]


def test_a_link_of_a_price_that_changed_since_is_not_handed_out_again(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    first = seller.link(prospect)
    tiers = {name: dict(tier) for name, tier in SOLD["upgrades.tiers"].items()}
    tiers["Accelerator"]["amount"] = 1_500
    stripe_account.store.objects["prices"]["price_OstrelleAccelerator"]["unit_amount"] = 150_000
    change_settings(seller.context, {"upgrades.tiers": tiers}, "Dearer")
    second = seller.link(prospect)
    assert stripe_account.open_sessions() == [second.session] != [first.session]


def test_a_computer_whose_clock_is_wrong_makes_links_all_the_same(seller: Seller, stripe_account: Stripe) -> None:
    prospect, right = seller.prospect(), seller.context.clock()
    seller.context.clock = lambda: datetime.fromtimestamp(right.timestamp() + 40 * 60, right.tzinfo)
    link = seller.link(prospect)
    assert link.state == OPEN


def test_a_payment_link_is_no_checkout_that_the_customer_began(seller: Seller, stripe_account: Stripe) -> None:
    customer = stripe_account.customer("accounts@quillonfreight.example")
    prospect = seller.prospect(key="BETA-MBALI001", stripe_customer=customer)
    assessed = {"customer_id": "BETA-MBALI001", "event": "assessment_completed", "timestamp": seller.context.now()}
    take_events(seller.context, [assessed])
    stripe_account.later(1 / 1440)
    begun = seller.link(prospect)
    _read_payments(seller)
    stripe_account.later(1 / 24)
    evaluate(seller.context)
    assert _drop_offs(seller) == 0
    session = stripe_account.store.objects["checkout/sessions"][str(begun.session)]
    stripe_account.change("checkout/sessions", session, "checkout.session.updated", metadata={})
    stripe_account.later(1 / 24)
    _read_payments(seller)
    evaluate(seller.context)
    assert _drop_offs(seller) == 1, "one that the customer began is told as before"


def _drop_offs(seller: Seller) -> int:
    return [rule for (rule,) in seller.rows("SELECT rule FROM alerts")].count("payment drop-off")


def _read_payments(seller: Seller) -> None:
    box = seller.account.box
    paid = sync_payments(seller.context, box.stripe_url, box.stripe_key)
    if paid:
        evaluate(seller.context, paid)
