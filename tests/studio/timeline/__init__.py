"""Tests of studio/timeline."""
