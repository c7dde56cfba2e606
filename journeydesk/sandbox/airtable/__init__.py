"""A stand-in for Airtable's Web API: what it is known to do, including what breaks a naive client."""
