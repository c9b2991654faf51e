"""Tests of studio/agent."""
