"""Tests of the studio's render room."""
