"""Where in a clause it is said which file or folder an export goes to: "to ~/Movies/a.mp4", "导出到/tmp/a.mp4"."""

from collections.abc import Iterator, Sequence

from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.scan import Token

_ASKING = {Kind.EXPORT, Kind.RENDER, Kind.GIVE}
_BETWEEN = {Kind.FILLER, Kind.PLACE, Kind.IT}  # "to the folder ~/Movies"
_ONTO = ("到", "成", "为", "為", "进", "至", "在")  # a Chinese verb may end with the "to"
_SAVING = {
    "save",
    "保存",
    "储存",
    "另存",
    "存",
}  # of the verbs that give, those that need no "to" before a path
_AFTER = {Kind.SIZE, Kind.FILLER, Kind.PRAISE, Kind.ME, Kind.YOU}  # "export a.mp4 480p please"


def places(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Give, for every path that may be an export's, the first token of "to PATH" and the one after its last."""
    if not any(token.kind in _ASKING for token in tokens):
        return
    for at, token in enumerate(tokens):
        if not is_path(token):
            continue
        first = _before(tokens, at)
        if tokens[first].kind is Kind.TO or (first == at and _ends_onto(tokens[at - 1] if at else None)):
            yield first, at + 1
        elif at + 1 < len(tokens) and tokens[at + 1].kind is Kind.TO:  # "PATHに書き出して"
            yield at, at + 2
        elif _follows_order(tokens, at):  # "export /tmp/a.mp4", "导出a.mp4"
            yield at, at + 1


def file_in(tokens: Sequence[Token]) -> Token:
    """Return the path among these tokens; its ``word`` is the path as it was written."""
    token = next(token for token in tokens if is_path(token))
    return token._replace(word=token.path or token.word)


def is_path(token: Token) -> bool:
    """Tell whether a token may be a path on this machine."""
    written = token.word.lower()
    if token.kind is Kind.FILE:
        return "://" not in written or written.startswith("file://")
    return token.kind is Kind.NAME or bool(token.path)


def _before(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the "to" before a path, or the path's own when there is none."""
    first = at
    while first > 0 and tokens[first - 1].kind in _BETWEEN:
        first -= 1
    return first - 1 if first > 0 and tokens[first - 1].kind is Kind.TO else at


def _follows_order(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a path stands right behind the order to make a file, with nothing more to do after it."""
    before = tokens[at - 1] if at else None
    ordered = before is not None and (
        before.kind in {Kind.EXPORT, Kind.RENDER} or (before.kind is Kind.GIVE and before.word in _SAVING)
    )
    rest = tokens[at + 1 :]
    return ordered and all(t.kind in _AFTER or (t.kind is Kind.TO and t is not rest[-1]) for t in rest)


def _ends_onto(token: Token | None) -> bool:
    return token is not None and token.kind in _ASKING and token.word.endswith(_ONTO)
