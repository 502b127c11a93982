"""Pure functions from Thai text to values: digits, dates, units, agencies, numbers, statuses, people, grades.

Nothing here knows pages, tables or records."""
