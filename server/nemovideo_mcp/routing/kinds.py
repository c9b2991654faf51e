"""The kinds of words a command is made of, each with the letter that stands for it in a clause's shape."""

from enum import StrEnum


class Kind(StrEnum):
    """What a word does in a command. Lexicons file words under the names; the grammar matches the letters."""

    EXPORT = "X"  # says by itself that the film is wanted as a file
    EXTRACT = "x"  # extract, rip, convert: an export when what is made of the film is a format
    RENDER = "r"  # the same, but also said of single things ("render the text in gold")
    GIVE = "G"  # send, deliver, save: needs the film as its object
    WANT = "W"  # want, need
    HAVE = "v"  # have, got, there is
    FILM = "F"  # the whole film, or the file of it
    MATERIAL = "M"  # what a film is made from
    PROJECT = "p"
    TEXT = "t"  # subtitles, transcript: made by the agent, never by a render
    FORMAT = "f"
    SIZE = "R"
    NUMBER = "#"
    UPLOAD = "U"
    TAKE = "T"  # use, take, add: brings a file in when one is named
    HERE = "H"  # here is, this is
    CREDIT = "C"
    BALANCE = "B"
    AMOUNT = "A"  # how many, left, enough
    COST = "$"
    STATE = "S"  # status, timeline, tracks
    SHOW = "L"
    WHAT = "Q"
    HOW = "h"  # asks for an explanation
    LENGTH = "D"  # how long
    IS = "c"
    DONE = "K"
    MADE = "a"  # exported, rendered, saved: a state, but also what "get it …" asks for
    GOING = "g"  # how far along, where does it stand
    PLACE = "d"  # my computer, the disk: where a file is wanted
    SO_FAR = "n"
    TO = "P"
    OF = "O"  # ties a noun to the one before it; elsewhere it counts as TO
    WITH = "w"
    ONE = "u"  # indefinite article: not the film at hand
    ME = "m"
    YOU = "y"
    IT = "i"
    NOT = "N"
    EDIT = "E"
    ABOUT = "o"  # what follows is content
    PRAISE = "k"  # great, thanks, ok
    FILLER = "."
    THEN = "&"
    AND = "+"
    FILE = "@"
    NAME = "~"  # a file name without a folder
    QUOTE = '"'
    OTHER = "z"
