"""Tests of the studio's media room."""
