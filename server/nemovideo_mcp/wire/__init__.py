"""The words that go over HTTP; nothing but shapes lives here."""
