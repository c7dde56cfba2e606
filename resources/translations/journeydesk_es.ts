<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>Journeydesk</name>
        <message>
            <location filename="../../journeydesk/cli/reporting.py" />
            <source>Written to {path}, its figures to {csv}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/alerts/alert.py" />
            <source>An alert that is {current} cannot become {target}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/alerts/notices.py" />
            <source>{count} alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/alerts/notices.py" />
            <source>; and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/alerts/notices.py" />
            <source>Quiet hours: “{text}” is not a span of the day. Write it like 22:00-07:00.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/alerts/notices.py" />
            <source>, {urgent} of them urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/alerts/snooze.py" />
            <source>the stage changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/alerts/snooze.py" />
            <source>Snooze: “{text}” is not something to wait for. Use one of {events}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/alerts/snooze.py" />
            <source>they paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/alerts/snooze.py" />
            <source>they replied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/names.py" />
            <source>When a new prospect scores high</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/names.py" />
            <source>When somebody pays for a plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/names.py" />
            <source>When a prospect is accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/names.py" />
            <source>When a customer reaches a late stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/names.py" />
            <source>When usage jumps in a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/names.py" />
            <source>When a prospect does not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/onboarding.py" />
            <source>An accepted application gets the onboarding task list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/onboarding.py" />
            <source>{company} was accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/owner.py" />
            <source>{company} with a score of {score} goes to {assigned}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/owner.py" />
            <source>A high score without an owner goes to the active rep with the fewest open prospects.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/owner.py" />
            <source>application {applied_on}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/planning.py" />
            <source>Reaching a late stage calls for a planning review.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/planning.py" />
            <source>{company} reached {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/tier.py" />
            <source>A completed checkout grants its tier.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/automation/tier.py" />
            <source>{company} completed a checkout: {named}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>The Application ID is what the team and Airtable know the prospect by; it stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>Points are counted from what the prospect did.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>The first touch is recorded when it happens.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>Stripe customers are linked in Settings, Money from Stripe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>The last interaction comes from what is logged; log a call to change it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>What was paid comes from Stripe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>MRR comes from Stripe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>Whether a prospect is at risk is found by the rules.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>Contact name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>Contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>Stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>Application</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/by_hand.py" />
            <source>Kept by Journeydesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/checks.py" />
            <source>from {low} to {high}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/checks.py" />
            <source>of {low} or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/checks.py" />
            <source>{name}: {entered} is out of range. Enter a value {allowed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/checks.py" />
            <source>{name}: the text holds a character that cannot be stored. Remove it and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/checks.py" />
            <source>{name}: the text has {count} characters; at most {longest} fit. Shorten it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/checks.py" />
            <source>{name}: an address has at most {longest_email} characters, this one {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/checks.py" />
            <source>{name}: “{text}” was rounded by a spreadsheet. Format its column as text and enter it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/checks.py" />
            <source>{name}: “{text}” is no phone number. Write it like +43 1 234 567.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/checks.py" />
            <source>{name}: “{text}” is no e-mail address: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/due.py" />
            <source>Write it like fri 14:30, 3d, tomorrow, next month or 2026-05-22.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/due.py" />
            <source>{field}: “{text}” is not a date that can be understood. {examples}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/due.py" />
            <source>{field}: “{text}” is in the past. {examples}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/due.py" />
            <source>{field}: “{text}” is more than ten years away. {examples}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/errors.py" />
            <source>The setting {key} is {value}; allowed is {allowed}. The default is used until it is corrected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/field_kinds/options.py" />
            <source>{ours} (ours)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/field_kinds/team_words.py" />
            <source>{name}: “{text}” is not a choice. Choose one of {offered}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/field_kinds/writing.py" />
            <source>“{value}” is none of the field's options there. Choose one of {offered}, or add it there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/field_kinds/writing.py" />
            <source>The field has no option for yes there. Add one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/field_kinds/writing.py" />
            <source>“{value}” was not seen as a person there yet. Assign them one record there, or choose somebody who has one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/field_kinds/writing.py" />
            <source>A rating there has 1 to {most} stars, each {points} %; {points_2} % is none. Leave it empty, or choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/field_kinds/writing.py" />
            <source>A rating there is a whole number from 1 to {most}; {value} is none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/filters/bounds.py" />
            <source>“{value}” is too far away. {how_to_write}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/filters/bounds.py" />
            <source>The filter on {title} needs two days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/filters/when.py" />
            <source>Write it like today, next Friday, in 2 weeks, 3 days ago, this month or 22 May.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/filters/when.py" />
            <source>Write it like 2 weeks, 30 days or 3 months.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/filters/when.py" />
            <source>“{value}” is not a date. {how_to_write}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/filters/when.py" />
            <source>“{length}” is not a length of time. {how_to_write_length}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/filters/when.py" />
            <source>“{length}” is too long. {how_to_write_length}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/filters/words.py" />
            <source>no longer known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_moves.py" />
            <source>Days: {days} is out of range. Give 1 to {most_days}, or nothing for no limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_moves.py" />
            <source>Give {low} to {high}, between its neighbours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_moves.py" />
            <source>The first stage begins with 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_moves.py" />
            <source>Points: {points} is out of range. {allowed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_moves.py" />
            <source>Journeys: give each of {names} once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_moves.py" />
            <source>The journey {name} stays the first one: points and alerts stand on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_moves.py" />
            <source>Event: “{event}” moves nothing by the table. Use one of {moving_types}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>There is no journey “{name}”. The journeys are {journey}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>The journey {name} has no stage “{name_2}”. Its stages are {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>Stage: a journey needs at least one stage.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>The journey {name} cannot be removed: points and alerts stand on it. Rename it, or its stages.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>Place: {place} is not in the journey. Give 1 to {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>Stages: give each of {before} once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>Stage: {name} cannot be joined into itself. Choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>{field}: a name has 1 to {longest} characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>{field}: “{text}” is a number; events call stages by number, so a name needs a letter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>{field}: there is one called “{text}” already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/edit_stages.py" />
            <source>There is no room for a stage between {low} and {high} points. Spread the thresholds first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/journeys/fold.py" />
            <source>points passed {thresholds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>is any of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>is none of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>does not contain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>is not between</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>is between</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>in the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>in the last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>not in the last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>is filled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Company / Contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Follow-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Est. revenue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Last interaction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Last interaction type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Last outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Net paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>MRR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/lists/columns.py" />
            <source>At risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/next_step.py" />
            <source>Say when, such as fri 14:30 or 3d.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/next_step.py" />
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/next_step.py" />
            <source>in {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/next_step.py" />
            <source>Write the reason after the x, such as “x waiting for their budget”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/next_step.py" />
            <source>{count} working day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/next_step.py" />
            <source>{count} working days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/occurred_at.py" />
            <source>Write it like 9:31, yesterday 16:00, 20m ago or 2026-05-18 10:00.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/occurred_at.py" />
            <source>{field}: “{text}” is not a time that can be understood. {how}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/occurred_at.py" />
            <source>{field}: “{text}” is still to come. {how}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/occurred_at.py" />
            <source>hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/occurred_at.py" />
            <source>days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/payments/exchange_rates.py" />
            <source>Currency: “{text}” is not the code of a currency. Write it like EUR.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/payments/exchange_rates.py" />
            <source>Rate: “{text}” is out of range. Give more than 0 and at most {highest}, to 8 decimals.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/payments/exchange_rates.py" />
            <source>Rate: “{text}” is not a number. Write it like 0.92.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/payments/lifetime_value.py" />
            <source>LTV: “{text}” is out of range. Give an amount from 0.00 to 10,000.00 with at most two decimals.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/payments/payment_history.py" />
            <source>subscription ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/payments/payment_history.py" />
            <source>unpaid beyond the grace period</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/payments/stripe_events.py" />
            <source>unpaid invoice voided: {subscription}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/phone/device_names.py" />
            <source>{browser} on {system}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/phone/device_names.py" />
            <source>A phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/assets.py" />
            <source>Ideal customer profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/assets.py" />
            <source>Cost calculator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/assets.py" />
            <source>Business case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{count} milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{count} milestones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{count} is late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{count} are late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{done} of {milestones} are done and {late}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>Next is {title}, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{count} day late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{count} days late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>No milestones yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{done} of {milestones} are done, none is late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>Add the first with its date and owner.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{title} is {late} and holds up {next}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>Nothing is dated ahead: agree on what comes next.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>no date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{days} d late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>in {days} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>one day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>All of {milestones} are done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>The milestone is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>{title} is {late}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/roadmap.py" />
            <source>tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/usage.py" />
            <source>Usage fell by {share} in four weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/usage.py" />
            <source>{calls} calls in week {week}, {before} in week {week_before}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/usage.py" />
            <source>calls in week {week}, {before} in week {week_before}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/usage.py" />
            <source>No use yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/usage.py" />
            <source>Use is steady over four weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/usage.py" />
            <source>Usage doubled in four weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/usage.py" />
            <source>Usage rose by {share} in four weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/usage.py" />
            <source>Use began in the last four weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/planning/usage.py" />
            <source>Nothing was used in the last week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/recovery_key.py" />
            <source>A recovery key has {length} groups of {group} letters and digits; this has {count} characters in place of {length_2}, or a sign that none has.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/recovery_key.py" />
            <source>A character of this recovery key is wrong. Compare it with what you wrote down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>Nothing from them for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>{company} has not answered for {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>Nothing from them for {days} days after our last message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>they answer or do anything on the site, or we write again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>our last message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>E-mail sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>Follow up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>A task with a drafted text is ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>Nothing came from them for {no_answer_days} days after our last message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/answers.py" />
            <source>Nothing from them since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>No contact after the confirmation for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>Score above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>of 50</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>{company} applied with a score of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>Score {total} of 50, above {hot_above}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>{company} was assigned to {assigned}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>Score {score}, above {assign_above}, and no owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>{company} is on the Fortune 500 list and applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>{company} has been waiting for {hours} h since the confirmation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>On the team's list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>the application is decided or its score falls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>the application and its score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>somebody handles it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>the score, and who had the fewest open prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>the application is decided, or the company is off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>the application</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>somebody is in contact, they write, or the application is decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>when they applied and were confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>{assigned} had the fewest open prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>Confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>Nothing since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>First call today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>The score is among the highest; do not let it cool.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>An application scored above {hot_above}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>Say hello</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>It is yours now: have a look and plan the first step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>An application scored above {assign_above} and nobody owned it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>Tell the executive sponsor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>A company of this size is talked to by two of us.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>The company is one of {count} on the team's list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>Write or call: they applied and have heard only the confirmation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>Nobody was in contact for {unanswered_hours} h after the confirmation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/applications.py" />
            <source>No contact {hours} h after the confirmation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Calls down week on week by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>No call for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Satisfaction at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>of 10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>gave a satisfaction of {satisfaction}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Satisfaction {satisfaction}, at most {satisfaction_at_most}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>{usage_silent_days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>uses {week} less than the week before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>{before} → {week} calls a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>down {week_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Satisfaction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>satisfaction {key}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>could not be charged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>A payment failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>use recovers, a better answer or a payment comes, or the dispute is closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>calls, answers, payments and disputes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Last call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>silent {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>made no call for {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>No use for {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Calls, the week before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Calls, this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Payment failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>disputes a payment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>An open dispute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Plan a success call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Ask what stands in their way before they leave.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Use fell by {usage_down} week on week or stopped for {usage_silent_days} days, satisfaction was {satisfaction_at_most} or less, a payment failed, or a payment is disputed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/churn.py" />
            <source>Dispute opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Applications in a day below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Accepted of those received below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Counted over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Tickets of a day above the mean, times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>The mean is of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>At least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>tickets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>{count} of {least} a day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Conversion is {share} over {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>{accepted} of {received} accepted, below {limit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>{tickets} yesterday, {usual} are usual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>{count} tickets, more than {tickets_times} times the mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>{applications} yesterday, the target is {least}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>No application in 24 hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>a day reaches the target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>the applications of the last five days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>enough of them are accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>received and accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>a day is back to normal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>yesterday's tickets and the mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Applications</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Received in {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Accepted of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Tickets yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Mean of {tickets_days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>{count} support ticket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>{count} support tickets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Look at the sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>See which source dried up, and whether the form still works.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Fewer than {applications_below} applications in a day, or none at all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Review what waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Decide on the applications that wait, and look at who applies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Fewer than {conversion_below} accepted of those received in {conversion_days} days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Find the common cause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>Read the tickets together and tell engineering.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>More than {tickets_times} times the mean of {tickets_days} days, and at least {tickets_least} tickets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>{count} application</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/daily.py" />
            <source>{count} applications</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>the click turns out not to have happened, or not to have been ahead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>the clicks that earned the points, and both stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>A stage skip is a CTA ahead by at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>A big jump is a CTA ahead by at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>{company} {verb} from stage {stage} to stage {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>Stage {stage} → {target}, +{points_after} points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>Call within 24 h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>Ask what they want to achieve and who decides.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>A CTA was {stage_skip_from} to {big_jump_from} stages ahead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>Call now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>Check the click history for a misfire first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/jumps.py" />
            <source>A CTA was {big_jump_from} or more stages ahead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>No access after the payment for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>No payment after checkout began for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>{company} paid and has no access after {minutes} minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>No access {minutes} after the payment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>{company} began a checkout and has not paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>No payment {minutes} after the checkout began</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>access is granted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>the payment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>they pay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>the assessment and the checkout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>Paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>No platform access since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>{count} minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>{count} minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>Assessment completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>Checkout began</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>Set up by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>Follow the manual set-up steps and tell them when it is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>A payment came and no platform access for {access_minutes} minutes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>Offer help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>Ask whether the payment went wrong, and send the link again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/payments.py" />
            <source>The assessment is done and no payment came for {drop_off_minutes} minutes after checkout began.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/registry.py" />
            <source>{when} It goes when {clears}{ends}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/registry.py" />
            <source>This version does not know the rule. It was raised on another computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/registry.py" />
            <source>, or on {day_in} if nobody handles it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/registry.py" />
            <source>Look at it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/registry.py" />
            <source>Decide what to do next.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/rotting.py" />
            <source>{company} has rested in {short} for {limit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/rotting.py" />
            <source>Nobody touched it for {limit}, and no next step is planned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/rotting.py" />
            <source>somebody touches it, plans a next step, or moves it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/rotting.py" />
            <source>the stage, the last touch and the last next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/rotting.py" />
            <source>No next step since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/rotting.py" />
            <source>Plan the next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/rotting.py" />
            <source>Call, or say when to come back; or let it go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/rotting.py" />
            <source>Nobody touched a prospect for more working days than its stage allows, and no next step is planned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/rotting.py" />
            <source>Last touch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>the next check or run succeeds, or the error rate is back to normal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>Error rate above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>{company} has an error rate of {error_rate}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>Error rate {error_rate}, above {limit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>Tell engineering</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>Pass the evidence on; the next step stands on the integration's card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>An integration's check is red, a scenario or content failed, or a customer's error rate is above {error_rate_above}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>the failures, or the error rates of the days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>the failed checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>{company}: a {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>Error rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>{service} did not pass its check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/trouble.py" />
            <source>The check failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/usage.py" />
            <source>Calls up week on week by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/usage.py" />
            <source>{company} made {change} calls week on week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/usage.py" />
            <source>the rise is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/usage.py" />
            <source>the calls of both weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/usage.py" />
            <source>Check in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/usage.py" />
            <source>Ask what they are building; a task is ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/usage.py" />
            <source>Calls rose by {usage_up} or more week on week.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Customers with a call in the week below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Surveys answered below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Mean satisfaction below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Expected revenue of the month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>{words}: {share} in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Mean satisfaction was {mean} in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>{mean}, below {limit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>The forecast for {month} is {sign}{forecast}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Below the month's target of {sign}{target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Customers with a call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>PMF surveys answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>late figures lift the share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>customers, and those with a call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>enough answers come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>surveys sent and answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>late answers lift the mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>the mean and the number of answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>the forecast reaches the target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>the expected revenue of the month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>{words} in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>{part} of {whole}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Mean of {satisfaction_count} answers in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Expected in {month}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Call the quiet ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>See which customers made no call, and ask why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Fewer than {active_below} of the customers made a call in the week.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Remind them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Send the survey again to those who have not answered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Fewer than {pmf_answers_below} of the PMF surveys sent in the week were answered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Read the low answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Call those who gave the lowest marks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>The mean satisfaction of the week was below {satisfaction_below}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>Review the pipeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>See which deals slipped out of the month, and what can be brought forward.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>The month's expected revenue is below {sign}{get}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weekly.py" />
            <source>{share}, below {limit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weeks.py" />
            <source>Only weeks of at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/rules/weeks.py" />
            <source>calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>Use case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>Response</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>answered after {hours} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>Industry fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>Volume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>Technical</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>not given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>{length} characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>no answer yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>{length} characters, at least {least}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/score.py" />
            <source>answered within {within} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/alerts.py" />
            <source>A pending alert expires after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/alerts.py" />
            <source>At once, one summary for more than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/alerts.py" />
            <source>alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/alerts.py" />
            <source>One digest per rule when later than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/automation.py" />
            <source>one of {tiers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/automation.py" />
            <source>a list of stage numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/calendar.py" />
            <source>at most six of the seven days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/calendar.py" />
            <source>at least one outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/calendar.py" />
            <source>one of {outcomes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/calendar.py" />
            <source>each once of {outcomes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/calendar.py" />
            <source>days like 2026-12-25</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/journeys.py" />
            <source>whole numbers that begin with 0 and rise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/journeys.py" />
            <source>at least one journey with its stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/journeys.py" />
            <source>journeys of different names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/journeys.py" />
            <source>some of the fields {needed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/journeys.py" />
            <source>at least one stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/journeys.py" />
            <source>stages of different names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/journeys.py" />
            <source>a stage of one of the journeys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/payments.py" />
            <source>ISO 4217 codes like USD, each with its rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/payments.py" />
            <source>what one unit is worth in the team's currency, above 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/people.py" />
            <source>a list of reps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/people.py" />
            <source>a name, or a table with name, email and active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/people.py" />
            <source>an e-mail address, or none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/people.py" />
            <source>a name that no other rep has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/read.py" />
            <source>an ISO 4217 code like EUR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/read.py" />
            <source>daily sums or all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/read.py" />
            <source>a time zone like Europe/Berlin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/read.py" />
            <source>a number from 0 up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/reader.py" />
            <source>a table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/reader.py" />
            <source>a list of tables</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/reader.py" />
            <source>a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/reader.py" />
            <source>true or false</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/reader.py" />
            <source>a whole number from {least} to {most}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/reader.py" />
            <source>a number from {least} to {most}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/reader.py" />
            <source>a list of texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/reader.py" />
            <source>any of {allowed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/settings/reader.py" />
            <source>whole numbers with their points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/statuses.py" />
            <source>Prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/statuses.py" />
            <source>Qualified lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/statuses.py" />
            <source>Customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/statuses.py" />
            <source>Exhausted lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/statuses.py" />
            <source>Customer Status: “{text}” is not a status. Use one of {allowed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/values.py" />
            <source>{name}: “{text}” is neither yes nor no. Write true or false.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/values.py" />
            <source>{name}: “{text}” is not a choice. Choose one of {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/values.py" />
            <source>{name}: the text has {count} characters; at most {max_text} fit. Shorten it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/values.py" />
            <source>{name}: {text} is out of range; at most {max_whole} can be kept exactly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/values.py" />
            <source>{name}: “{text}” is not a whole number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/values.py" />
            <source>{name}: “{text}” is not a number. Write it like 1250 or 12.50.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/values.py" />
            <source>{name}: {text} has more than two decimals. Round it to cents.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/values.py" />
            <source>{field}: “{text}” is not a date. Write it as year-month-day, like 2026-05-22.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/values.py" />
            <source>{field}: “{text}” is not a time. Write it like 2026-05-22T14:30:00Z.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/words.py" />
            <source>{number}%</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>is not a date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>has no month {second}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>has no month “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>has the year {year}; years from {first_year} to {last_year} are taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>has no month {month}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>goes on with “{rest}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>goes on with “{body}”, which is no time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>has the offset {text}, which no place has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>is beyond what a calendar holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>has no day {day} in that month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>has no hour {hour} {half}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/domain/written/dates.py" />
            <source>has no such time of day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Asleep until tomorrow, 08:00.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>High</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Normal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Snooze</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>Alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/alert_pages.py" />
            <source>{count} more on the computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/application.py" />
            <source>Not taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/application.py" />
            <source>The form came from another page. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/application.py" />
            <source>Not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/application.py" />
            <source>Not now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/application.py" />
            <source>Not here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/application.py" />
            <source>There is no such page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/application.py" />
            <source>Back to today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/application.py" />
            <source>This phone is not paired any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>{count} waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Kept on this phone. It is sent as soon as the computer answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Nothing to do. Well done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Search prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Nobody fits these words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Log call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Before you call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Last events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Pick…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Which day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>How did it end?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Today, now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Save call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Kept on this phone until the computer has it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Add note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Save note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>What is to be done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Save next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Where it stands now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Save status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Which alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Nothing here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Next</source>
            <comment>the alerts after this one</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Connect this phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>to Journeydesk on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Does the computer show the same number?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Type the code that the computer shows below the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Connect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>The numbers match</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>They differ, stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Now allow this phone on the computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>{count} new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>{count} new ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Call {whom}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Call {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Finish “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/labels.py" />
            <source>Valid for {minutes} min {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/lines.py" />
            <source>next step {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/lines.py" />
            <source>no next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/lines.py" />
            <source>No date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>Pairing was stopped. Start again on the computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>The number ran out. Start again on the computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>Too many wrong codes. Start again on the computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>What you can do here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>Your day, your prospects, calls and alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>Same network only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>Nothing leaves your Wi-Fi, no account needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>What stays on this phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>Only calls not yet on the computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/pairing_pages.py" />
            <source>{name}’s computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>The call is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>The note is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>The next step is planned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>The status is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>Note: write at least a word.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>Next step: choose a day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>Status: choose one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>When: the phone sent a time without its zone. Open the page anew and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>Minutes: “{text}” is no number. Give 0 to 1,440.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>Next step: pick the day, or choose one of those offered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>Next step: “{text}” is no day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_forms.py" />
            <source>When: the phone sent a time that is none. Open the page anew and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_list.py" />
            <source>Best matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_list.py" />
            <source>{count} more: search for them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>Urgent alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>High alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>Alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>Tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>Next week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>{what}, {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>{count} point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>{count} points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>{what} on {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>Last contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>Lifetime value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>This prospect is not here any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>It was deleted. What you typed is still on this phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>not set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/prospect_page.py" />
            <source>nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>{count} call left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>{count} calls left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>Start {count} call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>Start {count} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>Nothing is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>{count} done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>Late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>{count} late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>{count} today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/today.py" />
            <source>Next days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/visit.py" />
            <source>The form could not be read. Open the page anew and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Mon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Tue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Wed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Thu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Fri</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Sat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Sun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Monday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Tuesday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Wednesday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Thursday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Friday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Saturday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Sunday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Jan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Feb</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Mar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Apr</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>May</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Jun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Jul</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Aug</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Sep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Oct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Nov</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Dec</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>{weekday} {day} {month}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>Due {day}, {late}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/receiver/phone/wording.py" />
            <source>yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/charts.py" />
            <source>{label} {day}: {count} applications</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/charts.py" />
            <source>{name}: the slowest quarter takes over {upper} days,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/charts.py" />
            <source>fewer than {fewest}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/charts.py" />
            <source>limit {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/charts.py" />
            <source>Applications fell most on {full_days}:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/charts.py" />
            <source>{now} instead of {before}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/charts.py" />
            <source>{name} → {name_2} loses {drop_off} prospects,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/charts.py" />
            <source>the largest drop.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>{count} received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>New prospects are applications received in the week, in the team's time zone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Discovery → Exploration is the share of the week's applications with a stage that reached stage 2 by now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Time to first call is the median of the hours from the application to the first logged call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>The funnel counts, of the prospects that moved in the last 90 days, those that reached each stage or a later one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Time in stage takes stays that ended in the last 90 days; the bar is the middle half.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Conversion by entry point covers 90 days; rates of fewer than 10 leads are not shown. The change is against its first half.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Best is {name} with {count} leads.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>No entry points in this time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Acquisition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Weekly acquisition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Conversion by entry point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>reached stage 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Entry point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Reached stage 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>vs {brief}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Applications per day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>{brief} left, {brief_2} right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>{now} applications in week {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>{now} applications in the week after {before} in the week before; the target is {target} a day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>week before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Rep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Calls that reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>By owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Prospects of the week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Summary, by owner, prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Funnel by stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>last 90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>Time in stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>median, middle half</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/figures.py" />
            <source>bar: middle half, dashed: limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>{received} new prospects, {against}{call}. Applications per day {trend} {per_day}, {place} the target of {goal}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>no data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>No applications were received in this week.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>{share}% {above} target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>on target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>, and the first call came {before}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>rose to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>New prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>Discovery → Exploration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>Time to first call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>{hours} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>Qualified, score above 30</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>Accepted ÷ received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>Mean score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>fell to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>stayed at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>{first_call} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/acquisition/measures.py" />
            <source>as fast as before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/bars.py" />
            <source>{name} is first with {words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/bars.py" />
            <source>±0 pt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/bars.py" />
            <source>No data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/bars.py" />
            <source>{change} pt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board.py" />
            <source>Below its must: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board.py" />
            <source>No measure is below its must.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board.py" />
            <source>Measure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board.py" />
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board.py" />
            <source>Of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board.py" />
            <source>Must</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board.py" />
            <source>Target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board.py" />
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board_drawing.py" />
            <source>On target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board_drawing.py" />
            <source>Below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/board_drawing.py" />
            <source>No data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/cards.py" />
            <source>must {must} · target {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/columns.py" />
            <source>target {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flow_drawing.py" />
            <source>{number} {name}: {reached} reached it, {still} are there now, {left} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flow_drawing.py" />
            <source>{moves} skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flow_drawing.py" />
            <source>{moves} back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flow_drawing.py" />
            <source>{reached} reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flow_drawing.py" />
            <source>here now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flow_drawing.py" />
            <source>moved on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flow_drawing.py" />
            <source>skipped a stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flow_drawing.py" />
            <source>moved back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>Most leave from {name}: {left} of {left_2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>{heading}. {joined}. Moves: {flows}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>Nobody left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>{reached} on, {still} still there, {left} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>{reached} reached, {still} there now, {left} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>Moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/flows.py" />
            <source>still there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/forecast.py" />
            <source>{count} of the last {count_2} landed inside the forecast.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/forecast.py" />
            <source>{words} to {words_2} expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/forecast.py" />
            <source>Actual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/forecast.py" />
            <source>P10–P90</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/forecast.py" />
            <source>P50</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/forecast.py" />
            <source>actual, inside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/funnel.py" />
            <source>fewer than 10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/funnel.py" />
            <source>{go_on}% go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/funnel.py" />
            <source>↓ {rate} · {drop_off} drop off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/funnel.py" />
            <source>Nobody was lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/funnel.py" />
            <source>Most are lost after {name}: {drop_off}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/funnel.py" />
            <source> · largest loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/funnel.py" />
            <source> Most are lost after {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/funnel.py" />
            <source>Went on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/funnel.py" />
            <source>Dropped off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/heat_map.py" />
            <source>Most {counted} are on {down} at {across}: {count} of {total}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/heat_map.py" />
            <source>{heading}: {total} {counted}. By row: {rows}. By column: {columns}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source>{median} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source>The slowest quarter is over the limit in {slow}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source>No stage is over its limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source>Median days in stage: {joined}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source> Over the limit: {slow}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source>Lower quartile (d)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source>Median (d)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source>Upper quartile (d)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source>Limit (d)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/ranges.py" />
            <source>{median} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/series.py" />
            <source>from {words} to {words_2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/series.py" />
            <source>at {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/series.py" />
            <source> Levels: {levels}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/series.py" />
            <source>{name}, low</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/series.py" />
            <source>{name}, high</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>{number} {name}: {reached} reached, {on} went on, {still} still here, {left} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>median stay {median}, mean {mean} of {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>{days} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>{share} of those who reach {stage} do not go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>{heading}: {parts}. {finding}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Funnel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Drop-off so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Still here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>To advance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>{n} reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Median stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Share that went on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Median stay (d)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Mean stay (d)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Stays ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>Median to advance (d)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>went on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>still here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>median stay in days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>mean stay in days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>median days to advance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>mean days to advance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>still in stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/stages.py" />
            <source>last stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tasks.py" />
            <source>{count} thing to do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tasks.py" />
            <source>{count} things to do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tasks.py" />
            <source>Nothing needs to be done at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tasks.py" />
            <source>To do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tasks.py" />
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tasks.py" />
            <source>By</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tiles.py" />
            <source>{count} of {count_2} measures are on target.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tiles.py" />
            <source>No measure has a target and data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/waterfall.py" />
            <source>It {verb} by {words}, mostly {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/waterfall.py" />
            <source>axis starts at {axis}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/waterfall.py" />
            <source>{name} is what {name_2} was: {words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/waterfall.py" />
            <source>Step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/waterfall.py" />
            <source>Amount</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/catalogue.py" />
            <source>There is no report “{name}” yet. Available: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Funnel, {journey}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>{n} prospects entered from {span}; {share} reached {stage}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Most leave or stay in {stage}: {share} did not go on so far.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>All entry points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>All sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Whole team</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>No entry point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>No source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>cohort {words}; share that went on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>entered {span}, {title}: {group}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>{first} leads best: {most} go on from {stage}, {last} {least}, {all} of all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Cohort: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Period: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Nobody entered this journey from {span}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>{n} prospects came into {stage} from {span}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Reached {stage}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>{count} more, {n} entered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>By {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>{still} are still there, {left} left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>{n} did not go on from {stage}:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>the median stay, of {n} stays that ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>The cohort is everybody who entered the journey in the span, wherever they stand now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>The period counts who entered each stage in the span, and of them who went on within it; each stage has its own n.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Who reached a stage passed those before it. Ends that are losses are no stages of the funnel.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Still here are open prospects whose furthest stage this is; left are those that were rejected, churned or exhausted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Time in stage is of stays that have ended, to the hour; time to advance of those that led to a later stage.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>No percentage is shown for fewer than 10; then the two numbers stand in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>By entry point, source and owner it is always the cohort. Owner and source are today's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Entered {stage}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>in 90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Entered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>Summary, by entry point, source and owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/funnel/figures.py" />
            <source>{stage} takes longest, {days}:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/judging.py" />
            <source>{signed} vs {versus}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/judging.py" />
            <source>no comparison with {versus}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>under {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Active customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Customers active on a day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Retention after 4 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Cost per new customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Fit score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Testimonials</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Case studies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Net promoter score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Referrals per customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Monthly recurring revenue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Paid after the beta</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Lifetime value to cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Lost MRR in 30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Customers that upgraded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Product-market fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Business</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>{musts} of {judged} measures have reached their must, {targets} their target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>{name}, {value} of {must}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>{count} is below: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>{count} are below: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>{arrow} {count} in 7 days, {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>{arrow} {change} in {weeks} weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>At or beyond the target is on target, between must and target is close; where less is better the order is reversed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Customers are those of today; seven, thirty and ninety days are counted to the end of the day that the board is of.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Fit and net promoter score are of the answers of the calendar month to date. No share is said of fewer than ten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Cost per new customer is what was entered as spend for the three months that ended last ÷ payers who first paid in them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Lifetime value is what everybody who ever paid has paid net, per payer. Amounts without a rate are left out and named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>No measure has any data yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>none is below its must</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>one is below: {first}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>KPI board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Fifteen measures, twelve weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>line: must, dashed: target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>Board, measures, method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>As of {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/figures.py" />
            <source>{value}, must {must}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>{part} of {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>1–{day} of the month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>First paid 28 to 118 days ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>With a call in seven days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>{count} customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>{count} customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>{part} from {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Accepted in 90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Customers by now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Payers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>With more MRR within 90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Applications of the month to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Of these days, the last seven</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Customers of today with a call in seven days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Spend, {span}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Payers who first paid then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Answers of the month to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Answers with a testimonial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Customers willing to be one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Promoters, 9 and 10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Passive, 7 and 8</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Detractors, 1 to 6</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Applications by referral in 90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Net paid by each who ever paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Who ever paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>MRR lost in 30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>MRR 30 days before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Customers with a call, each day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>not entered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Mean PMF score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/measures.py" />
            <source>Without a rate, left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>ever paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>applied in the month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>customers with a call in seven days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>paid first 28 to 118 days ago and still call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>first paid in three months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>answered how well the product fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>gave a testimonial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>willing to be a case study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>gave a score in the month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>applied by referral in 90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>lost MRR in 30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>more MRR within 90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>pay a subscription</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/kpi/opened.py" />
            <source>accepted in 90 days, customers by now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>Expansion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>Contraction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>Churned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>Opening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>Net</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>Closing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>MRR, {currency}, with the number of payers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>MRR movement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>MRR by currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>opening + new + expansion − contraction − churned = closing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>currencies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/mrr_movement.py" />
            <source>Currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/new_mrr.py" />
            <source>{inside} of the last {weeks} weeks landed inside the forecast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/new_mrr.py" />
            <source>There are too few weeks for a forecast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/new_mrr.py" />
            <source>New MRR a week, forecast on Monday against actual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/money/new_mrr.py" />
            <source>Week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pdf.py" />
            <source>A box stands for characters that no font of this computer has: {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pdf.py" />
            <source>{path} cannot be written: {strerror}. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pdf.py" />
            <source>The report could not be set: {problem}. The figures themselves are on the screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>{count} deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>{count} deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>week {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>The pipeline fell {amount}, mostly by {cause}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>{count} late deal holds {share} of what is expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>{count} late deals hold {share} of what is expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>{deals} worth {amount} is at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>{deals} worth {amount} are at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>No contact for {count} day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>No contact for {count} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Grown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Shrunk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Won</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>end of week {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>start of week {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>The pipeline is worth what it was a week ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>The pipeline grew {amount}, mostly from {cause}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>All open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>open deals, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Expected by deal stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>deals at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Follow-up {count} day late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Follow-up {count} days late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Close was expected {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Never contacted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Call today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Agree a new date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>value {span}, {currency}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Pipeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Chance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Deal stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>value × probability, n = {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>Deal stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>as of today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>new deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>new deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>deal that grew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>deals that grew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>deal that shrank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>deals that shrank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>won deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>won deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>lost deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>lost deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>No open deal is at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/blocks.py" />
            <source>deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/facts.py" />
            <source>a month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/facts.py" />
            <source>a year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/facts.py" />
            <source>once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{won} and {lost}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{count} open deal worth {worth} needs a step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{count} open deals worth {worth} need a step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>The pipeline is the estimated revenue of the deals that stand in an open stage from the second on; opening + new + grown − shrunk − won − lost = closing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>A deal comes and goes with what it was worth then. An estimate that another computer changed counts from when it came here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>One rep’s pipeline is that of the prospects that are theirs today.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>Expected is estimated revenue × probability; a stage’s chance is what is expected of what it is worth.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>The win rate is won ÷ (won + lost) of the deals that left the pipeline in {weeks} weeks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>At risk is an open deal whose follow-up or expected close has passed, or without a planned step and untouched for {days} days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>The forecast is made of the team’s own weeks alone; its ends are set so that four weeks of five landed inside. New MRR in other currencies is converted by the team’s rates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>The team has no deal journey, so there is no pipeline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>The pipeline is worth {worth}, as a week ago.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>Revenue pipeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>The pipeline grew by {amount} to {worth}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>The pipeline fell by {amount} to {worth}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{count} deal was won</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{count} deals were won</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{count} was lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{count} were lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{count} open deal has no probability and adds nothing to what is expected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{count} open deals have no probability and add nothing to what is expected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>Amounts in {currencies} have no rate and are left out of the forecast.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>{inside} of the {weeks} weeks with a forecast landed inside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/figures.py" />
            <source>Summary, deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>{change} vs {before}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>New MRR in {month}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>Pipeline value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>Pipeline value {span}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>the {weeks} weeks before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>Win rate, {weeks} weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>Expected revenue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>Expected MRR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>too few weeks for a forecast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>Qualified leads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>Conversions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>Mean deal probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>Expected to close in {month}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>open deals, end of week {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>fewer than 10 closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>qualified leads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/pipeline/tiles.py" />
            <source>expected to close in {month}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>recommended here, not made yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>{words}, figures are old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>Planning review, {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>Planning review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>Fact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>API calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>last whole week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>other weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>Assets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>what this stage calls for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>What was agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>generated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>template</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>written by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/figures.py" />
            <source>Milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/roadmap_block.py" />
            <source>Starts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/roadmap_block.py" />
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/planning/roadmap_block.py" />
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/report.py" />
            <source>Weekly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/report.py" />
            <source>Monthly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/report.py" />
            <source>Journeys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/report.py" />
            <source>Always current</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/report.py" />
            <source>Weekly report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/report.py" />
            <source>Daily report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/report.py" />
            <source>Monthly report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>MRR fell {amount}, mostly {cause} ({part})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Who ever paid has paid {value} on average.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>MRR is read off Stripe’s subscriptions and invoices; a change of price counts from the invoice that first bills it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>New is from nothing, also of who comes back; churned is to nothing. No sum mixes currencies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Lifetime value is net paid: charges less refunds and lost disputes, with what was paid outside of Stripe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Cost per new customer is the spend of the three months that ended last ÷ payers who first paid in them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>No subscription in {currency} yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>MRR stayed at {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>MRR grew {amount}, mostly {cause} ({part})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>What was spent in {month}, and what it brought</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Nothing was entered as spend in {month}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>nobody’s: {payer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Revenue and LTV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>new MRR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>more MRR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>less MRR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>lost MRR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>paid a subscription before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>MRR at the end of each month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>all payers, in {currency}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>MRR by month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>no source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>net paid per customer so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>LTV by source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Net paid per customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>first paid in {month}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>First paid in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Per customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Lifetime value by cohort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>by the month of the first payment, net paid so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>LTV by cohort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>cohorts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>cost per application and per new customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Spend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>MRR after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>What changed the MRR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>largest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>{currencies} have no rate: they stand on their own and are in no sum.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>{count} payer is nobody’s prospect, with an MRR of {amounts}: link it under Money in the settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>{count} payers are nobody’s prospect, with an MRR of {amounts}: link them under Money in the settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Summary, cohorts, changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>What was spent is not entered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>{source} customers are worth most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Lifetime value by source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/revenue/figures.py" />
            <source>Per applicant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/shared/progress.py" />
            <source>{verb} {span}, n = {size}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/shared/progress.py" />
            <source>went on from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/shared/progress.py" />
            <source>did not go on from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/shared/progress.py" />
            <source>are still in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/shared/shares.py" />
            <source>{words} of {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/typesetting.py" />
            <source>The report could not be set: the typesetter ended. Try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>calls by hour, n = {n}; no reach under {fewest} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>{words}; {count} without a time of day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>Calls from {first} to {last} reach most people: {share}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>{count} call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>{count} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>median of the 4 weeks before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>{count} call by hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>{count} calls by hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>{count} call, and nobody was reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>{count} calls, and nobody was reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>{calls}, {share} reached someone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>{lost} of {total} calls got no answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>Calls by outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>Calls by hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>Most calls are on {day}: {count} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>calls by weekday; the base keeps no time of day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>Calls by weekday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>No call has a time of day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>No calls were logged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>Own median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>reps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>Calls by rep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>Outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>Reach</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/activity_blocks.py" />
            <source>No outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/appendix.py" />
            <source>{n} received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/appendix.py" />
            <source>the first {shown} of {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/appendix.py" />
            <source>New prospects of the week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/appendix.py" />
            <source>prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>Bought</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>Checked out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>Application rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>{count} of the lost comes back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>{count} of the lost come back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>{words} · reopen {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>No deal was won or lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>Cycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>Won and lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>{count} for {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>No reason given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>won</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/closed_block.py" />
            <source>lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>open deals, no contact for {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Touches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Nobody contacted {count} open deal worth {worth} for {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Nobody contacted {count} open deals worth {worth} for {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Every open deal was contacted within {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>No payment failed and no trial ends within a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>{count} payment failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>{count} payments failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>{count} trial ends within a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>{count} trials end within a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>payers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Payers at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>{planned}; most touched this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Most touched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>least touched, by value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Least touched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>{share} of the open deals have a next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>No open deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Payment failed {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Trial ends {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Ask for another card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/coverage_blocks.py" />
            <source>Agree what comes after it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>{forward} forward, {back} back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>{change} vs median</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>deals that moved, week {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>called in week {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>Weekly sales</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>New deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>none this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>Moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>{count} open deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>{count} open deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>Calls logged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>Decision page, everything behind it, rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>The team has no deal journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/figures.py" />
            <source>Win rate, 4 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{words}, with {added} worth {amount}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{first} and {second}; {recurring}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>MRR stands at {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>The team has no deal journey, so there is no pipeline to report on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>The pipeline grew by {amount} to {worth}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{words}, without a new deal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{count} won for {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>No deal was won</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{count} lost for {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>none was lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>there is no MRR yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{words} and {apart} without a rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{count} open deal worth {worth} is at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{count} open deals worth {worth} are at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>no open deal is at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{month} is ahead of pace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>{month} is behind pace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>The pipeline fell by {amount} to {worth}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>The pipeline is worth {worth}, as a week before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>were</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>deal was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/lead.py" />
            <source>deals were</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>The week is an ISO week in the team's time zone, {zone}; the median is of the four weeks before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>The pipeline is the estimated revenue of open deals; opening + new + grown − shrunk − won − lost = closing, to the cent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>Moved are deals that changed between open stages; won and lost are those that left for such an end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>The funnel is of the cohort that entered the journey in the 90 days to the end of the week, where it stands now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>A call reached someone where its outcome says that somebody took it. A rep's own median is of the four weeks before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>Coverage is of today's open deals: a next step is a follow-up from today on or an open task; least touched are those without a touch for {days} days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>MRR is what subscriptions bring a month, trials and cancelled ones left out; each currency stands by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>No percentage is shown for fewer than 10; a figure without data says so. Deleted prospects are in no figure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>Amounts in {currencies} have no rate and are left out of pace and forecast.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>{count} change of this computer is in these figures and not yet sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>{count} changes of this computer are in these figures and not yet sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>{count} conflict waits for a decision; until then this computer's value counts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/method.py" />
            <source>{count} conflicts wait for a decision; until then this computer's values count.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/money_blocks.py" />
            <source>{recovered} of {count} failed payment recovered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/money_blocks.py" />
            <source>{recovered} of {count} failed payments recovered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/money_blocks.py" />
            <source>no payment failed this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/money_blocks.py" />
            <source>MRR stayed where it was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/money_blocks.py" />
            <source>MRR rose by {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/money_blocks.py" />
            <source>MRR fell by {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>{words}: {share} of the target with {gone} of the month gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>new MRR, running total, {currency}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>New MRR of {month}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>{words}: {share} of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>{month} reached its target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>{month} missed its target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>actual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>8 in 10 outcomes (P10–P90)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>Pace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>There is no subscription yet, so the month has no pace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>expected (P50)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/pace_block.py" />
            <source>even pace to the target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>Decide the {count} application that waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>Decide the {count} applications that wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>Plan a next step for {count} open deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>Plan a next step for {count} open deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>{planned} of {deals} open deals have one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>Agree with {company} what comes after the trial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>The trial ends {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>by {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>The oldest came in on {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>{accepted} of the last {n} were accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>applications that wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>Call {company}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>{reason}. {worth}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>Ask {company} about the failed payment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>The payment of {day} failed; {worth} a month is at stake.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>Three things to do this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>nobody yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>open deals without a next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/weekly/things.py" />
            <source>its MRR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/calls/session.py" />
            <source>There is nobody to call in this list. Clear a filter, or choose another view.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/calls/session.py" />
            <source>There is no call session. Shift+L on a list begins one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/agenda.py" />
            <source>Finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/agenda.py" />
            <source>Reopened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/agenda.py" />
            <source>Until when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/agenda.py" />
            <source>Postponed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/agenda.py" />
            <source>Deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/agenda.py" />
            <source>{verb} {count} lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/agenda.py" />
            <source> with {company}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>The alert is no longer there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>Note: {count} characters are too many; at most {most_note} fit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>Marked as actioned:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>Snooze: that moment is over. Choose one that is still to come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>Snoozed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>until {local}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>until it {awaited}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>Woken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>by {actor}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>Only a pending alert can be snoozed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>{verb} an alert of “{rule}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>{verb} {count} alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>An alert of the whole team waits for no prospect. Snooze it until a time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/alerts.py" />
            <source>This alert is not snoozed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/automation.py" />
            <source>Took back: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/automation.py" />
            <source>This was taken back already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/base.py" />
            <source>The prospect is no longer there; it was deleted. Undo brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/base.py" />
            <source>{name} cannot be changed here: it is “{name_2}” in {remote_name}, which is computed there ({kind}). Change what it is computed from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/board.py" />
            <source>{count} cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/board.py" />
            <source>gave {whom} to {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/board.py" />
            <source>moved {whom} to {short}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/board.py" />
            <source>gave it to {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/board.py" />
            <source>gave them to {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/conflicts.py" />
            <source>{count} conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/conflicts.py" />
            <source>a conflict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/conflicts.py" />
            <source>“{choice}” is no answer to a conflict. Choose mine, theirs or both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/conflicts.py" />
            <source>{name}: both values cannot be kept in one. Choose mine or theirs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/conflicts.py" />
            <source>{name}: “{name_2}” is no prospect, or more than one. Write the company, the contact or the key of one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/conflicts.py" />
            <source>The record was deleted in {remote_name} and edited here: keep it (mine) or let it go (theirs).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/conflicts.py" />
            <source>There is no open conflict {conflict}. List them with: journeydesk conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/conflicts.py" />
            <source>Resolved {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/duplicates.py" />
            <source>{0} and {1} are the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/duplicates.py" />
            <source>{0} and {1} are different</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/duplicates.py" />
            <source>Merged {name} into {name_2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/duplicates.py" />
            <source>Took {name} apart from {name_2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/duplicates.py" />
            <source>That is one prospect, named twice. Name two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/duplicates.py" />
            <source>There is no merge of the last 30 days to take apart; list them with duplicates merged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/events.py" />
            <source>metadata: there is no journey “{named}”. The journeys are {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/events.py" />
            <source>stage: “{stage}” is not a stage of {name}. Use one of {stages}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/events.py" />
            <source>No event “{event}” waits for its customer. List them with: journeydesk unmatched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/events.py" />
            <source>Event {place} of {count}: {error} Nothing was taken in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/journeys.py" />
            <source>Added the stage “{name}” to {journey}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/journeys.py" />
            <source>Renamed the stage “{stage}” to “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/journeys.py" />
            <source>Changed the rules of the stage “{stage}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/journeys.py" />
            <source>Joined the stage “{stage}” into “{into}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/journeys.py" />
            <source>Added the journey “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/journeys.py" />
            <source>Renamed “{journey}” to “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/journeys.py" />
            <source>Removed the journey “{journey}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/journeys.py" />
            <source>Reordered {journey}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/long_steps.py" />
            <source>A large change, of an import or of many prospects, is being written or taken back. Wait until it is done and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/long_steps.py" />
            <source>taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/long_steps.py" />
            <source>done again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/long_steps.py" />
            <source>“{label}” was interrupted and is now {labels}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/many.py" />
            <source>Assigned {whom} to {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/many.py" />
            <source>Moved {whom} to {short}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/many.py" />
            <source>Logged a {type} with {whom}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/many.py" />
            <source>Set the follow-up of {whom}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/many.py" />
            <source>Deleted {whom}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>Set the rate of {code} to {rate}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>Took the rate of {code} away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>{code} is the team's own currency; it needs no rate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>There is no measure “{measure}”. There are {measures}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>Must: less is better here, so it is at least the target.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>Must: it is at most the target.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>{name}: “{text}” is not a number from 0 up. Write it like 40.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>Month: “{month}” is not a month. Write it like 2026-05.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>Source: give it a name, like LinkedIn or a fair's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>Amount: “{text}” is not an amount from 0 up. Write it like 300 or 299.50.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/money.py" />
            <source>Nothing was entered for {source} in {month}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/mutes.py" />
            <source>{muted} “{rule}” for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/mutes.py" />
            <source>{muted} “{rule}” for all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/mutes.py" />
            <source>There is no alert rule “{rule}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/mutes.py" />
            <source>Muted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/mutes.py" />
            <source>Unmuted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/next_steps.py" />
            <source>Planned the next step with {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/next_steps.py" />
            <source>No next step with {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/outbox.py" />
            <source>Dropped a change that waited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/outbox.py" />
            <source>There is nothing to confirm in this note.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/outbox.py" />
            <source>“{plan}” is no plan of {remote_name}. Choose one of {remote_plans}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/outbox.py" />
            <source>The change is no longer there; it was sent or dropped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/outbox.py" />
            <source>This question was answered meanwhile. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/outbox.py" />
            <source>Nothing was confirmed, for it is no longer what you read: {now}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/payments.py" />
            <source>Linked a Stripe customer to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/payments.py" />
            <source>Left a Stripe customer unlinked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/payments.py" />
            <source>Asked again about a Stripe customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/payments.py" />
            <source>There is no Stripe customer “{customer}” in the copy kept here. Sync first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>Logged a {type} with {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>Moved {name} to {short}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>Changed the status of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>There is no prospect with the Application ID “{key}”. Sync first, or look it up in the prospect list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>Company: a new prospect needs at least a company or a contact name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>Added {get}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>Summary: write at least a word about what was said, or choose the outcome.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>When: what is still to come cannot be logged; plan it as a follow-up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>Duration: {duration} minutes is out of range. Give 0 to 1,440.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>There is no journey “{journey}”. The journeys are {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>The journey {name} has no stage “{stage}”. Its stages are {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>Nothing to change: give a status, an LTV amount, or both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/prospects.py" />
            <source>Edited a prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/records.py" />
            <source>Deleted {count} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/records.py" />
            <source>{name} has no record “{key}”. Nothing was deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/restoring.py" />
            <source>Restored {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/restoring.py" />
            <source>There is nothing to restore: the prospect was not deleted, or its record is no longer kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/scores.py" />
            <source>Priority Score: {score} is out of range. Give 0 to {largest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/scores.py" />
            <source>Set a score of {score} by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/scores.py" />
            <source>Handed {scores} back to the rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/scores.py" />
            <source>{count} score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/scores.py" />
            <source>{count} scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/settings.py" />
            <source>Switched “{get}” {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/settings.py" />
            <source>Switched the alert rule “{rule}” {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/settings.py" />
            <source>“{rule}” no longer notifies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/settings.py" />
            <source>“{rule}” notifies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/settings.py" />
            <source>on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/settings.py" />
            <source>off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/stages/moving.py" />
            <source>{name}: “{value}” is not a stage. Use one of {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/stages/needs.py" />
            <source>{name} lacks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/stages/needs.py" />
            <source>{count} of {count_2} lack, {name} first,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/stages/needs.py" />
            <source>{who} what the stage {short} needs: {fields}. Fill it in, then move. Nobody was moved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/tasks.py" />
            <source>Edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/tasks.py" />
            <source>{verb} the task “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/tasks.py" />
            <source>Kind: “{kind}” is not a choice. Use one of {kinds}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/tasks.py" />
            <source>Added the task “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/tasks.py" />
            <source>Title: say in a few words what is to be done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/tasks.py" />
            <source>Title: {count} characters are too many; at most {most_title} fit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/tasks.py" />
            <source>The task is no longer there; it was deleted. Undo brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>Saved the view {wanted}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>Saved the view {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>Renamed the view {before} to {wanted}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>Moved a view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>Deleted the view {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>Reset the view {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>Brought back the views that every workspace has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>The view is no longer there; it was deleted. Undo brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>Give the view a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>There is a view called {wanted} already. Choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/commands/views.py" />
            <source>There is a view called {called} already. Choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/display.py" />
            <source>snoozed until {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/display.py" />
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/duplicates/likeness.py" />
            <source>same website</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/duplicates/likeness.py" />
            <source>same e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/duplicates/likeness.py" />
            <source>other e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/duplicates/likeness.py" />
            <source>same phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/duplicates/likeness.py" />
            <source>other phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/duplicates/likeness.py" />
            <source>same e-mail domain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/duplicates/likeness.py" />
            <source>same {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/duplicates/likeness.py" />
            <source>other person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/duplicates/likeness.py" />
            <source>other company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/evaluation/alerting.py" />
            <source>{count} since {raised_at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/evaluation/alerting.py" />
            <source>{count} prospects: {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/evaluation/alerting.py" />
            <source>and {count} before these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/evaluation/alerting.py" />
            <source>, while nobody was looking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/evaluation/hand_edits.py" />
            <source>set in {remote_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/bulk.py" />
            <source>{about} is in conflict; decide it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/bulk.py" />
            <source>Changed {titles} of {prospects}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/bulk.py" />
            <source>Deleted prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/bulk.py" />
            <source>was deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/bulk.py" />
            <source>the whole record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/reading.py" />
            <source>“{name}” is computed in {remote_name}; change what it is computed from there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/reading.py" />
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/typed.py" />
            <source>Enter a full address, like name@firm.example.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/typed.py" />
            <source>{text} is too large to be kept exactly. Write a smaller number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/typed.py" />
            <source>An amount is no percentage. Write it like 1250.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/typed.py" />
            <source>{text} has more than two decimals. Round it to cents.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/typed.py" />
            <source>{text} is out of range. Give an amount from 0 to 10,000.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/typed.py" />
            <source>“{text}” is no whole number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/typed.py" />
            <source>“{text}” is no day. Write it like fri, 3d, next month or 22 May.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/typed.py" />
            <source>“{text}” is no time. Write it like 22 May 2026 14:30.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/typed.py" />
            <source>“{text}” is no number. Write it like 1250 or {example}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/writing.py" />
            <source>{title_within} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/writing.py" />
            <source>{field} was changed by {who} while you were writing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/writing.py" />
            <source> to {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/writing.py" />
            <source>Set the {about}{said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/fields/writing.py" />
            <source>Cleared the {about}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/cells.py" />
            <source>is neither yes nor no. Write true or false</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/cells.py" />
            <source>is out of range; at most {largest} can be kept exactly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/cells.py" />
            <source>is not a whole number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/cells.py" />
            <source>is not a stage. Use one of {choices}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/cells.py" />
            <source>is not a choice. Choose one of {offered}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/cells.py" />
            <source>{name}: there is no record “{text}” to link to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/cells.py" />
            <source>{reason}. Write it like 2026-05-22</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/cells.py" />
            <source>is not a number. Write it like 1250 or 12.50</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/cells.py" />
            <source>has more than two decimals. Round it to cents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/export.py" />
            <source>{path} would hold {records} of {count} records. It was not written, and an old file is as it was. Try again; if it stays so, look with: journeydesk doctor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/importing.py" />
            <source>Imported {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/importing.py" />
            <source>What is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/mapping.py" />
            <source>The file has no column “{title}”. Its columns are {columns}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/mapping.py" />
            <source>{name} has no field “{name_2}”. Its fields are {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/matching.py" />
            <source>company and name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/matching.py" />
            <source>the same {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/matching.py" />
            <source>the same {words} as row {line}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/planning.py" />
            <source>has no value in any column that is brought in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/planning.py" />
            <source>{reason} fits more than one record. Use the key field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/planning.py" />
            <source>may be somebody who is there: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/planning.py" />
            <source>has no company, no contact and no e-mail: nobody could find it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/planning.py" />
            <source>has {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/characters.py" />
            <source>The file holds binary data and is no table of text. Export it as CSV or XLSX and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/characters.py" />
            <source>The file is no text in any encoding that is known here. Save it as UTF-8 and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/characters.py" />
            <source>There is no encoding “{encoding}”. Name one such as utf-8, cp1252 or shift_jis.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/characters.py" />
            <source>Line {line} holds bytes that are no {get}. Save the file as UTF-8, or name its encoding.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/contacts.py" />
            <source>is a contact card beyond reason: leave its attachments out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/contacts.py" />
            <source>{number} ext. {extension}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/contacts.py" />
            <source>holds no whole contact card, from BEGIN:VCARD to END:VCARD. Export the contacts again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/contacts.py" />
            <source>is a contact card that cannot be read: {problem}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/contacts.py" />
            <source>Other e-mail: {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/contacts.py" />
            <source>Other phone: {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/contacts.py" />
            <source>cannot be read: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/conversion.py" />
            <source>{name} asks for more memory or time than a list takes, or is damaged: reading it was ended. Nothing was changed. Save the sheet as CSV and import that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/conversion.py" />
            <source>{name} could not be read within {seconds} seconds. Save the sheet as CSV and import that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/conversion.py" />
            <source>holds more than {largest_output} MB of cells. Split it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a picture (PNG)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a picture (JPEG)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a picture (GIF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a picture (BMP)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a picture (TIFF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a compressed file (gzip)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a compressed file (7z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a compressed file (RAR)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a sound file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a letter (RTF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a font</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a picture (WebP)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a film or sound file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a web page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a letter (DOCX or ODT)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a presentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>a compressed file (ZIP)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>{name} is empty: there is nothing to bring in. Export the list again from the program that it comes from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/other_kinds.py" />
            <source>{name} is {kind}, not a list of prospects. Export the list as CSV, XLSX, ODS or vCard from the program that it comes from, and choose that file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/rows.py" />
            <source>has {count} cells where the header has {width}: put a cell that holds “{sign}” between quotes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/rows.py" />
            <source>has one cell where the header has {width}: it may go on from the line above, whose cell then needs quotes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/rows.py" />
            <source>{name} is empty. Its first line must hold the names of the columns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/rows.py" />
            <source>a quote stands where it cannot: write every quote within a quoted cell twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/rows.py" />
            <source>Column {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/workbook.py" />
            <source>has no sheet “{chosen}”. Its sheets are {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/workbook.py" />
            <source>has no sheet with anything on it. Name a hidden one with --sheet, if that is meant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/workbook.py" />
            <source>has several sheets: {names}. Name one with --sheet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/workbook.py" />
            <source>says that “{name}” has {total_height} rows and {total_width} columns. Delete what lies far outside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/workbook.py" />
            <source>is protected by a password. Save it without one and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/reading/workbook.py" />
            <source>is no workbook that can be read ({problem}). Save it anew, or as CSV.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/rehearsal.py" />
            <source>Line {line} of {name} is longer than {longest_line} MB: it is no list of rows. Look whether its line ends were lost, and save it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/rehearsal.py" />
            <source>{name}: no column is one of {name_2}: {header}. Say which is which with --map TITLE=FIELD; its fields are {fields}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/rehearsal.py" />
            <source>{name} has no column “{key}” to find rows by. Name one of its columns with --key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/rehearsal.py" />
            <source>Its characters could be {encoding} (“{proof}”) or {rivals}: name them with --encoding.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/rehearsal.py" />
            <source>{name} is larger than {largest_bytes} MB. Split it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/rehearsal.py" />
            <source>{path} cannot be read: {strerror}. Check the name and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/rehearsal.py" />
            <source>{name} is no workbook and has no sheets. Leave --sheet out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/rehearsal.py" />
            <source>“{title}”: a mark before three digits may part thousands or decimals: say --decimal , or --decimal .</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/rehearsal.py" />
            <source>“{title}”: day and month could be either way round: say --dates dmy or --dates mdy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/workbook_export.py" />
            <source>{count} records do not fit on a sheet of XLSX, which has {most_rows} rows. Export CSV.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/files/workbook_export.py" />
            <source>{field} of {key} has {count} characters; a cell of XLSX holds {longest_cell}. Export CSV. Nothing was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/mirror.py" />
            <source>The payments kept here are of Stripe's {known} mode, and the key is of its {mode} mode. Nothing was changed. Use a key of the {known} mode, or a new workspace.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/mirror.py" />
            <source>{problem} Until then every list is read again once a day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/stripe_key.py" />
            <source>This is a publishable key (pk_…), which cannot read payments.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/stripe_key.py" />
            <source>This is a webhook's secret (whsec_…), not a key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/stripe_key.py" />
            <source>This is an Airtable token, not a Stripe key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/stripe_key.py" />
            <source>No key was given. Make a restricted key (rk_live_…) in Stripe's dashboard, Developers, API keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/stripe_key.py" />
            <source>This is no Stripe key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/stripe_key.py" />
            <source>{why} Paste a restricted key that only reads: it begins with rk_live_ (or rk_test_ for test data).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/stripe_key.py" />
            <source>This is a secret live key, which could move money. Make a restricted key (rk_live_…) that only reads; if you mean this one, say so with --accept-secret-key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/payments/stripe_key.py" />
            <source>This key may read nothing of what is needed. Give it reading rights in Stripe's dashboard, or make another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/access.py" />
            <source>The page is not complete. Open it anew and try again; what you typed stays on this phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/pairing.py" />
            <source>That code does not fit. Look at the computer again, or scan the picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/pairing.py" />
            <source>Too many wrong codes. Start again on the computer: Settings, Integrations, Pair a phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/pairing.py" />
            <source>The code ran out. Start again on the computer: Settings, Integrations, Pair a phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/pairing.py" />
            <source>Pairing was stopped. Start again on the computer: Settings, Integrations, Pair a phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/pairing.py" />
            <source>This code was used. Start again on the computer: Settings, Integrations, Pair a phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/pairing.py" />
            <source>Another phone has used this code. Start again on the computer: Settings, Integrations, Pair a phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/pairing.py" />
            <source>{most_phones} phones are paired, and no more have room. Remove one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/settings.py" />
            <source>“{name}” is not a name that a browser opens. Write it like desk.example.com, without https://.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/settings.py" />
            <source>Port {port} cannot be. Choose one from 1,024 to 65,535.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/settings.py" />
            <source>{host} would open the page to every network that this computer is in. Choose one address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/phone/settings.py" />
            <source>“{host}” is not an address of this computer. Choose one of those offered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>{count} day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>{count} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Moved {what} {span} later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Moved “{title}” to {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>“{title}” is {percent}% done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Deleted {count} milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Deleted {count} milestones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Edited the milestone “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>{count} week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>{count} weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>“{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Moved {what} {span} earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Finished {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Reopened {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Added the milestone “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Progress: “{text}” is no share. Write a number from 0 to 100.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>Starts: {starts} is after the milestone is due ({due}). Give an earlier day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>The milestone is no longer there; it was deleted. Undo brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>{field}: there is no {day}. Check the date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/milestones.py" />
            <source>There is no day so far away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>{days} of {limit} days in stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>{contact} with {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>{errors} of {calls}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>{answer} of 10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>{days} working days in stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>Active people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>Errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>Estimated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>Paid so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>In stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>Next review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>none yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/planning/paper.py" />
            <source>not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/agenda.py" />
            <source>Say what is to be done and when, such as “send the offer fri 14:30”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/agenda.py" />
            <source>Say what comes next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/agenda.py" />
            <source>Not logged yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/agenda.py" />
            <source>Say what is to be done before “{typed}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/alerts.py" />
            <source>“{key}” fits {alerts}. Give more of its key; `alerts` lists them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/alerts.py" />
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/alerts.py" />
            <source>as {priority}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/alerts.py" />
            <source>rule “{rule}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/alerts.py" />
            <source>CTA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/alerts.py" />
            <source>several alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/alerts.py" />
            <source>no alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>would have made {results} {span}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>Task “{get}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>in {first}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>from {first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>There is no automation “{rule}”. They are {by_name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>{count} task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>{count} tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>{count} change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>{count} changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/automation.py" />
            <source>Task “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/conflicts.py" />
            <source>No conflicts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/conflicts.py" />
            <source>The whole record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/conflicts.py" />
            <source>Edited here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/conflicts.py" />
            <source>Deleted in {remote_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/conflicts.py" />
            <source>Somebody in {remote_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Clicked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Asked for a demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Sent a form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Sent an inquiry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Viewed a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Opened an e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Answered an e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Payment succeeded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Access granted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Made an API key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>First API call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source> · {number} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Stripe net</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/detail.py" />
            <source>Stripe, {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>{fields} fields matched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>{address}, {count} in queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Base answers and all matched fields are there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Newest payment can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>A test mail to you is accepted by the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Receiver answers, a signed test is accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>This desktop can show a notification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>A report can be written and read back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Restricted key, read only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Alerts on this desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Reports, exports and copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Not checked yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Not set up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>{name}: the last check failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/journeys.py" />
            <source>{total} of {asked} prospects move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/journeys.py" />
            <source>Nobody moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/lists/views.py" />
            <source>My open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/lists/views.py" />
            <source>Follow-up due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/lists/views.py" />
            <source>High score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/lists/views.py" />
            <source>Churn risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/lists/views.py" />
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/names.py" />
            <source>1 prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/names.py" />
            <source>{count} prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>usage record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>customer asset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>progress record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>Change the value here and it is sent again, or drop the change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>new {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>{name} deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>Add the option in {remote_name}, or choose another here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>{remote_name} computes this field; drop the change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>Edit it again once the automation is mended, or drop the change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/outbox.py" />
            <source>(empty)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/reports.py" />
            <source>The {report} report is {adjective}. Give a {noun} like {example} instead of {period}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/reports.py" />
            <source>There is no journey “{journey}”. There are {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/standing.py" />
            <source>Inquiry form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/tasks.py" />
            <source>“{key}” fits {count} task{extra}. Give more of its key; `task list` shows them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/inbox.py" />
            <source>This version does not know what “{kind}” is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/keys.py" />
            <source>Stripe's signing secrets begin with whsec_. It stands beside the endpoint in Stripe's dashboard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/keys.py" />
            <source>The receiver's secrets are given by the environment here. Change them there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/keys.py" />
            <source>The receiver's secrets in the keyring cannot be read. Remove the entry “receiver” of Journeydesk there; new ones are made then, and every sender needs them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/settings.py" />
            <source>host name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/settings.py" />
            <source>Name the sites first whose forms may post without a signature.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/settings.py" />
            <source>failures a minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/settings.py" />
            <source>events a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/settings.py" />
            <source>“{host}” is not the address of an interface. Use 127.0.0.1 for this computer alone, or one of this computer's own addresses.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/settings.py" />
            <source>{value} {name} cannot be; 1 to 1,000,000 can.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/settings.py" />
            <source>“{value}” is not a {name}. {advice}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/receiver/settings.py" />
            <source>“{proxy}” is not the address of a proxy. Write it like 10.0.0.5 or 10.0.0.0/24.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/checking.py" />
            <source>{tables} tables answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/checking.py" />
            <source>A file was written and read back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/checking.py" />
            <source>No payment yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/checking.py" />
            <source>Newest payment was read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/checking.py" />
            <source>These fields are gone in {remote_name}: {missing}. Set the connection up again to match them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/checking.py" />
            <source>What was written to {folder} reads otherwise. The disk may be failing: copy the workspace elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/checking.py" />
            <source>No Stripe key is known on this computer. Connect it with: journeydesk setup --stripe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/checking.py" />
            <source>Nothing can be written to {folder}: {strerror}. Free some space.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/connecting.py" />
            <source>the base is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/connecting.py" />
            <source>{remote_name} is not connected: {missing} missing. Set JOURNEYDESK_{remote_variables}_TOKEN and JOURNEYDESK_{remote_variables}_BASE, or connect it in the window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/connecting.py" />
            <source>the token is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/connecting.py" />
            <source>the token and the base are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping.py" />
            <source>Left alone: {name} lives on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping.py" />
            <source>Of another type: {name}. It is left alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping.py" />
            <source>{decisions_left} to decide before Airtable can be connected. First: {first_problem_sentence}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping.py" />
            <source>The table that was chosen for {name} is no longer in the base. Match it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping.py" />
            <source>The field that was chosen for {table}, {name} is no longer in the base. Match it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping.py" />
            <source>Left alone: nothing is read from or written to {untouched}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping.py" />
            <source>Left alone: {name} is not in the base and lives on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>no table fits: choose one or create it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>{count} of {count_2} options matched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>kept as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>{count} of {count_2} options likely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>{name}, {name_2} is likely “{name_3}” ({confidence} %, {reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>will be created</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>{name}: choose a table, or have it created; nothing syncs without it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>{name} is likely “{name_2}” ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>“{name}” was chosen for {name_2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>“{name}” was chosen for {taker}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>{name}: choose the field that holds a prospect's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>no table fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_draft.py" />
            <source>no field fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_kept.py" />
            <source>its field was chosen for another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_preview.py" />
            <source>not chosen yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_preview.py" />
            <source>new, empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_preview.py" />
            <source>cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_rows.py" />
            <source>long text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_rows.py" />
            <source>web address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_rows.py" />
            <source>check box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/mapping_rows.py" />
            <source>date and time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pace.py" />
            <source>Sync runs every {choices} minutes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>{count} needs you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>{count} need you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>{minutes} min ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>{hours} h ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>{hours} days ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>, resumes {local}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>, resumes {day} {local}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>Working offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>Synced {ago}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>{count} conflict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>{waiting} waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>Not connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>Sign-in needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>Paused · {paused_reason}{resumes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>Syncing {done}/{total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>Not synced yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/pill.py" />
            <source>Sync trouble</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/session.py" />
            <source>Another Journeydesk is syncing this workspace at this moment. Try again when it has finished.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/session.py" />
            <source>An answer of Stripe could not be read ({name__}). Payments are as they were; it is tried again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/setup.py" />
            <source>JOURNEYDESK_{remote_variables}_TOKEN is set on this computer and goes before any token pasted here. Put the new token there, or unset it and start Journeydesk again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/setup.py" />
            <source>This system has no keyring to keep it in: it holds until you quit. To keep it, set JOURNEYDESK_{remote_variables}_TOKEN before you start Journeydesk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/setup.py" />
            <source>The token works, and may not list bases. Give it the right schema.bases:read, or type the base's id below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/setup.py" />
            <source>{remote_name} is not connected yet. Set it up first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/sync/working_offline.py" />
            <source>You work offline. Switch it off in the menu (Tools) or in Settings, then sync again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>{tables} tables answer, {matched} fields matched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>workspace {workspace}, settings {config}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>{free} MB free</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>Free some space; the database needs room to grow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>there and keeping secrets safely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>{count} families</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>Install Inter and Noto: apt install fonts-inter fonts-noto-core</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>; its recovery key is not written down: journeydesk recovery-key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>{count} prospects, SQLite {sqlite_version}{paper}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>These fields are gone in Airtable: {missing}. Run: journeydesk setup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/doctor.py" />
            <source>none, but a passphrase is set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/health.py" />
            <source>The workspace lies in {folder}, which a cloud service seems to copy. Copies of an open database can be damaged: move the workspace to a folder of this computer, and use sync to share it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/health.py" />
            <source>The workspace lies on a network drive, in {folder}. Two computers writing there can damage it: move it to a folder of this computer, and use sync to share it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/health.py" />
            <source>This workspace came from another computer. It goes on here, and may go on there too: nothing is sent twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/parts.py" />
            <source>see its package</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/person.py" />
            <source>Give a name of 1 to {most_letters} letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/recovery.py" />
            <source>That is another key. Compare it with what is shown, and type it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/region.py" />
            <source>The team's time zone is {zone} ({time_zone}), its currency {currency} ({currency_2}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/region.py" />
            <source>as on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/region.py" />
            <source>the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>the team's records in {remote_name} and Stripe's payments: they were never only here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>the access token itself: revoke it in {remote_name} and in Stripe if nobody else uses it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>files that you exported, and copies of the database that you saved elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>from the keyring: the {database}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>in {folder}, not ours: {left}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>nothing: there is no workspace.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>the change feed in {remote_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>a change feed (webhook) in {remote_name}, if there was one: it could not be ended ({problem}) It ends by itself within 7 days, and tells nobody anything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>what the keyring may hold for Journeydesk: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>Removed: {each}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>Remains: {each}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>key of the database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/removal.py" />
            <source>{kind} token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/repair.py" />
            <source>The copy {name} was restored. Changes that waited to be sent and were written again: {rewritten}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/repair.py" />
            <source>{text} The next sync brings what is newer in {remote_name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/repair.py" />
            <source>The database is sound. The search indexes and the board's counts were made anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/repair.py" />
            <source> Changes that could not be read any more: {unreadable}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/repair.py" />
            <source> The damaged file is kept as {aside}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/repair.py" />
            <source>{path} is damaged or locked with another key, and no copy in {folder} can be read with this key. Nothing was changed. Enter the right key, or move the file away and set the workspace up again: the first sync brings everything that was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/support.py" />
            <source>Journeydesk {version__}, Python {python_version}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/workspace/support.py" />
            <source>Sync: {pill}; {waiting} waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/base_page.py" />
            <source>Open in {remote_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/base_page.py" />
            <source>not there yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/base_page.py" />
            <source>one at a time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/base_page.py" />
            <source>No program on this computer opens web pages. The address was copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief.py" />
            <source>Last three touches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief.py" />
            <source>Nobody has spoken to them yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief.py" />
            <source>Open tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief.py" />
            <source>What they clicked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief.py" />
            <source>nothing yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief.py" />
            <source>Last touches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief.py" />
            <source>Call {phone}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief.py" />
            <source>No number on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief_lines.py" />
            <source>and {more} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/brief_sheet.py" />
            <source>Brief: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/end_card.py" />
            <source>Steps set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/end_card.py" />
            <source>That was everybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/end_card.py" />
            <source>Back to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/end_card.py" />
            <source>{name}, {count} prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/end_card.py" />
            <source>{name}, {count} prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/end_card.py" />
            <source>Session done: {figures}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/end_card.py" />
            <source>{skipped} skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/end_card.py" />
            <source>{colleagues} had been called by a colleague meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/opening.py" />
            <source>Anew begins with {name}: {most} to call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/opening.py" />
            <source>{name}: paused{at}, {total} left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/opening.py" />
            <source> at {company}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/opening.py" />
            <source>{words} {label} goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/opening.py" />
            <source>Nothing is known of them any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/opening.py" />
            <source>The first {most} of {count} are in this session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/progress.py" />
            <source>{share} of the list is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/progress.py" />
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/progress.py" />
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/progress.py" />
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/progress.py" />
            <source>Calling {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/progress.py" />
            <source>{place} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/progress.py" />
            <source>{total} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/question.py" />
            <source>A call session waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/question.py" />
            <source>Call session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/question.py" />
            <source>Go on with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/question.py" />
            <source>Begin anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>{owner} logged a {kind} with them {ago}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>{kind} logged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>Log {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>{total} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>Call session paused, {left} left. {label} goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>log, next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>Skipped {name}: {spoken}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>Skipped somebody who was deleted meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>{spoken}. What you typed is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/call_session/tab.py" />
            <source>back to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/cells.py" />
            <source>, changed here and in Airtable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/cells.py" />
            <source>, saved here, not sent yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/delegates/card_delegate.py" />
            <source>Moving…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/composer.py" />
            <source>What was said? 15m sets duration, &gt;fri sets follow-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/composer.py" />
            <source>What was said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/composer.py" />
            <source>{duration} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/conflict_line.py" />
            <source>In conflict:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/conflict_line.py" />
            <source>Changed here and in Airtable: {fields}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/conflict_line.py" />
            <source>Review the conflict: {fields}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/conflict_line.py" />
            <source>{more} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/conflict_line.py" />
            <source>Review conflicts ({label})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/conflict_line.py" />
            <source>the other fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/deleted_note.py" />
            <source>{work} still {stands} here with the name and {comes} back with it. Restoring can be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/deleted_note.py" />
            <source>Restoring brings all fields back; it can be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/deleted_note.py" />
            <source>{name} was deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/deleted_note.py" />
            <source>Deleted in {remote}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/deleted_note.py" />
            <source>open task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/deleted_note.py" />
            <source>open tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/deleted_note.py" />
            <source>Deleted by {by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/deleted_page.py" />
            <source>Restore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/deleted_page.py" />
            <source>Restore {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/fact_words.py" />
            <source>LTV {ltv}{apart}{beside}, MRR {mrr}{mrr_apart}, {status}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/fact_words.py" />
            <source>Score {score} of 50: {reasons}{entry}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/fact_words.py" />
            <source>, by hand {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/fact_words.py" />
            <source>; first touch {cta}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/fact_words.py" />
            <source>{label} {points} of {possible}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/fact_words.py" />
            <source> and {amount} without a rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Add a contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Add a title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Add a company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Add e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Add website</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Add phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Nobody’s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Hand back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Hand the score back to the rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>The rules score it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>First and last touch, entry points, stages with the time in each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source> of 50</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>First touch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>{amount} by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source> by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>LTV, {ltv_source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>{title}: click to change it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/facts.py" />
            <source>Add tier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/field_list.py" />
            <source>It is kept as {remote_name} has it and is changed there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/field_list.py" />
            <source>Fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/field_list.py" />
            <source>Other fields in {remote_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/field_list.py" />
            <source>empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/field_list.py" />
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>{seconds} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>{seconds} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>under 1 h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>{company}: touches and stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>Touches and stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>Journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>Journey: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>from {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>UTM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>none: this visitor was known before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>{lasted} so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>Entry point {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_history.py" />
            <source>Nothing has moved it yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_part.py" />
            <source>Choose the journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/journey_part.py" />
            <source>{to} points to {number} {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/notes_field.py" />
            <source>What should everybody know about them?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/notes_field.py" />
            <source>Save notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/notes_field.py" />
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/notes_field.py" />
            <source>Keep both texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/notes_field.py" />
            <source>draft, kept on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/notes_field.py" />
            <source>changed elsewhere meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/notes_field.py" />
            <source>{who} changed the notes while you were writing. Save again to put yours in their place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/pane.py" />
            <source>Select a prospect to see its journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/pane.py" />
            <source>Everything you log shows up here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel.py" />
            <source>Select a prospect to see its journey
Everything you log shows up here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel.py" />
            <source>Write an e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel.py" />
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel.py" />
            <source>{kind} logged with {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel.py" />
            <source>Handed the score of {name} back to the rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_editing.py" />
            <source>Back to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_editing.py" />
            <source>End in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_editing.py" />
            <source>{name} moved to {number} {short}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_menu.py" />
            <source>All fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_menu.py" />
            <source>Journey history…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_menu.py" />
            <source>Log meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_menu.py" />
            <source>Log note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_menu.py" />
            <source>Copy e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_menu.py" />
            <source>Copy telephone number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_menu.py" />
            <source>Copy link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/panel_menu.py" />
            <source>Copied {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/stepper.py" />
            <source>at {number} {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/stepper.py" />
            <source>not begun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/stepper.py" />
            <source>Journey with {count} stages, {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/stepper.py" />
            <source>{number} {name}, {state}. {label} sets it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/stepper.py" />
            <source>Set the stage to {number} {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>postpone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>No tasks yet. Write one below, such as “send the offer fri 14:30”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>Tasks, {open_count} open (T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>nothing planned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>Tasks of this prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>Tasks {open_count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>No next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source>Follow up {follow_up}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/tasks.py" />
            <source> (late)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/timeline.py" />
            <source>Timeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/timeline_tabs.py" />
            <source>Every field, and the notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/detail/timeline_tabs.py" />
            <source>All {entries}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>It needs data.records:read and :write, schema.bases:read and :write, webhook:manage on your base.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>Journeydesk keeps a copy of your base on this computer, so you can work without a connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>It is kept in the system's keyring, never in a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>Access token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>Paste your personal access token, pat…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>Checking the token…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>set-up token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>1 base</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>{count} bases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>It comes from this computer's environment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>Token works. It sees {many}. {held}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>Create a token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>Base</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>Connect Airtable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/access_page.py" />
            <source>This is no Airtable token: one begins with “pat” and has no spaces. Copy it whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/base_box.py" />
            <source>Choose a base, or type its id, app…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/first_sync.py" />
            <source>{total} prospects so far. {pill}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/first_sync.py" />
            <source>It goes on by itself. What has come is in the lists already: you can open Journeydesk and start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/first_sync.py" />
            <source>It begins in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/first_sync.py" />
            <source>{share} of the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/first_sync.py" />
            <source>First sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/first_sync.py" />
            <source>{sentence} Change them under Settings, Team and Money.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/first_sync.py" />
            <source>Everything is here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/first_sync.py" />
            <source>{total} prospects are on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/foot.py" />
            <source>Skip for now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/foot.py" />
            <source>Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/choices.py" />
            <source>Leave out: it stays on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/choices.py" />
            <source>Create a new field “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/choices.py" />
            <source>None of these: keep their word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/choices.py" />
            <source>{count} fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/choices.py" />
            <source>table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/choices.py" />
            <source>Create a new table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_delegate.py" />
            <source>Choose a {stage}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_delegate.py" />
            <source>{count} more {fields}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_delegate.py" />
            <source>matched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_delegate.py" />
            <source> and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_delegate.py" />
            <source>Kept as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_heads.py" />
            <source>Journeydesk field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_heads.py" />
            <source>Field in “{remote}”, with its kind and a sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_lines.py" />
            <source>first option</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_lines.py" />
            <source>second option</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_lines.py" />
            <source>{name}, {count} records: {ours}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_lines.py" />
            <source>Leave out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/field_lines.py" />
            <source>{count} more fields, {state_words}: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>{records} record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>{records} records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>Match again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>Reads the base again and guesses this table's fields anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>Problems first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>Accept likely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>Next problem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>How the first 5 will look here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>{count} fields to match</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>read from Airtable, nothing stored yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>Accept {likely} likely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>How the first {rows} will look here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>There is no record to look at yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>Table for {table_names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>Left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>What {name} is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/page.py" />
            <source>Field for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/preview.py" />
            <source>How the first records will look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/preview.py" />
            <source>All records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>{decisions} to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>Journeydesk tables</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>1 table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>{many} tables</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>“{base_name}” has {tables}. Say once what is what; later renames in Airtable change nothing here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>1 table of the base stays untouched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>{count} tables of the base stay untouched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>{likely} likely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>Step {step} of {steps} · Connect Airtable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>Match your base</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/side.py" />
            <source>Every table of the base is used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/state_chips.py" />
            <source>no fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/table_button.py" />
            <source>Table in the base</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/table_button.py" />
            <source>Table in the base: {words}{decide}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/table_button.py" />
            <source>, to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>Choose the table of the base that holds {name}, have one created, or leave it out. {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>Customer assets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>User progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>Journey events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>Team settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>{names} and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>One fits: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>{two} fit: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>Choose a field…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>No field fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>{parts}, and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>The base has no table for {name} yet. It will be created with its fields at the last step. If there is one already, choose it above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>{name} is left out: it stays on this computer and is never sent. Choose a table above to sync it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>likely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>likely ({confidence} %)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>, and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>choose or leave out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>Two</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>which table holds {table_names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>{stage} for {listed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>which field is {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>a stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/mapping/words.py" />
            <source>a choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/secret_row.py" />
            <source>Show the {split}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/secret_row.py" />
            <source>Check {split}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Airtable is only read until the last step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Token and base</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>What is what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Connect Stripe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Payments and LTV, optional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>A few minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Set up Journeydesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>set-up base</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Reading the base…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>set-up connect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Save and stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Open Journeydesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>{count} likely guess will be taken as shown. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>{count} likely guesses will be taken as shown. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Everything is decided.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>The key is not kept yet. Check it, or empty the field to go on without Stripe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>{new} table{extra} and fields are created in Airtable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Nothing is created</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>With Continue the base is connected. {made}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Creating what is missing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Connecting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>Choose the base that holds your prospects.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>{count} decision left:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/set_up.py" />
            <source>{count} decisions left:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/steps.py" />
            <source>Step {current} of {count}: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/steps.py" />
            <source>Four steps, a few minutes. You can stop and come back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>Payments and lifetime value come from Stripe, which is only read. Make a restricted key (rk_…) that may read customers, invoices, charges, subscriptions and events; whatever it may not read is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>This is a secret live key, which could move money. Make a restricted key (rk_live_…) that only reads. If you mean this one, tick the box below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>set-up stripe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>Key works: {key} for {data}, kept in the keyring.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>Stripe key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>Paste a restricted key, rk_live_…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>Use this secret key all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>Forget the key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>Checking the key with Stripe…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>live data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>test data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>Create a restricted key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>The key in {variable} is used on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>A key is kept in the system's keyring. Paste another one to replace it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>The key was taken out of the keyring. What was read of payments stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>a restricted key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/airtable/stripe_page.py" />
            <source>a secret key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Will change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Already so</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Can’t change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Leave this field out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>In all of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Only where empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Change {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Another field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>One undo takes all of it back, also after it was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Only where late or empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Mend the value that is wrong first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>{parts} = {whole} selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Change {prospects}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>{left} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>{owner} goes from {now} to {then} open prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>What is chosen above is shown here for each of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Nothing would change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_edit.py" />
            <source>Choose a value first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_list.py" />
            <source>{title} stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_list.py" />
            <source>was {days} d late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_list.py" />
            <source>What will be changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/bulk_list.py" />
            <source> to {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Pick a value per field. Nothing is lost: the other version stays in the history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>A record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>of the prospect.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>of the record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>{name} was changed here and in Airtable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>{name} was deleted in Airtable and edited here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Keep it, and it is made anew there; or let it go here too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>{name} was changed in Airtable since your last step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Mine is what undoing would put back. Theirs is what stands there now; it stays unless you pick mine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>All mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>All theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Before, {before}. Mine, {mine}. Theirs, {theirs}. Will be saved, {saved}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Keep it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Let it go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/heads.py" />
            <source>Will be saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/question_row.py" />
            <source>Kept here, made anew in Airtable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/question_row.py" />
            <source>Deleted here too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/result_cell.py" />
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/result_cell.py" />
            <source>Same for the other {likewise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/result_cell.py" />
            <source>The same field, changed by the same people, in other records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/result_cell.py" />
            <source>{field}: same choice for the other {likewise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/result_cell.py" />
            <source>{field}: your own value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/result_cell.py" />
            <source>Both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/result_cell.py" />
            <source>keep both texts (3)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/result_cell.py" />
            <source>edit (E)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/result_cell.py" />
            <source>Pick one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>mine, theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>both texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>Review conflict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>Review conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>Previous record (PgUp)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>Next record (PgDn)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>Save and sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>1 field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>{fields} joined without conflict:  {names}{more}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>Airtable, {theirs_by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source> {place} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>{decided} of {total} decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source> and {more} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>Decided for {company}: {fields}{tail}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>Decide later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>what you had changed it to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/conflicts/review.py" />
            <source>Pick a value for every field first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/due_sheet.py" />
            <source>fri, 3d, next week, 22 May</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/framed_sheet.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/goal_sheet.py" />
            <source>Goals of {measure}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/goal_sheet.py" />
            <source>In per cent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/goal_sheet.py" />
            <source>In the measure's own unit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/goal_sheet.py" />
            <source>More is better.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/goal_sheet.py" />
            <source>Less is better: the must is above the target.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/goal_sheet.py" />
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/goal_sheet.py" />
            <source>Changed the goals of {measure}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/goal_sheet.py" />
            <source>The whole team sees the change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/follow_up_row.py" />
            <source>Follow-up date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/follow_up_row.py" />
            <source>next week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/form.py" />
            <source>They called</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/form.py" />
            <source>Duration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/form.py" />
            <source>Direction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/form.py" />
            <source>by you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/form.py" />
            <source>The number on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/form.py" />
            <source>min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/form.py" />
            <source>I called</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/prospect_field.py" />
            <source>Find a prospect: two letters of a company or a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/prospect_field.py" />
            <source>Find a prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/prospect_field.py" />
            <source>Prospects found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/prospect_field.py" />
            <source>Prospect: {company}, {contact}. Enter looks for another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/prospect_field.py" />
            <source>No prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/prospect_field.py" />
            <source>Nobody found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>You are offline. The call is saved here now and sent when you are back online.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>next field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>&gt;fri</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>Log a call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>Log {kind} ({label})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>Close, the draft is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>Choose a prospect first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>This prospect is no longer there; it was deleted. Undo brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/log_call/sheet.py" />
            <source>Choose a prospect first: two letters of a company or a person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>New prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>Company or contact is enough; the rest can wait.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>Start empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>Notes: what should everybody know about them?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>More fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>Add another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>Add prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>What is typed is kept for the next time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>Added {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>saved here at once, also offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>What you typed before and did not add is here again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/new_prospect.py" />
            <source>hidden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>Say what comes next: Enter takes the suggestion, x and a reason says that nothing does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>and a reason: none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>fri 14:30</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>Plan it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>What comes next with {name}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>Next step with {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>No next step: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/next_step/line.py" />
            <source>No next step. Write the reason after the x.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/note_sheet.py" />
            <source>What was said? Each of them gets this text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/note_sheet.py" />
            <source>Write at least a word about what was said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/change_bar.py" />
            <source>Gives the change up; can be undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/change_bar.py" />
            <source>Let go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/change_bar.py" />
            <source>Hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/change_bar.py" />
            <source>Sends it with the next sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/change_bar.py" />
            <source>Keeps it on this computer until you let it go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/change_bar.py" />
            <source>Tries it again as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/change_bar.py" />
            <source>Send now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/change_bar.py" />
            <source>Drop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/change_bar.py" />
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Everything is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Sync details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Close (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Sync now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Waiting to be sent: {total} {records}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Dropped {group}: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Confirmed; the deletes follow with the next sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Airtable plan: {plan}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Reading what waits…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>last success {touch_day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Nothing waits. Airtable is not connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>You are offline. It is saved here and sent when there is a connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>Sending {group}: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>{group}: {what} goes with the next sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/drawer.py" />
            <source>{group}: {what} is held here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/notes.py" />
            <source>Delete here too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/notes.py" />
            <source>Delete in Airtable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/notes.py" />
            <source>Check again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/notes.py" />
            <source>Questions and notes of sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/notes.py" />
            <source>Dismiss all {count} notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/notes.py" />
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/notes.py" />
            <source>Show prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/pending_delegate.py" />
            <source>held · {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/pending_list.py" />
            <source>Changes that wait to be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/pending_model.py" />
            <source>order of what waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/pending_model.py" />
            <source>Held here until you let it go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/pending_model.py" />
            <source>Saved here, not sent yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/pending_model.py" />
            <source>, refused: {reason} {fix}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/pending_model.py" />
            <source>, held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>At this pace they last {days} more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>This plan has no monthly limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>At this pace they last to the end of the month.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>They are used up; sync goes on next month, or with a larger plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>1 day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>{days_left} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>{share} of this month's calls are used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>Airtable plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>Plan: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>Your plan at Airtable; it says how many calls a month there are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>told of changes by Airtable's feed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>each table is listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>{calls_month} of {quota}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>Calls: {calls_today} today · {month} this month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>Last read, {how}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>Nothing was read from Airtable yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/outbox/sync_facts.py" />
            <source>{name}: {count} records, last read {at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>actions only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>people only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>log call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>Search prospects, notes, actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>Results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>{prospect_total} prospects, works offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>New prospect “{words}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>Best match</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>Log call: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/palette.py" />
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/parts_sheet.py" />
            <source>Edit must and target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/parts_sheet.py" />
            <source>Show the prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/repair_offer.py" />
            <source>Journeydesk can restore the newest sound copy. The damaged file is kept, what was not sent yet is written onto the copy as far as it can be read, and the next sync brings what is newer in Airtable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/repair_offer.py" />
            <source>Restore the newest copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/restoring.py" />
            <source>Restore a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/restoring.py" />
            <source>Everything here becomes as it was in {name}, made on {day} at {made}. What is here now is copied aside first, so that it can be restored in turn. The window closes and opens again; the next sync brings what is newer in Airtable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/safety.py" />
            <source>remove everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/safety.py" />
            <source>Write it down and keep it apart from this computer: it opens the workspace and all of its copies, anywhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/safety.py" />
            <source>The window closes. {folder} goes with all copies, logs and reports, its keys and tokens leave the keyring, and the change feed in Airtable ends. Nothing brings it back; what was not sent is lost. The team's records in Airtable stay. Type “{removal_words}” if that is meant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/safety.py" />
            <source>Recovery key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/safety.py" />
            <source>Type the recovery key back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/safety.py" />
            <source>Type it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/safety.py" />
            <source>I have it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/safety.py" />
            <source>Remove everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/safety.py" />
            <source>Type {removal_words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/shortcut_list.py" />
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/shortcut_list.py" />
            <source>Click keys to change them. Single letters work while a list has the focus, never while you type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/shortcut_list.py" />
            <source>Reset all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/similar_card.py" />
            <source>Perhaps you have this one already: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/similar_card.py" />
            <source>Open {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/similar_card.py" />
            <source>Perhaps you have this one already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/similar_card.py" />
            <source>you can still add it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/similar_card.py" />
            <source>never contacted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>Working days a card may stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>Limits and rules of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>Cards at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>Save for the team</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>no limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>Changed the rules of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>{name}: “{text}” is not a whole number from 1 to {most}. Leave it empty for no limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>More cards, and cards that stay longer, are marked. Empty means no limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>Needed before a card comes in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/stage_rules.py" />
            <source>Who moves a card without these is asked for them. What happens by itself, or in Airtable, is not held up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>Status and LTV of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>LTV amount</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>No change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>LTV by hand is {now}. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>There is no LTV by hand yet. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>With the new status Customer the amount is added to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>The amount takes its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>Customer status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>LTV amount, 0 to 10,000</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>status {choice}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/dialogs/status_sheet.py" />
            <source>LTV {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/edit_keys.py" />
            <source>keep {old}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/edit_keys.py" />
            <source>keep it empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/edit_keys.py" />
            <source>leave, the draft is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/edit_keys.py" />
            <source>save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/edit_keys.py" />
            <source>the old value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/field_edit.py" />
            <source>{title} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/field_edit.py" />
            <source>Write “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/field_edit.py" />
            <source>What you typed before and did not save is here again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/saving.py" />
            <source>Changed elsewhere to {words} while you were writing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/saving.py" />
            <source>{who} changed it to {theirs} while you were writing. Save again to put yours in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/saving.py" />
            <source>{name} was deleted meanwhile. Copy what you need; it cannot be saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/words.py" />
            <source>{title} of {name} was not saved: {why} You had written “{typed}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/words.py" />
            <source>Empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/editing/words.py" />
            <source>you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/guide/reader.py" />
            <source>The guide's text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/guide/text.py" />
            <source>Your day with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/guide/text.py" />
            <source>![The prospect list](resources/pictures/prospects-light.png)

</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/guide/window.py" />
            <source>Journeydesk help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/guide/window.py" />
            <source>Find in the guide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/guide/window.py" />
            <source>Contents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/guide/window.py" />
            <source>{count} place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/guide/window.py" />
            <source>{count} places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/guide/window.py" />
            <source>This page is missing from the installation ({strerror}). Install Journeydesk again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Columns and views</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Today and tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Editing a field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Log form and call session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Conflict review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Possible duplicates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Search and commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Lists and fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Show prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Show kanban</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Show alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Show reports</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Show today's list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Import a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Log a call: find the prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Brief before a call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Call session with this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Tasks of the prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Set follow-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Set stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Assign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Add a filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Copy e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Copy the rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Export this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Previous prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Open the prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Edit the cell, or the field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Cell to the left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Cell to the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Change fields of all selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Select</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Select downwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Select upwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Select all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>First prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Last prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Clear the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Column further to the left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Column further to the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Column to the left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Column to the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Card above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Card below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Move a stage back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Move a stage on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Lane above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Lane below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Lift and drop the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Lanes on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Cancel the drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Previous alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Do what the alert recommends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Acknowledge the alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Mark the alert as actioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>The same with a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Snooze the alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Log a call about the alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Why the alert fired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Mute the alert's rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Open the alert's prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Filter and group alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Back to one alert, or to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Previous period</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next period</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>This week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Choose a period</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Cohort or period</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Export as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Preview of the pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Copy the chart's table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Copy the chart as a picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Edit a measure's must and target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>A chart's figures as a table, or back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Previous line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Finish, or take it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Postpone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>New task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Edit the task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Delete the task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Clear the selection, or go back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Save the field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Save, then the next field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Save, then the field before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Save a long text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Keep the old value; of a long text the draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Discard the draft of a long text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Outcome, in the empty note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Call, meeting, e-mail, demo, note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Save the log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Back to the list, the draft is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Take the outcome back, in the empty note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Dial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Back to the one before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Log, then the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Back to the list at the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Take mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Take theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Take what has the keyboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Edit the result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Mine for all fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Theirs for all fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Go to mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Go to theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Previous field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Previous record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Previous change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Send the change now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Hold the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Drop the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Copy the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Show the prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Accept what is likely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Back a step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next wrong cell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Wrong cell before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>The row is who is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>The row is somebody new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Cancel the import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Undo a fix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Previous pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>The same, merge later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Different</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Merge into one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Take the left value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Take the right value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>All left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>All right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Next milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Previous milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Move the milestone a week back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Move the milestone a week on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>A tenth less of it is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>A tenth more of it is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Finish the milestone, or take it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Move the milestone to a date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Add a milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Edit the milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Delete the milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Note what was agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Roadmap or list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Export the review as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Back to the prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Log a call with who is chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Open who may be the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>More fields of a new prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Do the main action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>A page up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>A page down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>To the first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>To the last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Choose, or let go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Leave as it was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/keys/actions.py" />
            <source>Choose by number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/main_window.py" />
            <source>{title} – Journeydesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/notifications/checking.py" />
            <source>This desktop has no notification service and no tray that shows messages. The count at the bell is true all the same; on Linux install a notification daemon, like dunst.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/notifications/checking.py" />
            <source>{service} answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/notifications/checking.py" />
            <source>The tray shows messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/notifications/desk.py" />
            <source>Alert acknowledged from its notification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/notifications/desk.py" />
            <source>Alert snoozed for an hour from its notification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/notifications/desktop.py" />
            <source>Acknowledge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/notifications/desktop.py" />
            <source>Snooze 1 h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/notifications/outlet.py" />
            <source>session bus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/notifications/session_bus.py" />
            <source>unix:path={get}/bus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/reaching.py" />
            <source>No program on this computer makes calls.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/reaching.py" />
            <source>There is no telephone number yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/reaching.py" />
            <source>Copy the number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/reaching.py" />
            <source>No program on this computer writes e-mail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/reaching.py" />
            <source>There is no e-mail address yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/reaching.py" />
            <source>Copy the address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/desk.py" />
            <source>Receives at {address}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/desk.py" />
            <source>The receiver could not be started.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/desk.py" />
            <source>The receiver ended by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/opening.py" />
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/opening.py" />
            <source>Events in: {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Events in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>From the endpoint in Stripe’s dashboard; its events only say that something is new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Receive events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Go on when the window is closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Interface</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Sites</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Forms of these sites need no signature</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Host names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Proxies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>From your website, forms and automations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Interface and port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>127.0.0.1 is this computer alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>When the window is closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>On: it goes on receiving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Secret to sign with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>For whoever sends events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Token to read with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>For whoever asks where a customer stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Signing secret of Stripe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Stripe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Whose pages may post from a browser, like https://www.example.com</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Their forms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>On: applications, feedback and gates need no signature</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>By which it is called behind a proxy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Addresses whose word on the sender is taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Copy: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Replace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Replace: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>A new one is there to copy. The one before holds for another 7 days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Stripe’s signing secret is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>What others need</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Who may send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>kept; a new one takes its place in a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>Copied: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>{shown} and {count} older</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/receiving/settings_sheet.py" />
            <source>The port must be a whole number, like 8714.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/board.py" />
            <source>No command has these words or keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/board.py" />
            <source>All {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/board.py" />
            <source>Changed {changed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/board.py" />
            <source>Which keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>{cap} is “{words}” in {value}; both keep working.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>{cap} is “{words}”{others} here. {way}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>{words}: press the new keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>Press the new keys…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>Back to {first}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>Swap, and it gets the old keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>A row of digits stays whole: press others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>Press others…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>Swap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>This is a row of digits. Press a digit, with the keys held that shall go with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/capture.py" />
            <source>Keep {in_value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/row.py" />
            <source>, was {in_value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/row.py" />
            <source>{value}. Press to change the keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/row.py" />
            <source>was {in_value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/row.py" />
            <source>or</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/shortcuts/search.py" />
            <source>Find a command, or press its keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/acting.py" />
            <source>Task “{title}” added, alert marked as actioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/acting.py" />
            <source>Task “{title}” added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/action_card.py" />
            <source>Log e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/action_card.py" />
            <source>Add task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/action_card.py" />
            <source>Open prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/action_card.py" />
            <source>Open reports</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/action_card.py" />
            <source>Open integrations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/action_card.py" />
            <source>{words}: {title} (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/action_card.py" />
            <source>Write to {email}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/bulk_pane.py" />
            <source>Selected alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/bulk_pane.py" />
            <source>Acknowledge all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/bulk_pane.py" />
            <source>Mark all actioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/bulk_pane.py" />
            <source>Snooze all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/bulk_pane.py" />
            <source>Clear selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/bulk_pane.py" />
            <source>{count} alerts selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/bulk_pane.py" />
            <source>{count} prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/bulk_pane.py" />
            <source>{words} at stake</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/bulk_pane.py" />
            <source> a month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/evidence_list.py" />
            <source>What earned the points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>next, previous</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>acknowledge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>actioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>snooze</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>act</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>mute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>select</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/hints.py" />
            <source>filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/list_pane.py" />
            <source>Filter and group (F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/list_pane.py" />
            <source>{count} rule muted…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/list_pane.py" />
            <source>{count} rules muted…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/list_pane.py" />
            <source>{text} Opens what can be unmuted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/list_pane.py" />
            <source>, on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>{unmute} “{rule}” for all prospects and the whole team</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>&amp;Group by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>Any priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>Any owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>Any rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>Mute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>{unmute} “{rule}” for {company}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>Muted rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>Unmute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/menus.py" />
            <source>Unmute “{rule}” for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/pane_buttons.py" />
            <source>Mark actioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/pane_buttons.py" />
            <source>Call logged…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/pane_buttons.py" />
            <source>{label} adds a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/pane_header.py" />
            <source>Fired {day} · rule “{rule_name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/reading_pane.py" />
            <source>This alert is {status}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/reading_pane.py" />
            <source>Audit history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/reading_pane.py" />
            <source>What it saw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/reading_pane.py" />
            <source>Why it fired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/right_side.py" />
            <source>Choose an alert to read it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/side_column.py" />
            <source>Other alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/side_column.py" />
            <source>Copy {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/side_column.py" />
            <source>{count} in 90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/side_column.py" />
            <source>First seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>Until it &amp;pays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>Until it &amp;replies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>Until it changes &amp;stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>next week 9:00</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>&amp;1 hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>&amp;Tomorrow 09:00</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>Next &amp;week, {local} {day} 09:00</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>1 hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>tomorrow 9:00</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>The alert expires before that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>An alert of the whole team waits for no prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>A &amp;date…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/snooze_menu.py" />
            <source>Wake &amp;now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/status_tabs.py" />
            <source>State of the alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/tab.py" />
            <source>{pending} pending · {unread_count} unread</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/tab.py" />
            <source>That alert is no longer there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/task_sheet.py" />
            <source>fri 14:30, 3d, next month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/task_sheet.py" />
            <source>Due {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/task_sheet.py" />
            <source>What to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>Until {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>“{rule}” is {muted} for {whom}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>marked as actioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>snoozed until {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>snoozed until it {event}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>Snooze until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>{words}; it expires before that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>awake again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>Mark actioned with a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>What was done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>this prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>muted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>no longer muted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>This alert is {status} already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/triage.py" />
            <source>Nothing to do here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/view.py" />
            <source>Nothing pending. New alerts come by themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/view.py" />
            <source>No acknowledged alerts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/view.py" />
            <source>Nothing has been actioned yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/view.py" />
            <source>Nothing has expired.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/view.py" />
            <source>No alert matches the filter. Clear it to see all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/view.py" />
            <source>The newest {shown} of {held}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_card.py" />
            <source>Rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_card.py" />
            <source>Recorded stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_card.py" />
            <source>Points say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_card.py" />
            <source>Gap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_card.py" />
            <source>{count} stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_card.py" />
            <source>{count} stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_card.py" />
            <source>Points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_card.py" />
            <source>Stood at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_words.py" />
            <source>Rule settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_words.py" />
            <source>Mute (M)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_words.py" />
            <source>Why: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_words.py" />
            <source>Settings of the rule {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_words.py" />
            <source>This rule is muted for {muted}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/alerts/why_words.py" />
            <source>Unmute (M)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>Fields of both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>{name}: left {words}, right {words_2}, will be {will}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>{count} more is the same on both sides: {same}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>{count} more are the same on both sides: {same}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>Nothing else is filled in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>and money</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>added {day}, {key}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>Will be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>stays {key}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/grid.py" />
            <source>Both texts, one under the other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/page.py" />
            <source>Same, merge later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/page.py" />
            <source>Take apart again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/pair_list.py" />
            <source>merged by {actor}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/pair_list.py" />
            <source>{percent} % alike: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/pair_list.py" />
            <source>Pairs that look alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/pair_list.py" />
            <source>{score}{one} {first} and {other} {second}. {reasons}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/pair_list.py" />
            <source>alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/reasons.py" />
            <source>but {each}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>{row} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>{one} and {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>{name} and {name_2} {tail}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>Looking for prospects that are there twice…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>Nobody looks like {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>Ask again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>Both records can be taken apart again until {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>wait to be merged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>are different</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>are asked about again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>{name} and {survivor_name} are two again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>left, right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>different</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>merge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>{other} was merged into {one}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/tab.py" />
            <source>Both can be had back as they were until {day}. What was done since stays with {one}; what Airtable has changed since asks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/words.py" />
            <source>No two prospects look alike. New pairs come here by themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/words.py" />
            <source>Nothing waits to be merged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/words.py" />
            <source>Nothing was said to be different.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/words.py" />
            <source>Nothing was merged within 30 days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/words.py" />
            <source>{amount} paid, {customers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/words.py" />
            <source>To decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/words.py" />
            <source>To merge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/words.py" />
            <source>, last {last_touch_type}, {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/duplicates/words.py" />
            <source>, in order of time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/bucket_tabs.py" />
            <source>add up to the {rows} rows of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/chips.py" />
            <source>Read as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/chips.py" />
            <source>Columns by </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/chips.py" />
            <source>one column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/chips.py" />
            <source>can be read in two ways: look at these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/chips.py" />
            <source>all found; click to change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>Application ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>Field of {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>{part} of the contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>Owner of new prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>Same prospect when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>An empty cell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>{matched} of {count} matched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>Owner of new ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>{name} is the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>nothing in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>keeps what is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>clears what is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/columns.py" />
            <source>Key, e-mail, phone or names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/model.py" />
            <source>Row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/offer_bar.py" />
            <source>Read as empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/offer_bar.py" />
            <source>{rows} rows say “{text}” as {field}. Read it as empty in all of them?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/page.py" />
            <source>Another file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/page.py" />
            <source>Save failed rows…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/page.py" />
            <source>Nothing is written before Import. {label} takes all of it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/page.py" />
            <source>All the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/page.py" />
            <source>Create all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/page.py" />
            <source>Nothing to import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/page.py" />
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/pause.py" />
            <source>Choose a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/pause.py" />
            <source>{label} stops it; nothing is changed then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/pause.py" />
            <source>Stopped. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/pause.py" />
            <source>{done} of {of} rows. {label} stops it; nothing is changed then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>Drop a CSV, XLSX, ODS or vCard file on the window, or choose one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>Reading {name}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>{count} rows · {count_2} columns · {size}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>Save failed rows ({left})…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>Importing {name}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>Save failed rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>CSV (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>Would clear {cleared}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>Stopped; nothing was brought in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>next wrong cell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>same, new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>undo a fix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/tab.py" />
            <source>cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/table.py" />
            <source>Rows of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>Fixed: will be created</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>Fixed: will be updated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>Fixed: the same as what is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>Fixed: may be a duplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>{words}{words_2} from {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>{count} rows saved as {name}, each with what is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>The same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>Possible duplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>comma ,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>semicolon ;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>bar |</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>caret ^</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>comma 1.234,50</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>point 1,234.50</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>Import: {parts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>{count} bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>Click a marked cell and type. A row that is right moves to its tab when you leave this list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>{same}: the row is who is there, and updates them. {new}: somebody new. Undecided rows are left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>create {created}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>update {updated}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>created {created}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>updated {updated}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>{count} KB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/importing/words.py" />
            <source>{count} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/acts.py" />
            <source>Follow-up of {whom}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/acts.py" />
            <source>Follow-up of {whom}: {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/acts.py" />
            <source>Copied {email}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/acts.py" />
            <source>{whom} has no e-mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/board_bar.py" />
            <source>Owner: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/board_bar.py" />
            <source>Score: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/board_bar.py" />
            <source>Sort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/board_bar.py" />
            <source>Sort: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/board_bar.py" />
            <source>Swimlanes by owner (G)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/board_bar.py" />
            <source>Swimlanes by owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/board_bar.py" />
            <source>everyone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/board_bar.py" />
            <source>{least} or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/column_header.py" />
            <source>More about {full_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/column_pane.py" />
            <source>Cards in {number} {full_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/column_view.py" />
            <source>No cards. Drop one here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/key_words.py" />
            <source>move stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/key_words.py" />
            <source>column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/key_words.py" />
            <source>card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/key_words.py" />
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/key_words.py" />
            <source>log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/key_words.py" />
            <source>cancel drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/key_words.py" />
            <source>lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/key_words.py" />
            <source>lanes on/off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_header.py" />
            <source>, {overdue} overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_header.py" />
            <source>, {over_limit} over limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_header.py" />
            <source>Lane of {owner}, {count} cards, {amount}{wrong}, {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_header.py" />
            <source>No owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_header.py" />
            <source>{count} open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_header.py" />
            <source>{overdue} overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_header.py" />
            <source>Fold this lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_header.py" />
            <source>Open this lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_header.py" />
            <source>{over_limit} over limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_row.py" />
            <source>+{hidden} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/lane_row.py" />
            <source>Show {more_cards} more of {hidden} cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/menus.py" />
            <source>Move to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/menus.py" />
            <source>Give to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/menus.py" />
            <source>Set follow-up…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/menus.py" />
            <source>Sort all columns by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/menus.py" />
            <source>Only cards over their limit of days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/menus.py" />
            <source>Limits and rules of this stage…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/menus.py" />
            <source>Log a call…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/menus.py" />
            <source>Show {count} in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>; {room} more than its limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>moved to {stage} {short}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>given to {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>{count} cards </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>Move {cards}to {stage} {short}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>needs {lacks}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>{count} more than its limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>asks for a reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>give to {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>Give to {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>{count} point short of the rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/move_rules.py" />
            <source>{count} points short of the rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/needs.py" />
            <source>fri, 3d, 22 May</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/needs.py" />
            <source>What the stage needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/needs.py" />
            <source>Fill in and move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/needs.py" />
            <source>One value for all that lack it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/needs.py" />
            <source>{name}: the stage needs it. Fill it in, or keep the card where it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/over_board.py" />
            <source>Keep it here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/reason.py" />
            <source>Reason for the move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/reason.py" />
            <source>Move card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/reason.py" />
            <source>Why? Goes into the history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/reason.py" />
            <source>Write a word about why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/shown.py" />
            <source>alert and follow-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/shown.py" />
            <source>highest value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/shown.py" />
            <source>highest score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/shown.py" />
            <source>longest in stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/kanban/tab.py" />
            <source>{number} {short} needs more of {whom}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/head.py" />
            <source>Add milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/head.py" />
            <source>Export PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/head.py" />
            <source>stage {number}, {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/head.py" />
            <source>Planning review · {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/head.py" />
            <source>Exporting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/milestone_sheet.py" />
            <source>29 may, in 3 weeks, fri 10:00</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/milestone_sheet.py" />
            <source>empty for what happens on one day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/milestone_sheet.py" />
            <source>0 to 100 %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/milestone_sheet.py" />
            <source>Edit milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/milestone_sheet.py" />
            <source>New milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/notes.py" />
            <source>What was agreed? It is saved as a note on the prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/notes.py" />
            <source>Nothing was agreed yet. What you write below is printed with the review.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/notes.py" />
            <source>{count} note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/notes.py" />
            <source>{count} notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/notes.py" />
            <source>{count}, printed with the review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/page.py" />
            <source>Roadmap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/page.py" />
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/page.py" />
            <source>View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/page.py" />
            <source>Move date…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/page.py" />
            <source>Mark done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/page.py" />
            <source>This prospect is no longer there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/picture.py" />
            <source>No milestones yet. N adds the first, with its date and owner.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/picture.py" />
            <source>without a title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/roadmap.py" />
            <source>{place} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/roadmap.py" />
            <source>{start} to {end}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/side.py" />
            <source>Usage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/side.py" />
            <source>Money</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/side.py" />
            <source>API calls a week, in whole ISO weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/side.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/side.py" />
            <source>Print {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/side.py" />
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/side.py" />
            <source>Open {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/side.py" />
            <source>This stage calls for none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>Milestones sync as tasks of kind Roadmap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>Move “{title}” to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>Move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>Noted for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>{file} saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>Reopen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>Nothing is ticked to be printed. Tick at least one part under Export.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>move a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/tab.py" />
            <source>back to the prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/usage_chart.py" />
            <source>Week {week}: {calls}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/planning/words.py" />
            <source>{title} starts {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>{name} to {name_2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>{name} set to {number} {short}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Assign {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Assign to “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Assigned {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Assign {words}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>{name} stage of {name_2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Set {name} to {number} {short}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Follow-up of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Follow-up of {name} set to {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Set the follow-up of {name} to {day}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>selected in “{view_name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>It is one step: undo takes all of it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>{kind} with {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Export {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Sync deletes it in Airtable as well. Undo brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Sync deletes them in Airtable as well. Undo brings them back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Delete {name}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Deleted {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>{count} addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Copied {words} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Change {titles} of {name}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Change {many}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>Log this {kind} with {name}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>{count} prospects written to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>{name} has no e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/acting.py" />
            <source>None of them has an e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source> est. revenue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>A</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>S</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>D</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>N</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>Export CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>Change fields…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>More actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>All selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_bar.py" />
            <source>{count} selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_work.py" />
            <source>Changing the selected prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_work.py" />
            <source>Another change of many prospects is still under way. Wait for it, or cancel it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/bulk_work.py" />
            <source>{done} of {every} changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/cell_editing.py" />
            <source>{title} is a field of the base that is only shown here. Change it in Airtable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/cell_editing.py" />
            <source>{name} is no longer in this view.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_lines.py" />
            <source>sorted ↓</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_lines.py" />
            <source>sorted ↑</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_lines.py" />
            <source>Shown, in this order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_lines.py" />
            <source>Not shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_lines.py" />
            <source>No column is called so</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_lines.py" />
            <source>no room</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_lines.py" />
            <source>not shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_pane.py" />
            <source>Find a column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_pane.py" />
            <source>Reset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/column_pane.py" />
            <source>For “{view}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/copying.py" />
            <source>&lt;meta charset="utf-8"&gt;&lt;table&gt;&lt;tr&gt;{head}&lt;/tr&gt;{body}&lt;/table&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/copying.py" />
            <source>&lt;th&gt;{escape}&lt;/th&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/copying.py" />
            <source>Last interaction on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/copying.py" />
            <source>&lt;/tr&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/copying.py" />
            <source>&lt;tr&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/copying.py" />
            <source>&lt;td&gt;{escape}&lt;/td&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_line.py" />
            <source>from LinkedIn, not called for 2 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_line.py" />
            <source>Search every text for {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_line.py" />
            <source>not understood as a filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_line.py" />
            <source>Filter in plain words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_line.py" />
            <source>What is understood, and columns to filter by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_line.py" />
            <source>choose values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_pane.py" />
            <source>Filter by {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_pane.py" />
            <source>Column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_pane.py" />
            <source>Comparison</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_pane.py" />
            <source>Remove this filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_pane.py" />
            <source>{after} of {before}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>this month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>2 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>3 months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>today that is {spans}; it moves along</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>{first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>Find {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>{bound} {with_weekday}; it moves along with today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>Type a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>next Friday, 2 weeks ago, 22 May</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>{sign}2,500 or 50k</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_parts.py" />
            <source>and</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filter_words.py" />
            <source>Not {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filters.py" />
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filters.py" />
            <source>Save view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filters.py" />
            <source>{count} more filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filters.py" />
            <source>{count} more filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filters.py" />
            <source>Clear all filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filters.py" />
            <source>{shown} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/filters.py" />
            <source>9 more filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>No prospects yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>This workspace is new. Choose how to start; you can do the others later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>You can start offline. Airtable and Stripe can be connected at any time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>connect Airtable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>new prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>CSV, Excel or contacts; you check before saving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>An invented team; closing its window removes it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>Bring in the prospects your team already has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>Import a list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>Choose file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>Add the first prospect by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>A company name is enough</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>Look around with sample data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>Open samples</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>A copy of a workspace you had</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/first_steps.py" />
            <source>Choose copy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Log call…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Write e-mail…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Copy rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Find duplicates…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Somebody else…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Columns…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Rename…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Save what is shown to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Save to “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Save as a new view…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Back to “{name}” as it is saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Name of the view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Rename “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Change…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Only this filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Copy in words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Copied “{words}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>{name} (you)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Filter by {title}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Move to the left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Move to the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>As wide as its words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Airtable’s own field: not sorted here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Sort upwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Sort downwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Sort by it within</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Reset to how it came</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Bring back {gone}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Saved the view {split}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>Renamed the view {name} to {split}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/menus.py" />
            <source>⇧ click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/selection.py" />
            <source>{amount} est. revenue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/showing_views.py" />
            <source>this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/showing_views.py" />
            <source>a filtered list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/showing_views.py" />
            <source>The list cannot be sorted by {title}, which is kept for Airtable only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/showing_views.py" />
            <source>all selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/standing.py" />
            <source>{name} is no longer in this view and stays open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/standing.py" />
            <source>{name} is no longer in this view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/standing.py" />
            <source>{left} left this view and is no longer selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/standing.py" />
            <source>{prospects} left this view and are no longer selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/tab.py" />
            <source>An e-mail is written to one prospect at a time; {name} are selected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/tab.py" />
            <source>Copied {name}, {count} columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/value_list.py" />
            <source>Values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/value_list.py" />
            <source>not chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/view_chips.py" />
            <source>One line a row, or two</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/view_chips.py" />
            <source>{folded} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/view_chips.py" />
            <source>{folded} more views</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/words.py" />
            <source>No prospects match. Clear a filter to see more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/words.py" />
            <source>move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/words.py" />
            <source>edit cell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/words.py" />
            <source>save, stay in column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/prospects/words.py" />
            <source>keep the old value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/chart.py" />
            <source>Show the chart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/chart.py" />
            <source>Show as table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/chart.py" />
            <source>Copy as table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/chart.py" />
            <source>Copy as picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/funnel.py" />
            <source>{number} {name}: {count} reached it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/funnel.py" />
            <source>{rate} · largest loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/ranges.py" />
            <source>{number} {name}: median {median} d{half}{limit}{over}, {sample} stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/ranges.py" />
            <source>{number} {name}: nobody has left it yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/ranges.py" />
            <source>, limit {limit} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/ranges.py" />
            <source>, no limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/ranges.py" />
            <source>, the slowest quarter is over it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/ranges.py" />
            <source>, middle half {lower} to {upper} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/ranges.py" />
            <source>limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/ranges.py" />
            <source>slowest quarter over limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/charts/ranges.py" />
            <source>over limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/head.py" />
            <source>Whose figures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/head.py" />
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/head.py" />
            <source>Preview ({label})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/head.py" />
            <source>PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/options_bar.py" />
            <source>Cohort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/options_bar.py" />
            <source>Period</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/options_bar.py" />
            <source>Who is counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/period_menu.py" />
            <source>Week {number} · {begins}–{ends} {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/period_menu.py" />
            <source>{year}, quarter {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/picker.py" />
            <source>Reports</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/picker.py" />
            <source>Exported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/picker.py" />
            <source>Open {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>Letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>Print preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>Previous page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>Next page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>Summary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>as of {without_year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>{count} local change included</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>{count} local changes included</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>No pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>Page {place} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/preview.py" />
            <source>Data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>Computed from the local copy · works offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>Previous {noun} ([)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>Next {noun} (])</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>This {noun}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>{name} saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>{words}{words_2} has not begun yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>{name} is no longer in {parent}. Export it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>previous, next period</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>this {noun}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>export PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tab.py" />
            <source>print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tile.py" />
            <source>Show the prospects behind this figure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/reports/tile.py" />
            <source>· target {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/automation_row.py" />
            <source>{name}: on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/automation_row.py" />
            <source>{when}: on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/automation_row.py" />
            <source>On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/automation_row.py" />
            <source>, last {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>All rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Shows what would have happened in the month, by the settings of now; changes nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Which rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Month before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Month after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Trying the rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>dry run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>{words}: open the prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>The dry run was stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Nothing for these: {quiet}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>Each of them would have done something.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/dry_run_card.py" />
            <source>and {runs} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>Small jobs Journeydesk does by itself. Each is written down and can be undone; none sends anything to a customer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>Switched “{short}” {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>Tier that a checkout grants where it names none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>Changed the tasks of “{short}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>Changed which stages call for a planning review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>Leave alone what is older than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>Rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>Try a rule on the past</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>What it did</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>number of days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>The {what}: give {allowed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>A checkout grants {tier}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/page.py" />
            <source>Tasks of “{short}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/planned_tasks.py" />
            <source>Add a task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/planned_tasks.py" />
            <source>Add a task to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/planned_tasks.py" />
            <source>Back to default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/planned_tasks.py" />
            <source>Back to default: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/planned_tasks.py" />
            <source>Title of task {place} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/planned_tasks.py" />
            <source>Due after, working days: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/planned_tasks.py" />
            <source>Remove the task {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/planned_tasks.py" />
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/planned_tasks.py" />
            <source>Due after, working days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>Make {count} {kind} task for the owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>Make {count} {kind} tasks for the owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>no stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>due at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>due the next working day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>due in {days} working days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>When a new prospect scores over {assign_above}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>When a customer reaches {stages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>When usage grows by {usage_up} in a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>When a prospect does not answer for {no_answer_days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>Give it to the rep with the fewest open prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>Grant the plan at once ({tier} where none is named)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>Make a check-in task for the owner, {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/rule_words.py" />
            <source>Make a follow-up task and draft an e-mail; nothing is sent by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/run_log.py" />
            <source>Show older ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/run_log.py" />
            <source>Nothing happened by itself yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/run_log.py" />
            <source>{words}: open {company}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/run_log.py" />
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/run_log.py" />
            <source>Take back: {rule}, {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/run_log.py" />
            <source>taken back {touch_day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/automation/stage_numbers.py" />
            <source>Reaching one of these stages calls for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/changes_sheet.py" />
            <source>{title}: last changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/changes_sheet.py" />
            <source>The last changes, newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/changes_sheet.py" />
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/changes_sheet.py" />
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/changes_sheet.py" />
            <source>Nothing was changed here; every value is the shipped one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/changes_sheet.py" />
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Journeydesk, a sales tool that works with or without a network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Room on the disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Fonts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>What’s new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Open log folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Copy details for support</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>When something is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>No names, notes or keys are in either</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Is everything well?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Check this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Database, disk, keyring, fonts, Airtable: some seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Made of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Checking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>MIT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>{failed} of {count} {verb} something</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>Everything is well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/about.py" />
            <source>needs something</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>Two lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>One line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>How the window looks on this computer. Theme and rows change at once, the text with the next start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>Light, dark, or as the system has it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>Rows of the prospect list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>Rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>Of the prospect list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>Text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/appearance.py" />
            <source>Of everything in the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Who works at this computer, and how the window behaves. The team’s own values are on the pages below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Stay in the tray</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Set by JOURNEYDESK_ACTOR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Stands beside what you log and change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>The same for everybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Workspace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>On this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Language and times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>System</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Set by {variable}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Of the window, from its next start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Time zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Weeks and months follow the team’s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Totals are shown in the team’s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>In the tray it goes on to sync and to tell of alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Theme, rows and text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Change on the page {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>{team_name} · {prospect_total} prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Numbers and days are written like {sample}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>{city}, now {now}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>one line a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>two lines a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>{theme} · {rows} · text {text_size} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>From now on what you do is by {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>This desktop has no tray</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/shortcuts.py" />
            <source>Click keys to change them, on this computer. Single letters work while a list has the focus, never while you type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/shortcuts.py" />
            <source>Shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Everything is on this computer; sync brings it in step with the team.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Every minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Every 5 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Every 15 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Every 30 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Every hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Details…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Work offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Nothing is sent or read until you switch it off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>How often</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Less often near the end of the month’s calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Says how many calls a month there are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Storage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Back up now…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Restore…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>One a day, the newest 14 are kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Remove everything…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Database, copies, logs and keys of this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source> of {quota}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>{calls_month}{of} calls this month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>{folder} · {size} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Opens this workspace and its copies anywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Written down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>Not written down yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/sync.py" />
            <source>copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/evaluation_bar.py" />
            <source>Looking at everybody by the new settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/evaluation_bar.py" />
            <source>Cancel the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/evaluation_bar.py" />
            <source>Scores, alerts and stages by the new settings: {every} of {every_2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/field.py" />
            <source>default {default}{unit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/field.py" />
            <source>not the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/field.py" />
            <source>Back to default: {accessiblename}, {default}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/checks.py" />
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/checks.py" />
            <source>passed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/checks.py" />
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/marks.py" />
            <source>not working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/page.py" />
            <source>What Journeydesk talks to. Everything you do is saved on this computer first, so a failing service never blocks your work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/page.py" />
            <source>Keys and passwords are kept in the system keychain, never in the database, logs or exports.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/page.py" />
            <source>Service and what it is for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/page.py" />
            <source>Last success</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/page.py" />
            <source>Counts as working when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/page.py" />
            <source>Check all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/page.py" />
            <source>{at} UTC {passed} {took} s {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/page.py" />
            <source>Copied the last checks of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/page.py" />
            <source>Integrations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>{times} failed since {since}. {problem} What you do is saved here meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>Set up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>1 check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>{failed} checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>Test…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>Settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>Check now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>{name} passed its last check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>Enter the key anew…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/integrations/service_row.py" />
            <source>Set up again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/draft.py" />
            <source>{count} changes of the journeys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>An application arrives</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>An application is reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>An application is accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>An application is rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>The beta is activated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They ask for a demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They read the documentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They make an API key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>Their first API call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They open a support ticket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They click a CTA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They click a link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They view a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They open an e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>We send an e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They answer an e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They send a form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They send an inquiry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They see a gated page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They pass a gate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They look at an upgrade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They leave a cart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They buy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They complete a checkout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>A payment succeeds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>A payment fails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They leave a review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They refer somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They start the assessment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They complete the assessment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>An automation scenario starts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>An automation scenario succeeds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>An automation scenario fails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>Content is made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>Making content fails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>A record is stored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>Access is granted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/event_words.py" />
            <source>They log in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Rename “{journey}” to “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Add the stage “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Rename “{stage}” to “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>“{stage}” from {points} points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>“{stage}” {ends} the journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Join “{stage}” into “{into}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Reorder the journeys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>order of journeys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Remove the journey “{journey}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>points {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Mark “{stage}” after {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Never mark “{stage}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>days {stage}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>end {stage}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Reorder {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>order of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>move {event} {journey}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>Back to the shipped journeys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>“{text}” is no number of points. Give a whole number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>“{text}” is no number of days. Give 1 to {most}, or nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>ends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>no longer ends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>to “{stage}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/gestures.py" />
            <source>does not move {journey}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/journey_list.py" />
            <source>{name}, {count} stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/journey_list.py" />
            <source>Remove the journey {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/journey_list.py" />
            <source>Move up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/journey_list.py" />
            <source>Move down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/journey_list.py" />
            <source>Points and alerts stand on the first journey. Rename it, or its stages.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/journey_list.py" />
            <source>Points and alerts stand on the first journey; it stays the first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/moves_table.py" />
            <source>does not move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/moves_table.py" />
            <source>{words} moves to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/moves_table.py" />
            <source>Add an event that moves this journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/moves_table.py" />
            <source>Add an event…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/moves_table.py" />
            <source>When this happens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/moves_table.py" />
            <source>it moves to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/new_journey.py" />
            <source>New journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/new_journey.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/new_journey.py" />
            <source>Stages, one a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/new_journey.py" />
            <source>Add journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/new_journey.py" />
            <source>Stages, one a line, in their order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/new_journey.py" />
            <source>Add the journey “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>The ways in which you speak of progress. Nothing changes for anybody before you save; a preview first says who moves. The log keeps the names of its day, so a renamed stage is still found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>Events that move nothing and raise nothing stay on the computer that took them in. The team shares</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>Preview and save…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>Add journey…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>Name of the journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>What moves it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>CTAs move it too, by their points: see Scoring.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>Of other events the team shares</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>Name of a new stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>Add stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>The journeys were changed elsewhere; your changes no longer fit and were left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/page.py" />
            <source>Of other events {how} are shared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>Who moves?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>Who would move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>Looking at everybody…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>Looking at everybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>The preview is not ready yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>One step; {label} takes all of it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>{count} in {journey}: from {before} to {after}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>·  and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>Keep editing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>The preview was closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>Looking at everybody… {every} of {every_2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>{count} in {journey}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/preview_sheet.py" />
            <source>not in the journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/save_bar.py" />
            <source>{count} change not saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/save_bar.py" />
            <source>{count} changes not saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/save_bar.py" />
            <source>Changes not saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/save_bar.py" />
            <source>Take back: {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>From points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>Limit, working days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>Ends it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>Here now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>A card that stays longer is marked on the board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>{name} ends the journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>Remove the stage {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>{prospects} here: go to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>Nobody stands here. Events that lead here go to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>from points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>marked after working days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>A journey needs at least one stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>The first stage begins with 0 points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/journeys/stage_table.py" />
            <source>New: nobody can stand here before it is saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>Leave unlinked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>Leave {title} unlinked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>Find the prospect of {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>Link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>Link {title} to {company}, {about}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>{company}: open the prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>Find another prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>Find its prospect by company, name or e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>no company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/customer_card.py" />
            <source>Nobody found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/facts.py" />
            <source>since {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/facts.py" />
            <source>nothing paid yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>Stripe is only read, never changed. Amounts in several currencies are added up only with your rates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>Your team’s currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>Who is this customer?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>Set the rate of {code} to {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>The team's currency is {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>Linked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>Left unlinked on this computer; it is listed below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>Asked again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>What customers paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>How money is counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>A late customer is lost after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>{left_count} left unlinked on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>Ask again about {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>{count} with an e-mail that several prospects have:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>, the newest {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>{unmatched_count} with an e-mail that no prospect has{more}:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/page.py" />
            <source>Every Stripe customer is a prospect, or was left unlinked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>Customers pay in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>Paid, after refunds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>What one is worth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>USD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>Rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>Add rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>{name} of another currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>without {missing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>LTV by hand {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>One {currency_name} is worth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>Take the rate of {currency} away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>One</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>is worth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>since {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>LTV by hand is of those whom Stripe does not know</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>Together, in {currency_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>left out of sums</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>Set by {actor}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/money/totals_card.py" />
            <source>your team’s currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/page.py" />
            <source>Last changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/page.py" />
            <source>Changed “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/page.py" />
            <source>“{name}” is back to its default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/company_list.py" />
            <source>One company a line. Case, punctuation and legal forms are forgiven.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/company_list.py" />
            <source>Fortune 500</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/company_list.py" />
            <source>Companies, one a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/company_list.py" />
            <source>Save list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/company_list.py" />
            <source>{count} companies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>An alert is raised once for each cause, on every computer alike, and goes by itself when its cause goes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>No rule has these words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>Quiet hours on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>Written like 22:00-07:00; urgent alerts still notify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>Find a rule by its name or what it does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>Find a rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>Which rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>{on} of {count} are on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>Quiet hours on this computer: {hours}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>No quiet hours on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/page.py" />
            <source>Changed the list of companies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/rule_row.py" />
            <source>{name}: numbers and more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/rule_row.py" />
            <source>{name}: notification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/rule_row.py" />
            <source>Notification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/rule_row.py" />
            <source>It goes when {clears}. It shows {shows}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/rule_row.py" />
            <source>Edit the list of companies…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/rule_row.py" />
            <source>Reps and who of them is active: Team</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/rule_row.py" />
            <source>off; on by default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/rule_row.py" />
            <source>normal ones never notify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/rules/rule_row.py" />
            <source>off; on by default. The alert is raised all the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/saving.py" />
            <source>Taken back: {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/saving.py" />
            <source>Stopped. The rest follows within a minute; {label} takes the change back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/saving.py" />
            <source>Ended by a newer change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/group_card.py" />
            <source>Back to default: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/group_card.py" />
            <source>Name of another CTA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/group_card.py" />
            <source>Add this CTA with 10 points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>The score is the sum of these, 50 at most; each prospect shows its reasons. Saving scores everybody again, as one step. A score set by hand stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>Qualified above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>Given to a rep above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>Hot above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>Changed the scoring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>CTAs, in journey points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>Limits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>CTA without points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>A CTA at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>Hand them back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>Save and score again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>; {scores} set by hand stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>; {scores} set by hand stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>Priority level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>Technical capability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>First answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>{count} of {every} scores is set by hand and will stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>{count} of {every} scores are set by hand and will stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/page.py" />
            <source>None of the {every} scores is set by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/point_rows.py" />
            <source>{about}: {name}, points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/point_rows.py" />
            <source>{about}: points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/point_rows.py" />
            <source>Remove {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/scores/point_rows.py" />
            <source>default {shipped}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/shapes.py" />
            <source>Give {from_value}{least} to {most}{unit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/shapes.py" />
            <source>Give {allowed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/shapes.py" />
            <source>a whole number from </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/tab.py" />
            <source>Settings pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/tab.py" />
            <source>This version does not know the rule “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/tab.py" />
            <source>page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/tab.py" />
            <source>into the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/tab.py" />
            <source>Integrations, {trouble} not working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>Working days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>Back to default: working days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>Holidays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>25 Dec 2026</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>Another holiday, like 25 Dec 2026</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>Add holiday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>{name} is a working day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>Remove the holiday {day_in}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>“{text}” is no day. Write it like 25 Dec 2026.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/days_card.py" />
            <source>ddd d MMM yyyy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/next_steps_card.py" />
            <source>Back to default: next steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/next_steps_card.py" />
            <source>After</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/next_steps_card.py" />
            <source>In working days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/next_steps_card.py" />
            <source>Next step after {outcome}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/next_steps_card.py" />
            <source>nothing is offered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/next_steps_card.py" />
            <source>In how many working days after {outcome}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>Who works here, and by which clock. Times, weeks and months follow the team's time zone, wherever somebody is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>New prospects a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>Applications a day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>From the first stage to the second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>Calls a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>To the first call, at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>“Close” is from this part of a target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>{mail}: give {allowed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>Changed what comes after “{outcome}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>Changed the working days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>The team's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>Reps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>A task without a time is due at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>What usually comes next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>Targets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>Give at least one working day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/page.py" />
            <source>Changed the holidays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Add rep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Name of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>E-mail of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>{name} is active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Only active reps are given prospects by themselves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Prospects keep their owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>{name} is {active}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Renamed {name} to {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Added the rep {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Name of another rep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>E-mail, if you like</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>No reps yet, so nobody is given prospects by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>They own prospects and are no reps yet. Press to add:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Removed {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Add {name}, who owns {prospects}, as a rep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>Open prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>no longer active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>{count} open prospect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/team/reps_card.py" />
            <source>{count} open prospects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/head.py" />
            <source>{count} without a next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/head.py" />
            <source>to come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>Nothing to do. Write a task below, or take the next prospects from the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>Today's list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>Finish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>today's list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>the list of {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>finish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>new task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>Nothing is kept of this prospect any more; the task can be finished, edited or deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>Begun, not logged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>Without a next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>Next {upcoming_days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/today/tab.py" />
            <source>Done today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/entry.py" />
            <source>New task and when: send the offer fri 14:30</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/entry.py" />
            <source>Until when? tomorrow, 3d, fri 14:30, next week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/entry.py" />
            <source>New task and when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/entry.py" />
            <source>Edit {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/entry.py" />
            <source>{count} lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/entry.py" />
            <source>Postpone {many}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/entry.py" />
            <source>{verb} (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/entry.py" />
            <source>{label_of_step} to {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/line_words.py" />
            <source>today{clock}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tasks/line_words.py" />
            <source>saved here, not sent yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/theme.py" />
            <source>Inter Variable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/theme.py" />
            <source>Noto Sans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/theme.py" />
            <source>DejaVu Sans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/chips.py" />
            <source>Filter: {whole}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/chips.py" />
            <source>{whole}
Click to change, the cross or Del removes it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/choosing/choice_list.py" />
            <source>Type to search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/choosing/choice_list.py" />
            <source>{name}: search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/choosing/choice_row.py" />
            <source>nothing chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/file_message.py" />
            <source>Show in folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/form_field.py" />
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/form_field.py" />
            <source>or type 3d, fri</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/labels.py" />
            <source>&lt;p style="white-space: pre-wrap"&gt;{escape}&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/message.py" />
            <source>Undo ({label})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/widgets/stage_chip.py" />
            <source>stage {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/arrivals.py" />
            <source>{file} is not there. Nothing was opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>Copy of the database (*.db)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>Lists (*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods *.vcf);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>Back up now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>Copying the workspace to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>The samples open in a window of their own in some seconds. Closing it removes them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>Choose one prospect: a planning review is of one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>You work offline. Everything is saved here and sent when you switch it off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>The logs are in {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>Copied for support: version, system and checks, without names or keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/deeds.py" />
            <source>Copied to {copy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/farewell.py" />
            <source>{count} change is saved here and will send next time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/farewell.py" />
            <source>{count} changes are saved here and will send next time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/farewell.py" />
            <source>Journeydesk is closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>Start again with text at {size} %?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>The size holds from the next start. What you typed is kept, and the window comes back as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>Start again in the language “{name}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>The language holds from the next start. What you typed is kept, and the window comes back as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>Start again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Review conflicts ({conflicts})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>New prospect…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Import a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Export this list…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Export report as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Print report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Restore a backup…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Cut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Filter the list…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Compact rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Move and select</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Sync details…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Connect Airtable…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Check integrations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Check this computer…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>About Journeydesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Undo “{step}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Redo “{again}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/entries.py" />
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/menu.py" />
            <source>menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/menu/menu.py" />
            <source>close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/pill.py" />
            <source>Sync details ({label})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/rail.py" />
            <source>{text}, {count} pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/sync_desk.py" />
            <source>{words}Local copy {size} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/sync_desk.py" />
            <source>{waiting} waiting · </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/sync_desk.py" />
            <source>The new token works</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/sync_desk.py" />
            <source>You work offline. Switch it off in the menu (Tools) or in Settings to sync.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/sync_desk.py" />
            <source>There is no conflict to review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/token_banner.py" />
            <source>Airtable no longer accepts the access token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/token_banner.py" />
            <source>It was revoked or has expired. You can keep working:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/token_banner.py" />
            <source>{safe} safe on this computer and {sent} sent after the fix.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/token_banner.py" />
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/token_banner.py" />
            <source>Paste new token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/token_banner.py" />
            <source>everything you do is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/token_banner.py" />
            <source>1 change is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/token_banner.py" />
            <source>{waiting} changes are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/top_bar.py" />
            <source>Search everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/top_bar.py" />
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/tray.py" />
            <source>Journeydesk goes on here: it syncs and tells of alerts. Quit from this menu, or change it in Settings, General.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/tray.py" />
            <source>Journeydesk – {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/undoing.py" />
            <source>Undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/undoing.py" />
            <source>There is nothing to undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/undoing.py" />
            <source>Done again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/undoing.py" />
            <source>There is nothing to do again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/undoing.py" />
            <source>A large change is being taken back or done again. Wait until it is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>Before {day}. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>{total_seconds} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>{total_seconds} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>until it {snoozed_for}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>until {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>{amount} a month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>expired {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>expires in {days} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>expires in {hours} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>expires in {total_seconds} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>owner {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>snoozed {sleep}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/alerts.py" />
            <source>unread</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>{sign}{major} M</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>{count} open · {amount} est. revenue{over}{only}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>{days}/{limit_days} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>1 card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source> of at most {card_limit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>, {count} over the limit of {days}{worth}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source> · {over} over the stage limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source> · only those over it are shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>score {score}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>{days} in stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>, {days} days late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>follow-up {card_day}{late}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>{alert} alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>has a conflict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>{count} card more than the limit of {card_limit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>{count} cards more than the limit of {card_limit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>, worth {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>{count} over the limit of {days} in this stage{worth}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/cards.py" />
            <source>, limit {limit_days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>UAE dirham</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Australian dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Brazilian real</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Canadian dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Swiss franc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Chinese yuan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Czech koruna</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Danish krone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Pound sterling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Hong Kong dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Hungarian forint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Israeli shekel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Indian rupee</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Icelandic króna</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Japanese yen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>South Korean won</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Kuwaiti dinar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Mexican peso</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Nigerian naira</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Norwegian krone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>New Zealand dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Polish złoty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Romanian leu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Saudi riyal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Swedish krona</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Singapore dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>Turkish lira</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>US dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/currencies.py" />
            <source>South African rand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/days.py" />
            <source>{total_seconds} min ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/days.py" />
            <source>{total_seconds} h ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/days.py" />
            <source>{days} d ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/figures.py" />
            <source>today {local}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/words/figures.py" />
            <source>yesterday {local}</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
