"""How many rows SQLite takes a table to have, and how many of them to be alike in the first columns of an index: those of a team with
100,000 prospects, the same in every workspace.

Without them it guesses, and may walk through all moves of a journey for each move. Counted in each workspace they would be there only
some time after a first sync, and the same question would be answered in another way on another computer; so they are part of the shape
(sqlite.org, "Fixed Results Of ANALYZE"). Their form is that of `sqlite_stat1`: all rows, then on average how many have the same
first column, the same first two, and so on. They are what was counted, rounded where one team is like another.
"""

_COUNTED = {
    "agent_draft": {
        "ix_agent_draft_state": "500 50",
    },
    "alert_audit": {
        "ix_alert_audit_alert_at": "5000 2 1",
    },
    "alert_delivery": {
        "ix_alert_delivery_mail": "5000 2",
        "sqlite_autoindex_alert_delivery_1": "5000 2 1",
    },
    "alerts": {
        "ix_alerts_key": "2000 1",
        "ix_alerts_prospect": "2000 1",
        "ix_alerts_standing": "2000 500 100 100 100 100 50 1 1 1 1",
        "ix_alerts_status_raised_at": "2000 500 1",
    },
    "api_call": {
        "sqlite_autoindex_api_call_1": "12 2 1",
    },
    "assets": {
        "ix_assets_key": "20000 2",
        "ix_assets_prospect": "20000 2",
    },
    "automation_run": {
        "ix_automation_run_at": "20000 2",
        "sqlite_autoindex_automation_run_1": "20000 2 2 1",
    },
    "board_count": {
        "board_count": "155 31 5 1",
    },
    "calendar_event": {
        "ix_calendar_event_starts": "1000 2",
        "sqlite_autoindex_calendar_event_1": "1000 2 2 1",
    },
    "cards_by_entry": {
        "cards_by_entry": "349940 69988 11289 1 1",
    },
    "cards_by_owner": {
        "cards_by_owner": "349940 69988 13998 2258 23 1",
    },
    "cards_by_place": {
        "cards_by_place": "349940 69988 11289 92 1",
    },
    "checkout_link": {
        "ix_checkout_link_look_at": "1000 2",
        "ix_checkout_link_prospect": "1000 2",
        "ix_checkout_link_session": "1000 1",
        "sqlite_autoindex_checkout_link_1": "1000 1",
    },
    "conflict": {
        "sqlite_autoindex_conflict_1": "20 2 2 1",
    },
    "delivery": {
        "ix_delivery_due_at": "100 2",
        "ix_delivery_id": "1000 1",
        "ix_delivery_target_number": "1000 2 1",
    },
    "digest_member": {
        "ix_digest_member_digest": "5000 2",
        "ix_digest_member_prospect": "5000 2",
        "sqlite_autoindex_digest_member_1": "5000 1",
    },
    "end_to_end_run": {
        "ix_end_to_end_run_began_at": "100 2",
        "sqlite_autoindex_end_to_end_run_1": "100 1",
    },
    "end_to_end_step": {
        "sqlite_autoindex_end_to_end_step_1": "700 2 1",
    },
    "event_target": {
        "sqlite_autoindex_event_target_1": "5 1",
    },
    "events": {
        "ix_events_key": "500000 1",
        "ix_events_kinds": "500000 22728 1 1",
        "ix_events_occurred_at": "500000 1",
        "ix_events_prospect_occurred_at": "500000 6 1",
        "ix_events_tickets": "2941 1",
    },
    "field_history": {
        "ix_field_history_deals": "10000 5000 1 1 1",
        "ix_field_history_table_slug_lid_at": "10000 10000 1 1",
    },
    "generated_text": {
        "ix_generated_text_expires_at": "500 2",
        "sqlite_autoindex_generated_text_1": "500 1",
    },
    "generation": {
        "ix_generation_at": "1000 2",
    },
    "inbox_entry": {
        "ix_inbox_entry_id": "1000 1",
        "ix_inbox_entry_received_at": "1000 2",
        "ix_inbox_entry_waiting": "100 1",
    },
    "interactions": {
        "ix_interactions_calls": "83352 2 1",
        "ix_interactions_key": "500000 1",
        "ix_interactions_prospect_date": "500000 6 1",
        "ix_interactions_reports": "500000 1 1 1 1 1 1",
        "ix_interactions_support": "83028 1",
    },
    "look_again": {
        "ix_look_again_at": "20000 2",
    },
    "mail_folder": {
        "sqlite_autoindex_mail_folder_1": "5 2 1",
    },
    "mail_item": {
        "ix_mail_item_message_id": "20000 1",
        "ix_mail_item_prospect": "20000 2",
        "ix_mail_item_sent_at": "20000 2",
        "ix_mail_item_state_due_at": "20000 2000 1",
        "sqlite_autoindex_mail_item_1": "20000 1",
    },
    "mail_received": {
        "ix_mail_received_item": "10000 2",
        "ix_mail_received_message_id": "10000 1",
        "ix_mail_received_prospect": "10000 2",
    },
    "merge_entry": {
        "ix_merge_entry_loser": "500 2",
    },
    "message": {
        "ix_message_prospect": "2000 2",
        "ix_message_state_made_at": "2000 200 1",
        "sqlite_autoindex_message_1": "2000 1",
    },
    "meta": {
        "sqlite_autoindex_meta_1": "100 1",
    },
    "money_apart": {
        "sqlite_autoindex_money_apart_1": "200 2 1",
    },
    "moves_by_start": {
        "moves_by_start": "646257 129252 2 2 1",
    },
    "moves_by_time": {
        "moves_by_time": "646257 129252 1 1 1",
    },
    "mrr_step": {
        "ix_mrr_step_at": "6307 1 1 1 1 1",
        "sqlite_autoindex_mrr_step_1": "6307 2 2 1",
    },
    "phone": {
        "ix_phone_token_hash": "10 1",
    },
    "phone_request": {
        "ix_phone_request_at": "1000 2",
    },
    "position": {
        "position": "349940 4 1",
    },
    "progress": {
        "ix_progress_key": "20000 2",
        "ix_progress_prospect": "20000 2",
    },
    "prospects": {
        "ix_list_applied_on": "100000 1",
        "ix_list_at_risk": "100000 50000",
        "ix_list_company": "100000 1",
        "ix_list_contact_name": "100000 428",
        "ix_list_current_challenge": "100000 1",
        "ix_list_customer_status": "100000 20000",
        "ix_list_deal_probability": "100000 4762",
        "ix_list_deal_stage": "100000 11112",
        "ix_list_email": "100000 1",
        "ix_list_engagement_stage": "100000 16667",
        "ix_list_entry_point": "100000 14286",
        "ix_list_estimated_revenue": "100000 5",
        "ix_list_expected_close": "100000 498",
        "ix_list_industry": "100000 16667",
        "ix_list_job_title": "100000 25000",
        "ix_list_journey_points": "100000 500",
        "ix_list_journey_stage": "100000 16667",
        "ix_list_key": "100000 1",
        "ix_list_last_call_at": "100000 2",
        "ix_list_last_touch_at": "100000 1",
        "ix_list_last_touch_outcome": "100000 14286",
        "ix_list_last_touch_type": "100000 14286",
        "ix_list_lifecycle_stage": "100000 20000",
        "ix_list_ltv": "100000 6",
        "ix_list_mrr_minor": "100000 115",
        "ix_list_net_paid_minor": "100000 38",
        "ix_list_next_follow_up": "100000 1087",
        "ix_list_notes": "100000 2",
        "ix_list_onboarding_step": "100000 14286",
        "ix_list_owner": "100000 20000",
        "ix_list_phone": "100000 10",
        "ix_list_priority_level": "100000 25000",
        "ix_list_score": "100000 1961",
        "ix_list_source": "100000 16667",
        "ix_list_stage_since": "100000 1",
        "ix_list_status": "100000 14286",
        "ix_list_stripe_customer": "100000 6",
        "ix_list_technical_capability": "100000 25000",
        "ix_list_tier": "100000 33334",
        "ix_list_use_case": "100000 1",
        "ix_list_volume_estimate": "100000 25000",
        "ix_list_website": "100000 6",
        "ix_prospects_closing": "100000 498 72 15 1 1",
        "ix_prospects_deals": "100000 11112 2223 1 1 1 1 1 1",
        "ix_prospects_follow_ups": "100000 20000 218 1 1 1",
        "ix_prospects_gone": "1000 1",
        "ix_prospects_key": "100000 1",
        "ix_prospects_lately": "100000 1 1 1",
        "ix_prospects_mail_domain": "100000 6",
        "ix_prospects_paid": "4000 2 2 1",
        "ix_prospects_phone_end": "100000 10",
        "ix_prospects_reports": "100000 1 1 1 1 1 1 1 1 1 1 1 1",
        "ix_prospects_standing": "100000 1 1 1 1 1 1 1 1 1",
        "ix_prospects_touched": "100000 20000 1",
        "ix_prospects_unusual_email": "42274 1",
        "ix_prospects_waiting": "17238 1 1",
    },
    "scenario_run": {
        "ix_scenario_run_state": "1000 100",
    },
    "schema_field": {
        "sqlite_autoindex_schema_field_1": "300 30 1",
    },
    "service_check": {
        "ix_service_check_service_at": "1000 100 1",
    },
    "settings": {
        "ix_settings_key": "1000 1",
    },
    "stage_history": {
        "ix_stage_history_prospect_at": "646257 7 2 1 1",
    },
    "stamp": {
        "stamp": "18 1",
    },
    "stripe_cursor": {
        "sqlite_autoindex_stripe_cursor_1": "5 1",
    },
    "stripe_object": {
        "ix_stripe_object_customer": "28238 8 4",
        "ix_stripe_object_flow": "28238 14119 1 1 1 1 1",
        "ix_stripe_object_prospect": "28238 8 4",
        "sqlite_autoindex_stripe_object_1": "28238 14119 1",
    },
    "stripe_payer": {
        "ix_stripe_payer_first_paid": "4000 1 1",
        "ix_stripe_payer_prospect": "4000 1",
        "ix_stripe_payer_stale": "100 1",
        "sqlite_autoindex_stripe_payer_1": "4000 1",
    },
    "surveys": {
        "ix_surveys_answered": "5973 17 3 2 1",
        "ix_surveys_key": "10000 1",
        "ix_surveys_prospect": "10000 1",
        "ix_surveys_sent": "10000 28 14 3",
    },
    "sync_cursor": {
        "sqlite_autoindex_sync_cursor_1": "20 1",
    },
    "sync_note": {
        "ix_sync_note_at": "500 2",
    },
    "sync_record": {
        "ix_sync_record_quarantine": "100 1 1",
        "ix_sync_record_rid": "1102000 275500 1",
        "ix_sync_record_touched": "1000 50 1",
        "sync_record": "1102000 275500 1",
    },
    "tasks": {
        "ix_tasks_done": "15000 5",
        "ix_tasks_key": "30000 2",
        "ix_tasks_open": "15000 5",
        "ix_tasks_prospect_due": "30000 2 1",
    },
    "tombstone": {
        "ix_tombstone_key": "2000 200 1",
        "ix_tombstone_record": "2000 200 1",
        "sqlite_autoindex_tombstone_1": "2000 200 1",
    },
    "tracked_link": {
        "sqlite_autoindex_tracked_link_1": "5000 1",
    },
    "undo_entry": {
        "ix_undo_entry_phase": "10 1",
    },
    "undo_part": {
        "sqlite_autoindex_undo_part_1": "1000 2 1",
    },
    "unmatched_event": {
        "sqlite_autoindex_unmatched_event_1": "200 1",
    },
    "unresolved_link": {
        "ix_unresolved_link_rid": "200 2",
    },
    "unsubscribed": {
        "sqlite_autoindex_unsubscribed_1": "500 1",
    },
    "usage": {
        "ix_usage_date": "108086 1201",
        "ix_usage_days": "108086 1201 1 1",
        "ix_usage_key": "108086 1",
        "ix_usage_prospect_date": "108086 55 1",
    },
}
_ROWS = ", ".join(f"('{table}', '{index}', '{numbers}')" for table, of in _COUNTED.items() for index, numbers in of.items())
_READ_ANEW = "ANALYZE sqlite_master"

STATISTICS = (
    # Makes the tables that hold them, where they are not there, and counts nothing.
    _READ_ANEW,
    "DELETE FROM sqlite_stat1",
    f"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES {_ROWS}",
    _READ_ANEW,
)
"""The statements that put them into a database whose tables are there, for this connection too."""
