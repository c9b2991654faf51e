"""What is made without any upload: a card in an empty project is seen, and is undone like everything else."""

from studio.http.calling import Caller, events


def test_a_card_in_an_empty_project_is_a_film(caller: Caller) -> None:
    """Its words on it; its picture comes from the studio itself."""
    said = events(caller.say('add a title card "Hi" for 2 seconds'))[-1]["content"]["parts"][0]["text"]
    assert "Card" in said
    draft = caller.draft()
    assert draft["d"] == 2000
    assert [track["role"] for track in draft["t"]] == ["main", "title"]
    caller.say("undo")
    assert caller.draft()["d"] == 0
