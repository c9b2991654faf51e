"""Tests of the studio, through real HTTP on a started one."""
