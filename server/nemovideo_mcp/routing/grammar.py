"""What a clause asks for, read from its shape: one letter a word, filler left out.

A clause is a command only when every word of it is explained. A word nobody knows makes it an edit, save in a few places
where a command has room for one ("export the wedding video for my aunt").
"""

import re
from enum import StrEnum
from functools import lru_cache

from nemovideo_mcp.routing.kinds import Kind


class Intent(StrEnum):
    """What one clause is for."""

    EXPORT = "export"
    UPLOAD = "upload"
    CREDITS = "credits"
    STATE = "state"
    HERE = "here"  # presents files without asking for anything
    DETAIL = "detail"  # a format or size on its own
    PRAISE = "praise"  # greetings, thanks, approval
    CHAT = "chat"


# (intent, the whole shape, what it must not hold). The first that matches decides. The letters are those of Kind.
_RULES: tuple[tuple[Intent, str, str], ...] = (
    # "as mp4", "1080p"
    (Intent.DETAIL, r"[PwfR#uF]*[fR][PwfR#+]*", ""),
    # "export", "can you export it now", "download as mp4"
    (Intent.EXPORT, r"[FMpfRiuP#wWvymGn+@~HTd]*[Xr][FMpfRiuP#wWymGn+Xr~d]*", r"^P(?![fR])|Gyu?[FM]|[TH]"),
    # "export the wedding film for my parents", not "export video as srt"
    (Intent.EXPORT, r"[WymG]*Xi?z{0,3}[FMp][FMpfRi#Pd]*(?:[Pw][^EKS$Xrx]{1,8})?", r"P[t]|u[tz]+F"),
    # "export for Instagram", "export with subtitles"
    (Intent.EXPORT, r"[WymG]*X[fRi#]*[Pw][^EKS$Xrx]{1,6}", r"Pz?t"),
    # "das Hochzeits… Video exportieren": the verb last
    (Intent.EXPORT, r"[Wym]*z{1,2}[FM][PfR#d]*X[Wym]*", ""),
    # "extract the audio as mp3", "convert it to mp3", "rip an mp3 from the video"
    (Intent.EXPORT, r"[Wym]*x[umi]*[FMip]+(?:P[um]*[FMip]+)?P?u*f[FfMR]*(?:[Pd][FMimpd]*)?", ""),
    (Intent.EXPORT, r"[WymFMipP]*x[umi]*P?f[FM]*(?:P[um]*[FMip]+)?d?", ""),
    # "send me the file", "save it to my computer"; not "send you a file", "send a file", "share the clip at 0:10"
    (
        Intent.EXPORT,
        r"[GWvymFpMfRiP#wn+d]*G[GWvymFpMfRiPu#wn+d]*",
        r"Gyu?[FM#]|^[^FfpiMd]*$|^[^mFfipd]*$|^[^m]*Gu[^m]*$|P#(?!R)",
    ),
    # "save a 720p copy as webm"
    (Intent.EXPORT, r"[Wym]*Gu?R+F*(?:Pu?[fR]+)?", r"Gy"),
    # "save", "送って": the film goes without saying
    (Intent.EXPORT, r"[Wymd]*G+[WymdH]*", r"Gy"),
    # "save in 4k", "deliver it at 1080p"
    (Intent.EXPORT, r"[Wymd]*G[ymi]*P[R#]*R[Rd]*", r"Gy"),
    # "send me the wedding video"
    (Intent.EXPORT, r"[Wym]*Gm?i?z{1,2}[FM][PfR#md]*", r"Gy"),
    # "I need the final file", "動画をください"; not "I need a video"
    (Intent.EXPORT, r"[WyvmP]*W[yvmP]*i?[Ff][FfRP#d]*", ""),
    (Intent.EXPORT, r"[FfRP#]+[mPi]*W", ""),
    # "upload clip.mp4", "I want to upload some photos"
    (Intent.UPLOAD, r'[FMp@~iu#PWymTHGfQA+"dv]*U[FMp@~iu#PWymTHGfA+"dv]*', r"^P|Q"),
    # "export this masterpiece"
    (Intent.EXPORT, r"[Wym]*Xiz{1,2}", ""),
    # one odd word before the verb: a wish or a name nobody listed
    (Intent.EXPORT, r"z[Wym]*[Xr][mi]*F[FMPfRd]*", ""),
    (Intent.UPLOAD, r"z[Wym]*U[miu]*[FM]+[@~]*", ""),
    # "upload the new holiday photos"
    (Intent.UPLOAD, r"[WymTHP]*U[uim#]*z{1,3}[FM][@~+FM]*", ""),
    # "use this footage: https://…"
    (Intent.UPLOAD, r"[FMmp@~iu#PWyvTH+fGn]*@[FMmp@~iu#PWyvTH+fGn]*", ""),
    # "add a clip from my phone"
    (Intent.UPLOAD, r"[Wym]*T[uim#]*[FM]+d[@~]*", ""),
    # "add these files to the project: a.mp4, b.mp4"
    (Intent.UPLOAD, r"[Wym]*Ti?[FM]+Pi?p[~+]*", r"T[^i]*p$"),
    # "let me send you a file", "enviar um arquivo"
    (Intent.UPLOAD, r"[WmP]*G(?:yu?#?[FM]+|u[FM]+[Ppi]*y?)[@~]*", r"m"),
    # "here is my clip"
    (Intent.HERE, r"[ymFMpu#iPWvf~+]*H[ymFMpu#iPWvHf~+@c]*", r"^[^FM~@i#]*$"),
    # "credits", "what is my balance", "credits left after the export?"; not "credits for my film"
    (
        Intent.CREDITS,
        r"[CBAQLcvWPmynTS#KuiD+g]*[CB][CBAQLcvWPmynXrUFipT#uKMGS]*",
        r"T[CB]|^[XUF]|^W*C+[FMXU]|^W*C+P(?!X)|^[PwW]|B[FM]",
    ),
    # "do I have enough credits to continue", "what happened to my credits"
    (Intent.CREDITS, r"[QcLvynim]*A[yvim]*[CB][vnim]*P[Xzi]{1,3}|[Qcv]+[imy]*zP?[CB][nAK]*", ""),
    # "how many left"
    (Intent.CREDITS, r"[vimcn#]*(?:A[vimcn#yP]*){2,}", ""),
    # "status", "show the timeline", "which tracks do I have"; not "what is a timeline"
    (
        Intent.STATE,
        r"[SLQKPFMpcvmyinuXrUAGWHg]*S[SLQKPFMpcvmyinXrUAWh]*",
        r"Q.*u|^[XUGWMH]|^A(?![MS])|^[FMp]*[PXU]|U.*L|^S[FMp]?[PXUK]$|G[yF]",
    ),
    # "what have we got so far", "what is in my project"; not "what do you want", "what is it"
    (
        Intent.STATE,
        r"[LymPQn]*Q[QyvcmPiFMpKnSAW]*",
        r"^[^vKSPLMnp]*$|QyW?$|QW|^Q[imcyW]*$|QP[uM]?$|Q[Fc]*i?P?u",
    ),
    # "list all clips", "show me what we have"; not "show the video"
    (Intent.STATE, r"[FMpcimyQPnv]*L[ymQvcFMpiPnKu]*", r"^[^pMnKQ]*$|u|^[FP]*Q?L[ymPiFc]*$"),
    # "what is happening on the timeline"
    (Intent.STATE, r"Q[cimy]*zPS[nK]*", ""),
    # "how long is the video"
    (Intent.STATE, r"[QPFipnMcLmS]*D[PFipncmvMLQSA]*", r"^D$"),
    # "how many clips are there"
    (Intent.STATE, r"[cvnPFpi]*A[M]+[cvnPFpiSKym]*", ""),
    # "项目里有什么": the project first, then the question
    (Intent.STATE, r"[FMpiPSn]*[pPSn][vc]*Q[vc]*M?", ""),
    # "how far along is the render"
    (Intent.STATE, r"[QcyiPnFpXrUMSm]*g[QcyimnPFpXrUMSvKWw]*", r"^g[my]$"),
    # "looks great", "I'm done", "please"
    (Intent.PRAISE, r"[kKymiFpcnPLvfHWQ&+]*[kK][kKymiFpcnPvLS&+]*", ""),
    (Intent.PRAISE, r"[ym&+]*", ""),
)
# "is the render finished?": only as a question, for a statement of it is praise
_PROGRESS = re.sub(
    r"\s",
    "",
    r"""[QFpXrUicynPm]*
    (?:[XrUFpi][nyPmiFpXr]*[KcQ]+ | [cQv]+[nypmi]*[XrUFpi][FpnPmi]*K | [cQv]+[imyn]*K | [cn]*K[cnyPmi]*[XrUFpi] | [cv][iFp]+[Xr])
    [KcPniXrUFQvA]*
    |K[cvA]*""",
)
_LONGEST = 26  # letters; a longer clause is a description
_LONGEST_QUESTION = 12


