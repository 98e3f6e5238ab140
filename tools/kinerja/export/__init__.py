"""What other programs read: feeds, calendars, tables."""
