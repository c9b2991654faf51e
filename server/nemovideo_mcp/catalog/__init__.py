"""Reads skills: SKILL.md files become frozen Skill values."""

from nemovideo_mcp.catalog.folders import install_folders, shipped_folder
from nemovideo_mcp.catalog.load import Catalog, Refusal, load
from nemovideo_mcp.catalog.platform import install_platform
from nemovideo_mcp.catalog.skill import Skill, SkillError

__all__ = [
    "Catalog",
    "Refusal",
    "Skill",
    "SkillError",
    "install_folders",
    "install_platform",
    "load",
    "shipped_folder",
]
