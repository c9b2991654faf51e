"""Plans: which steps a prompt becomes, in which order, and what each step carries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.routing.plan import Action, Plan, Step
from nemovideo_mcp.routing.router import route
from requirements import requirement

_CLIP = "/home/me/clip.mp4"


@requirement("ROUTE-7")
@pytest.mark.parametrize(
    ("prompt", "work"),
    [
        ("trim it and send me the file", "trim it"),
        ("make it 9:16, add captions, then download", "make it 9:16, add captions"),
        ("Cut the intro\nAdd a title\nExport", "Cut the intro\nAdd a title"),
        ('add the line "download now" at the end and export', 'add the line "download now" at the end'),
        ("加字幕然后导出", "加字幕"),
        ("把音乐调小一点，再把视频发给我", "把音乐调小一点"),
        ("Kürze den Clip auf 10 Sekunden und schick ihn mir", "Kürze den Clip auf 10 Sekunden"),
        ("Coupe le début puis exporte", "Coupe le début"),
        ("Pon música y exporta", "Pon música"),
        ("Corte o início e me envie o vídeo", "Corte o início"),
        ("Maak het korter en download het", "Maak het korter"),
        ("最後の3秒を切って動画を送って", "最後の3秒を切って"),
        ("앞부분 5초 자르고 영상 보내줘", "앞부분 5초 자르고"),
        ("قص أول 5 ثوان وأرسل لي الفيديو", "قص أول 5 ثوان"),
    ],
)
def test_an_edit_and_an_export_in_one_prompt_are_both_done_in_order(prompt: str, work: str) -> None:
    assert route(prompt).steps == (Step(Action.CHAT, text=work), Step(Action.EXPORT))


@requirement("ROUTE-7")
@pytest.mark.parametrize(
    ("prompt", "work"),
    [
        ("Add a title that says hello and export the video", "Add a title that says hello"),
        ("put a title called My Trip and download it", "put a title called My Trip"),
        (
            "add a caption saying welcome home, make it red, send me the file",
            "add a caption saying welcome home, make it red",
        ),
        ("make a video about trade and export it as mp4", "make a video about trade"),
        (
            "blur the faces and when you're done send me the video",
            "blur the faces",
        ),
        ("加标题写着你好然后导出视频", "加标题写着你好"),
        ("调亮一点导出", "调亮一点"),
        ("Füge den Titel Hallo hinzu und exportiere das Video", "Füge den Titel Hallo hinzu"),
        ("Ajoute un titre qui dit bonjour et exporte la vidéo", "Ajoute un titre qui dit bonjour"),
        ("Añade un título que diga hola y exporta el video", "Añade un título que diga hola"),
        ("Adiciona um título que diz olá e exporta o vídeo", "Adiciona um título que diz olá"),
        ("Corta para 10 segundos e baixa", "Corta para 10 segundos"),
        ("Voeg een titel toe die hallo zegt en exporteer de video", "Voeg een titel toe die hallo zegt"),
        ("「こんにちは」というタイトルを追加して動画を書き出して", "「こんにちは」というタイトルを追加して"),
        ("안녕이라는 제목을 넣고 영상 내보내줘", "안녕이라는 제목을 넣고"),
        ("أضف عنوان مرحبا ثم صدر الفيديو", "أضف عنوان مرحبا"),
    ],
)
def test_content_ends_where_an_order_names_what_is_wanted(prompt: str, work: str) -> None:
    plan = route(prompt)
    assert plan.actions == ("chat", "export")
    assert plan.steps[0].text == work


@requirement("ROUTE-6")
@pytest.mark.parametrize(
    "prompt",
    [
        "add a title that says download and win",
        "add a caption that says import, edit, and export",
        "make a tutorial showing how to import a clip and export the video",
        "I will export it later, for now just remove the pauses",
        "use the clip I uploaded and cut it to 15 seconds",
        "give the video a title",
        "Teile den Clip bei 0:10",
        "balance the left and right channels",
    ],
)
def test_words_of_commands_in_content_and_plans_do_not_command(prompt: str) -> None:
    assert route(prompt).actions == ("chat",)


@requirement("ROUTE-1", "ROUTE-4", "ROUTE-6")
@pytest.mark.parametrize(
    ("prompt", "action"),
    [
        ("send it as gif", "export"),
        ("give me the mp4", "export"),
        ("mp4 please", "export"),
        ("save in 4k", "export"),
        ("can we get this rendered?", "export"),
        ("is it rendered?", "state"),
        ("add a clip from my phone", "upload"),
        ("add these files to the project: a.mp4, b.mp4", "upload"),
    ],
)
def test_short_ways_of_asking_are_understood(prompt: str, action: str) -> None:
    assert route(prompt).actions == (action,)


@requirement("ROUTE-7")
def test_export_carries_the_format_and_resolution_that_were_said() -> None:
    assert route("export it as gif, 720p").steps == (Step(Action.EXPORT, format="gif", resolution="720p"),)
    assert route("trim it and export in Full HD as WebM").steps[1:] == (
        Step(Action.EXPORT, format="webm", resolution="1080p"),
    )
    assert route("导出4K的mp4").steps == (Step(Action.EXPORT, format="mp4", resolution="4k"),)


def test_every_request_of_a_long_prompt_is_served() -> None:
    plan = route("trim it, export it as gif, and tell me how many credits are left")
    assert plan.actions == ("chat", "export", "credits")
    assert route("Export, then add a title").actions == ("export", "chat")


@pytest.mark.parametrize(
    "prompt",
    [
        "don't export yet, first add a title",
        "do not download, just show captions",
        "how do I trim, cut and export?",
        "a tutorial on how to upload, edit, and export videos",
        "cut the talk; upload it to youtube",
        "export the subtitles as SRT",
        "先别导出，加个标题",
        "N'exporte pas encore, ajoute un titre",
    ],
)
def test_negations_questions_and_content_stay_whole(prompt: str) -> None:
    assert route(prompt).steps == (Step(Action.CHAT, text=prompt),)


@requirement("ROUTE-8")
def test_files_named_in_the_prompt_are_uploaded_first() -> None:
    assert route("upload clip.mp4 then trim the first 5 seconds").steps == (
        Step(Action.UPLOAD, files=("clip.mp4",)),
        Step(Action.CHAT, text="trim the first 5 seconds"),
    )
    assert route("use this footage: https://x.example/a.webm and cut the first 2 s").steps == (
        Step(Action.UPLOAD, files=("https://x.example/a.webm",)),
        Step(Action.CHAT, text="cut the first 2 s"),
    )
    assert route("Trim /a/b.mp4 to 5 s and export as mov").actions == ("upload", "chat", "export")
    assert route('upload "my holiday film.mp4"').steps == (
        Step(Action.UPLOAD, files=("my holiday film.mp4",)),
    )


def test_bare_names_inside_an_edit_are_clips_already_there() -> None:
    assert route("Merge intro.mp4, main.mp4, outro.mp4").actions == ("chat",)


@requirement("ROUTE-8")
@pytest.mark.parametrize(
    ("prompt", "actions"),
    [
        ("", ("upload",)),
        ("here is my clip", ("upload",)),
        ("use this", ("upload",)),
        ("这是我的视频", ("upload",)),
        ("trim it", ("upload", "chat")),
        ("export it", ("upload", "export")),
        ("what's my balance?", ("upload", "credits")),
        ("here is my clip, trim the first 5 s and export", ("upload", "chat", "export")),
    ],
)
def test_attached_files_come_first_and_the_rest_goes_on(prompt: str, actions: tuple[str, ...]) -> None:
    plan = route(prompt, attached=[_CLIP])
    assert plan.actions == actions
    assert plan.steps[0].files == (_CLIP,)


def test_an_empty_prompt_is_an_empty_chat() -> None:
    assert route("  ").steps == (Step(Action.CHAT),)


@requirement("ROUTE-9")
def test_a_skills_own_words_go_to_chat_but_its_commands_do_not() -> None:
    triggers = ["aspect ratio", "audio tracks", "export video", "voiceover"]
    assert route("show audio tracks").primary is Action.STATE
    assert route("show audio tracks", triggers=triggers).primary is Action.CHAT
    assert route("export video", triggers=triggers).primary is Action.EXPORT
    assert route("download the video with voiceover", triggers=triggers).primary is Action.EXPORT


@requirement("ROUTE-10")
def test_the_reason_quotes_the_words_that_decided() -> None:
    plan = route("trim it and send me the file")
    assert plan.why == 'is work for the editor, then asks for the finished file ("send me the file")'
    assert plan.language == "en"


@requirement("ROUTE-6")
@pytest.mark.parametrize(
    "prompt", ["/export", '"export"', "“导出”", "ＥＸＰＯＲＴ", "EXPORT!!", "exprot", "ok, export please"]
)
def test_the_form_of_a_command_does_not_matter(prompt: str) -> None:
    assert route(prompt).actions == ("export",)


def _holds(plan: Plan) -> None:
    assert plan.steps
    assert plan.why
    assert plan.language
    assert all(
        step.text.strip() or step.action is not Action.CHAT or len(plan.steps) == 1 for step in plan.steps
    )


_TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [
                *"\"'“”«»「」.,，。?！:/\\\n ",
                "export",
                "trim it",
                "and",
                "then",
                "导出",
                "然后",
                "동영상",
                "て",
                "و",
                "/a/b.mp4",
                "x.mov",
            ]
        )
    ).map("".join),
)


@given(_TEXTS, st.lists(st.text(), max_size=3))
def test_any_text_and_any_triggers_make_a_plan(prompt: str, triggers: list[str]) -> None:
    _holds(route(prompt, triggers=triggers))


@given(_TEXTS)
def test_attached_files_are_always_the_first_step(prompt: str) -> None:
    plan = route(prompt, attached=[_CLIP])
    _holds(plan)
    assert plan.primary is Action.UPLOAD
    assert plan.steps[0].files[0] == _CLIP
    assert plan.actions.count("upload") == 1


@requirement("ROUTE-6")
@given(
    st.sampled_from(
        [
            "export",
            "download the video",
            "credits",
            "show tracks",
            "upload",
            "导出",
            "send me the file, then export",
        ]
    ),
    st.sampled_from(['"{}"', "“{}”", "'{}'", "「{}」", "«{}»"]),
    st.sampled_from(
        ["add a title saying {}", "put {} at 0:05", "加字幕{}", "{} in red at the end", "Ajoute le texte {}"]
    ),
)
def test_quoted_words_are_content_never_a_command(said: str, quotes: str, edit: str) -> None:
    prompt = edit.format(quotes.format(said))
    assert route(prompt).steps == (Step(Action.CHAT, text=prompt),)


@requirement("ROUTE-7")
@given(
    st.text(alphabet="bcdfghjkmpqvwxz ", min_size=3, max_size=40).filter(lambda text: len(text.split()) > 1)
)
def test_work_before_an_export_keeps_its_words(noise: str) -> None:
    work = " ".join(f"trim {noise}".split())
    plan = route(f"{work}, then export")
    assert plan.actions == ("chat", "export")
    assert plan.steps[0].text == work


@pytest.mark.parametrize(
    "piece", ['"', "«", "a-", "a.b", "export. ", "动", "잘라서 ", "trim the video and ", "/", "🙂", "x\u0301"]
)
def test_very_long_prompts_are_read_at_their_ends(piece: str) -> None:
    """Every end of a clause is a place to look at; an exploding pattern would not come back from these."""
    long = piece * (100_000 // len(piece))
    assert route(f"{long}\nexport as gif").steps[-1] == Step(Action.EXPORT, format="gif")


def test_urls_in_the_middle_of_a_very_long_prompt_are_not_lost() -> None:
    story = "The sea was calm and the boat moved slowly along the coast. " * 200
    plan = route(f"{story} Use https://x.example/a.mp4 here. {story}")
    assert plan.steps[0] == Step(Action.UPLOAD, files=("https://x.example/a.mp4",))


@requirement("ROUTE-7")
@pytest.mark.parametrize(
    ("prompt", "step"),
    [
        (
            "export as 480p mp4 to /tmp/x/here.mp4",
            Step(Action.EXPORT, format="mp4", resolution="480p", path="/tmp/x/here.mp4"),  # noqa: S108  said, not written
        ),
        (
            "send me the file as 480p to ~/Movies/a.webm",
            Step(Action.EXPORT, format="webm", resolution="480p", path="~/Movies/a.webm"),
        ),
        (
            "save it as holiday.mp4 in 480p",
            Step(Action.EXPORT, format="mp4", resolution="480p", path="holiday.mp4"),
        ),
        ("export to ~/Desktop", Step(Action.EXPORT, path="~/Desktop")),
        ("导出到/out/a.mp4", Step(Action.EXPORT, format="mp4", path="/out/a.mp4")),
        ("動画を/out/a.mp4に書き出して", Step(Action.EXPORT, format="mp4", path="/out/a.mp4")),
        ("exportiere das Video nach /out/a.mov", Step(Action.EXPORT, format="mov", path="/out/a.mov")),
        ("Als MP4 exportieren", Step(Action.EXPORT, format="mp4")),
        ("i want the video file", Step(Action.EXPORT)),
        ("export the mov as mp4", Step(Action.EXPORT, format="mp4")),
        ("export as prores", Step(Action.EXPORT, text="prores")),
        ("export as mp4 without sound", Step(Action.EXPORT, text="without sound", format="mp4")),
    ],
)
def test_an_export_says_where_to_and_what_else(prompt: str, step: Step) -> None:
    assert route(prompt).steps == (step,)


@requirement("ROUTE-7")
@pytest.mark.parametrize(
    "prompt",
    [
        "export two versions: mp4 and webm",
        "export two versions, mp4 and webm",
        "export as mp4 and as webm",
        "导出mp4和webm",
    ],
)
def test_two_formats_are_two_exports(prompt: str) -> None:
    assert route(prompt).steps == (Step(Action.EXPORT, format="mp4"), Step(Action.EXPORT, format="webm"))


@requirement("ROUTE-8")
def test_a_file_that_comes_in_and_one_that_goes_out_are_told_apart() -> None:
    plan = route("upload /in/a.mp4, trim it and export to /out/b.mp4")
    assert plan.actions == ("upload", "chat", "export")
    assert (plan.steps[0].files, plan.steps[2].path) == (("/in/a.mp4",), "/out/b.mp4")


@requirement("ROUTE-8")
@pytest.mark.parametrize(
    "prompt",
    [
        "add background music",
        "add this song",
        "加背景音乐",
        "ajoute de la musique",
        "añade música",
        "adicione música",
        "voeg muziek toe",
        "أضف موسيقى",
    ],
)
def test_a_material_that_is_laid_over_the_film_is_brought_in_and_used(prompt: str) -> None:
    assert route(prompt, attached=[_CLIP]).actions == ("upload", "chat")
