"""The viewer's private calendar."""

from services.api.graphql.calendar_feed.end_calendar_feed import end_calendar_feed
from services.api.graphql.calendar_feed.make_calendar_feed import make_calendar_feed
from services.api.graphql.calendar_feed.query import calendar_feed, consultation_entry, meeting_entry

QUERIES = (calendar_feed, meeting_entry, consultation_entry)
MUTATIONS = (make_calendar_feed, end_calendar_feed)
