"""The words of the page, one file a language: each has the names of `english`. Knows no page."""
