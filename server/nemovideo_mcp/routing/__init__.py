"""Decides: a prompt becomes an ordered plan; pure and table-driven."""
