"""Edits of colour and sharpness: set an effect on clips or a range, take effects away."""

from collections.abc import Callable
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, changed, clip_index, require_clips, span
from nemovideo_mcp.studio.timeline.edits_cutting import split_at
from nemovideo_mcp.studio.timeline.model import Clip, Effect, EffectKind, Project, Treatment
from nemovideo_mcp.studio.timeline.remembered import Remembered
from nemovideo_mcp.studio.timeline.starts import placed

MOST: Final = 100
ONE_WAY: Final = frozenset(
    {EffectKind.BLACK_AND_WHITE, EffectKind.BLUR, EffectKind.SHARPEN, EffectKind.VIGNETTE}
)


class Treated(Edit):
    """What edits of a clip's picture share: the clips they are for (none: all of them), or a range of the film."""

    clips: tuple[str, ...] = ()
    start_ms: int | None = None
    end_ms: int | None = None

    def _treated(self, project: Project, change: Callable[[Treatment], Treatment]) -> Project:
        """The project with those clips' treatment changed; a range is cut free first."""
        require_clips(project)
        project, chosen = self._chosen(project)
        once = Remembered(change)
        clips = [self._changed(clip, once) if clip.id in chosen else clip for clip in project.clips]
        return changed(project, clips=tuple(clips))

    @staticmethod
    def _changed(clip: Clip, change: Callable[[Treatment], Treatment]) -> Clip:
        return clip.model_copy(update={"treatment": change(clip.treatment)})

    def _chosen(self, project: Project) -> tuple[Project, set[str]]:
        if self.start_ms is not None or self.end_ms is not None:
            start, end = span(project, self.start_ms or 0, self.end_ms)
            project = split_at(split_at(project, start), end)
            return project, {clip.id for clip, at in placed(project.clips) if start <= at < end}
        if self.clips:
            return project, {project.clips[clip_index(project, clip)].id for clip in self.clips}
        return project, {clip.id for clip in project.clips}


class SetEffect(Treated):
    """Set an effect to `amount` percent, or with `relative` to that much more (or less) than it is.

    Brightness, contrast, saturation and temperature go from -100 to 100, the others from 0; 0 takes the effect away.
    """

    op: Literal["effect"] = "effect"
    kind: EffectKind
    amount: int
    relative: bool = False

    def apply(self, project: Project) -> Project:
        """The same film in other colours."""
        lowest = 0 if self.kind in ONE_WAY and not self.relative else -MOST
        if not lowest <= self.amount <= MOST:
            raise EditError("bad_amount", amount=self.amount, lowest=lowest)
        return self._treated(project, self._with)

    def _with(self, old: Treatment) -> Treatment:
        amount = self.amount + (amount_of(old, self.kind) if self.relative else 0)
        amount = max(0 if self.kind in ONE_WAY else -MOST, min(amount, MOST))
        return with_effect(old, self.kind, amount)


class RemoveEffects(Treated):
    """Take effects away: those kinds, or without any all of them."""

    op: Literal["remove_effects"] = "remove_effects"
    kinds: tuple[EffectKind, ...] = ()

    def apply(self, project: Project) -> Project:
        """In the source's own colours, as far as asked."""
        return self._treated(project, self._without)

    def _without(self, old: Treatment) -> Treatment:
        stay = [effect for effect in old.effects if self.kinds and effect.kind not in self.kinds]
        return old.model_copy(update={"effects": tuple(stay)})


def amount_of(treatment: Treatment, kind: EffectKind) -> int:
    """How much of an effect there is, in percent."""
    return next((effect.amount for effect in treatment.effects if effect.kind is kind), 0)


def with_effect(treatment: Treatment, kind: EffectKind, amount: int) -> Treatment:
    """The treatment with one effect at this amount, all of them in the order of their kinds."""
    amounts = {effect.kind: effect.amount for effect in treatment.effects} | {kind: amount}
    effects = tuple(Effect(kind=one, amount=amounts[one]) for one in EffectKind if amounts.get(one))
    return treatment.model_copy(update={"effects": effects})