def read(shape: str, *, question: bool, attached: bool) -> Intent:
    """Return what a clause of this shape asks for.

    ``question``: a question mark follows or a question word leads. ``attached``: files came with the prompt, so
    that "use this" and "add these" speak of them.
    """
    shape = _participles(shape.replace(".", "").strip("&+"))
    if len(shape) > _LONGEST:
        return Intent.CHAT
    question = question or shape[:1] in {Kind.IS, Kind.WHAT}
    if question and len(shape) <= _LONGEST_QUESTION and re.fullmatch(_PROGRESS, _noun_phrases(shape)):
        return Intent.STATE
    asked = _noun_phrases(shape.strip("k&+"))
    if not question:
        asked = re.sub(r"(?<=[Ffp])K", "", asked)  # "la vidéo finie" is the video
        asked = re.sub(r"^E?[FM]?K+[&+]*(?=[^K]*[XrG])", "", asked)  # "when it is done, export"
    if attached and re.fullmatch(r"[WymPT]*T[FMipPu#Wm]*", asked):
        return Intent.HERE
    for intent, whole, bar in _compiled():
        said = shape if intent is Intent.PRAISE else asked
        if whole.fullmatch(said) and not bar.search(said):
            return intent
    return Intent.CHAT


def _participles(shape: str) -> str:
    """Read "exported" as the command in "get it exported", elsewhere as a state: "is it exported"."""
    return re.sub(r"(?<=[WvG][iF])a", Kind.EXPORT, shape).replace(Kind.MADE, Kind.DONE)


def _noun_phrases(shape: str) -> str:
    """Take out what only describes a noun: "finished" of the finished film, "of my dog" of its pictures."""
    shape = re.sub(r"(?<=.)h(?=[fFR])", "P", shape)  # Spanish and Portuguese "como": how, but also as
    shape = re.sub(r"K(?=[FMfp])", "", shape)
    if Kind.EXPORT in shape or Kind.UPLOAD in shape:
        shape = re.sub(r"(?<=[FM])O[muiO#]*z{1,3}$", "", shape)
    return shape.replace(Kind.OF, Kind.TO)


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[Intent, re.Pattern[str], re.Pattern[str]], ...]:
    never = r"(?!)"
    return tuple((intent, re.compile(whole), re.compile(bar or never)) for intent, whole, bar in _RULES)
