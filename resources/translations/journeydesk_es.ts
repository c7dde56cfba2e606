<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>Journeydesk</name>
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
            <source>Status</source>
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
            <location filename="../../journeydesk/reports/blocks/tiles.py" />
            <source>Measure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tiles.py" />
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tiles.py" />
            <source>Target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tiles.py" />
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/blocks/tiles.py" />
            <source>State</source>
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
            <location filename="../../journeydesk/reports/blocks/waterfall.py" />
            <source>Of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/catalogue.py" />
            <source>There is no report “{name}” yet. Available: {names}.</source>
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
            <source>week {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/report.py" />
            <source>{weekly} report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/reports/typesetting.py" />
            <source>The report could not be set: the typesetter ended. Try again.</source>
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
            <location filename="../../journeydesk/services/commands/board.py" />
            <source>nobody</source>
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
            <source>Last contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/alerts.py" />
            <source>Whole team</source>
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
            <source>none yet</source>
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
            <source>Alerts on this desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>This desktop can show a notification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Reports, exports and copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>A report can be written and read back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>{fields} fields matched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/services/queries/integrations.py" />
            <source>Restricted key, read only</source>
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
            <location filename="../../journeydesk/services/queries/next_steps.py" />
            <source>Next step</source>
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
            <source>The {name} report is {adjective}. Give a {noun} like {name_2} instead of {period}.</source>
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
            <source>Numbers and days are written like {sample}</source>
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
    </context>
</TS>
