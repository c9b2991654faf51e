"""H.264 as it lies in a file: its parameter sets, the units of a packet, and two encodings of one picture side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

_HEADER: Final = 6
_FOUR_BYTES: Final = (
    3  # the last two bits of the fifth byte: how long the length before each unit is, less one
)
_EXTENDED: Final = (100, 110, 122, 144)  # profiles whose record ends with the picture's format
_HIGHEST_ID: Final = 31


class BadStream(ValueError):
    """The bytes are not what this reader knows; the sentence says what is odd."""


class Unit(IntEnum):
    """The types of unit that matter to a cut."""

    IDR = 5
    SEQUENCE = 7
    PICTURE = 8


@dataclass(frozen=True)
class ParameterSets:
    """The sequence and picture parameter sets of a stream, with the profile, compatibility and level bytes they need."""

    profile: bytes
    sequences: tuple[bytes, ...]
    pictures: tuple[bytes, ...]

    @property
    def ids(self) -> frozenset[int]:
        """The numbers that are taken, by either kind."""
        numbers = [_number(one[4:]) for one in self.sequences] + [_number(one[1:]) for one in self.pictures]
        return frozenset(numbers)

    @property
    def free_id(self) -> int:
        """A number that no set has. Raises BadStream when all are taken."""
        taken = self.ids
        for number in range(_HIGHEST_ID, -1, -1):
            if number not in taken:
                return number
        raise BadStream("every number of a parameter set is taken")

    def with_others(self, other: "ParameterSets") -> "ParameterSets":
        """Both, for a stream in which either coding comes up. Raises BadStream when they share a number."""
        if self.ids & other.ids:
            raise BadStream("two parameter sets have one number")
        first, second = self.profile, other.profile
        profile = bytes([max(first[0], second[0]), first[1] & second[1], max(first[2], second[2])])
        return ParameterSets(profile, self.sequences + other.sequences, self.pictures + other.pictures)

    def record(self) -> bytes:
        """As the decoder configuration record of MP4 and Matroska; the lengths in the packets have four bytes."""
        parts = [b"\x01", self.profile, bytes([0xFC | _FOUR_BYTES, 0xE0 | len(self.sequences)])]
        parts += [len(one).to_bytes(2) + one for one in self.sequences]
        parts += [bytes([len(self.pictures)])]
        parts += [len(one).to_bytes(2) + one for one in self.pictures]
        if self.profile[0] in _EXTENDED:
            parts.append(b"\xfd\xf8\xf8\x00")  # 4:2:0, eight bits, eight bits, no extensions
        return b"".join(parts)


def parameter_sets(record: bytes) -> ParameterSets:
    """Read a decoder configuration record. Raises BadStream for any other form."""
    if len(record) <= _HEADER or record[0] != 1 or record[4] & 3 != _FOUR_BYTES:
        raise BadStream("the stream has no record of its parameter sets, or short lengths")
    sequences, at = _sets(record, _HEADER, record[5] & 0x1F)
    if at >= len(record):
        raise BadStream("the record of the parameter sets ends early")
    pictures, _ = _sets(record, at + 1, record[at])
    if not sequences or not pictures:
        raise BadStream("a parameter set is missing")
    return ParameterSets(record[1:4], sequences, pictures)


def _sets(record: bytes, at: int, count: int) -> tuple[tuple[bytes, ...], int]:
    found = []
    for _ in range(count):
        end = at + 2 + int.from_bytes(record[at : at + 2])
        if end > len(record) or end < at + 6:
            raise BadStream("the record of the parameter sets ends early")
        found.append(record[at + 2 : end])
        at = end
    return tuple(found), at


def _number(body: bytes) -> int:
    """The first number in a parameter set: its own; unsigned Exp-Golomb."""
    bits = "".join(f"{byte:08b}" for byte in body[:8])
    zeros = len(bits) - len(bits.lstrip("0"))
    if 2 * zeros + 1 > len(bits):
        raise BadStream("a parameter set has no number")
    return int(bits[zeros : 2 * zeros + 1], 2) - 1


def units(packet: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Type and bytes of each unit of a packet, none of it left over. Raises BadStream when they do not fill it exactly."""
    at, whole = 0, len(packet)
    while at < whole:
        end = at + 4 + int.from_bytes(packet[at : at + 4])
        if end > whole or end == at + 4:
            raise BadStream("a packet is damaged: its units do not fill it")
        yield packet[at + 4] & 0x1F, packet[at + 4 : end]
        at = end


def is_entry(packet: memoryview, known: ParameterSets) -> bool:
    """Whether decoding can begin with this packet as if nothing had been before it.

    Raises BadStream when it is damaged or brings parameter sets that the stream's record does not know.
    """
    types = set()
    for kind, unit in units(packet):
        types.add(kind)
        if kind in (Unit.SEQUENCE, Unit.PICTURE) and not _among(unit, known.sequences + known.pictures):
            raise BadStream("the parameter sets change on the way")
    return Unit.IDR in types


def _among(unit: memoryview, known: Iterable[bytes]) -> bool:
    return any(unit == one for one in known)
