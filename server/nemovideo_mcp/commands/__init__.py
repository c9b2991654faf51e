"""Runs what the command line names, beside serving: demo, doctor, skills, route, studio, logout."""
