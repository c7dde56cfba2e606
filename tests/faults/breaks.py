"""For each row of the fault matrix a break of the product: one line, after which the row's tests have to fail.

`make soak` makes each of them in a copy and runs the row's tests there (`tests/faults/test_breaks.py`): a row that passes broken
does not try its fault. `tests/unit/test_fault_matrix.py` holds that each old text still stands where it is said to.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Break:
    """One place of a module, and what stands there instead."""

    module: str
    old: str
    new: str


_SYNC, _REMOTE, _STORAGE = "journeydesk/sync", "journeydesk/remote", "journeydesk/storage"
_AIRTABLE = f"{_REMOTE}/airtable"

BREAKS: dict[int, Break] = {
    1: Break(f"{_SYNC}/recovery.py", "landed = _landed(table_map, sent, answer) if", "landed = dict(sent) if"),
    2: Break(f"{_SYNC}/arrivals.py", 'mine = ours.pop(str(theirs.fields.get("key") or ""), None)', "mine = None"),
    3: Break(f"{_SYNC}/recovery.py", "if landed:", "if False:"),
    4: Break(f"{_AIRTABLE}/remote.py", "        except RecordRefused:", "        except AccessDenied:"),
    5: Break(f"{_SYNC}/recovery.py", "if passed < settle:", "if False:"),
    6: Break(f"{_AIRTABLE}/errors.py", "max(LIMITS.penalty_seconds, _retry_after(answer))", "_retry_after(answer)"),
    7: Break("journeydesk/background/backoff.py", "FIRST_SECONDS * 2.0**self._failures", "FIRST_SECONDS"),
    8: Break(f"{_REMOTE}/bounded_http.py", "self._total_seconds = total_seconds", "self._total_seconds = 20.0"),
    9: Break(f"{_AIRTABLE}/remote.py", 'if not isinstance(answer.get("records"), list):', "if False:"),
    10: Break(f"{_AIRTABLE}/session.py", "if answer.is_page:", "if False:"),
    11: Break(f"{_REMOTE}/bounded_http.py", "session.max_redirects = 0", "session.max_redirects = 5"),
    12: Break(f"{_AIRTABLE}/errors.py", 'kind == "LIST_RECORDS_ITERATOR_NOT_AVAILABLE"', 'kind == ""'),
    13: Break(
        f"{_SYNC}/remote_deletes.py", "gone = [remote for remote in part if", "gone = [remote for remote in part if True or"
    ),
    14: Break(f"{_SYNC}/plan.py", "return gone > max(10, known / 5)", "return False"),
    15: Break(f"{_AIRTABLE}/errors.py", "if status == 401:", "if status == 499:"),
    16: Break(f"{_SYNC}/plan.py", "if base.get(slug) != mine.get(slug)}", "}"),
    17: Break(f"{_SYNC}/feed.py", "note_overwritten_edits(sync_pass, sync_pass.maps, news.replaced)", "pass"),
    18: Break("journeydesk/domain/merge.py", "return Merged(Decision.HOLD, mine)", "return Merged(Decision.TAKE, theirs)"),
    19: Break(f"{_STORAGE}/sync/local_snapshots.py", "            wire = agreed", "            pass"),
    20: Break(f"{_SYNC}/remote_deletes.py", "if record in edited:", "if False:"),
    21: Break(f"{_SYNC}/remote_deletes.py", "tombstones.forget(connection, spec.slug, gone, by, sync_pass.now())", "pass"),
    22: Break(f"{_SYNC}/arrivals.py", "doubles.append(place)", "pass"),
    23: Break(f"{_SYNC}/merging.py", 'if slug == "key" and stored is None:', "if False:"),
    24: Break(f"{_SYNC}/acknowledgement.py", "normalised[slug] = reply", "pass"),
    25: Break(f"{_SYNC}/schema_watch.py", 'return replace(mapped, state="removed")', "return mapped"),
    26: Break(f"{_SYNC}/push.py", "unsent_fields.reject(connection, spec.slug, record, fields)", "pass"),
    27: Break(f"{_SYNC}/push.py", "    if len(items) > 1:", "    if False:"),
    28: Break(f"{_SYNC}/push.py", "if remote is not None and is_deleted_remotely(sync_pass, table_map, remote):", "if False:"),
    29: Break(f"{_SYNC}/arrivals.py", "missing.append((place, field.slug, linked[0]))", "pass"),
    30: Break(f"{_SYNC}/remote_snapshot.py", "unreadable.add(slug)", "pass"),
    31: Break("journeydesk/domain/values.py", "if len(text) > _MAX_TEXT:", "if False:"),
    32: Break("journeydesk/domain/values.py", 'if number != number.quantize(Decimal("0.01")):', "if False:"),
    33: Break(f"{_AIRTABLE}/feed.py", "if cursor - len(payloads) > feed.cursor:", "if False:"),
    34: Break("journeydesk/domain/merge.py", "return Merged(Decision.PUSH, mine)", "return Merged(Decision.TAKE, theirs)"),
    35: Break(f"{_STORAGE}/engine/driver.py", '("synchronous", "FULL", 2)', '("synchronous", "OFF", 0)'),
    36: Break(f"{_STORAGE}/engine/database.py", "raise in_words(problem, path or self.path) from problem", "raise"),
    37: Break(f"{_STORAGE}/engine/database.py", "if identity_of(self.path) != self._identity:", "if False:"),
    38: Break(f"{_STORAGE}/upkeep/integrity.py", 'return "" if verdict == "ok" and version else str(verdict)', 'return ""'),
    39: Break(f"{_STORAGE}/engine/place.py", "part.startswith(_CLOUD)", "False"),
    40: Break(f"{_STORAGE}/engine/database.py", "HURRIED_SECONDS if self._hurried", "30 if self._hurried"),
    41: Break(f"{_STORAGE}/engine/driver.py", '("journal_mode", "WAL", "wal")', '("journal_mode", "DELETE", "delete")'),
    42: Break(f"{_STORAGE}/schema/upgrade.py", 'begun.exec_driver_sql("BEGIN IMMEDIATE")', "None"),
    43: Break(f"{_STORAGE}/schema/upgrade.py", "if shape > head:", "if False:"),
    44: Break(f"{_STORAGE}/schema/upgrade.py", "            if triggers:", "            if not triggers:"),
    45: Break("journeydesk/domain/merge.py", "return Merged(Decision.TAKE, theirs)", "return Merged(Decision.PUSH, mine)"),
    46: Break("journeydesk/services/workspace/health.py", "forget_feed(connection)", "pass"),
    47: Break("journeydesk/background/awake.py", "drift = abs(apart - self._apart)", "drift = apart - self._apart"),
    48: Break("journeydesk/background/awake.py", "return drift > DRIFT_SECONDS", "return False"),
    49: Break("journeydesk/background/worker.py", "            self._requested.clear()", "            pass"),
    50: Break("journeydesk/background/worker.py", "self._stopping.wait(seconds)", "threading.Event().wait(seconds)"),
    51: Break("journeydesk/background/worker.py", "except Exception:", "except KeyError:"),
    52: Break("journeydesk/ui/work.py", " or not screen.is_last(self)", ""),
    53: Break("journeydesk/keyrings/vault.py", "if self.get(name) != secret:", "if False:"),
    54: Break("journeydesk/receiver/guard.py", "self._failures.take(address, self._clock())", "pass"),
    55: Break(f"{_AIRTABLE}/feed.py", "if cursor - len(payloads) > feed.cursor:", "if False:"),
    56: Break("journeydesk/domain/merge.py", "return Merged(Decision.PUSH, mine)", "return Merged(Decision.TAKE, theirs)"),
    57: Break("journeydesk/services/payments/mirror.py", "if known is not None and known != mode:", "if False:"),
    58: Break("journeydesk/services/payments/mirror.py", "self._begin_anew()", "pass"),
    59: Break("journeydesk/services/files/reading/rows.py", "if len(cells) > width and any", "if False and any"),
    60: Break(f"{_STORAGE}/engine/files.py", "until_kept.callback(part.unlink, missing_ok=True)", "pass"),
    61: Break(f"{_STORAGE}/records/undo.py", "if row[change.field] != before:", "if False:"),
    62: Break("journeydesk/domain/quota.py", "if used >= quota * MANUAL_FROM:", "if False:"),
    63: Break(
        f"{_SYNC}/arrivals.py",
        "base = standing_as_sent(spec, mine.base, as_fine_as(table_map, theirs.fields, mine.base)) if mine.tried else {}",
        "base = mine.base if mine.tried else {}",
    ),
    64: Break(
        f"{_SYNC}/remote_deletes.py", "if unsent or _edited(connection, BY_SLUG[slug], list(states.values())):", "if False:"
    ),
    65: Break(f"{_SYNC}/links/cleared_links.py", "return gone | remembered | conflicts", "return set() and conflicts"),
    66: Break(f"{_SYNC}/ports.py", "return fit(spec, self.form)", "return Fit.NONE"),
    67: Break(f"{_SYNC}/shared_map.py", "changed = stored != followed and _follow(sync_pass, stored)", "changed = False"),
    68: Break("journeydesk/domain/values.py", "int(_FIRST_YEAR) < moment.year < MAXYEAR", "True"),
    69: Break(
        f"{_REMOTE}/bounded_http.py", "with Deadline(self._total_seconds) as deadline:", "with Deadline(3600) as deadline:"
    ),
    70: Break(
        "journeydesk/services/sync/session.py",
        "except (AccessDenied, QuotaReached, RemoteTrouble, TokenRefused):",
        "except AccessDenied:",
    ),
    71: Break("journeydesk/running.py", "else session.run(cancelled=stopping, sleep=sleep)", "else None"),
    72: Break(
        "journeydesk/receiver/protocol.py", "self._deadline = self.loop.call_later(self.seconds, self.transport.abort)", "pass"
    ),
    73: Break("journeydesk/receiver/guard.py", "> HEADER_BYTES:", "> 10 * HEADER_BYTES:"),
    74: Break("journeydesk/domain/webhooks/signatures.py", "if abs(now - int(times[0])) > TOLERANCE_SECONDS:", "if False:"),
    75: Break(
        "journeydesk/domain/journeys/events.py",
        "event_id = given or derived_id(customer, kind, stage, occurred, metadata)",
        "event_id = given or str(id(mapping))",
    ),
    76: Break("journeydesk/receiver/writer.py", "self._answer(jobs, Busy())", "self._answer(jobs, None)"),
    77: Break("journeydesk/receiver/serving.py", "if not self._place.take():", "if False:"),
    78: Break("journeydesk/receiver/protocol.py", "MOST_CONNECTIONS = 2_000", "MOST_CONNECTIONS = 100"),
    79: Break(
        "journeydesk/receiver/writer.py",
        "store(self._context, [entry for job in jobs for entry in job.entries], max(0.0, until - time.monotonic()))",
        "pass",
    ),
    80: Break("journeydesk/receiver/routes/links.py", "facts.sent_at is not None and not _is_scanner(service, facts)", "True"),
}
