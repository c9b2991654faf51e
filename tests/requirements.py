"""The product's requirements by id, the mark that ties a test to one, and which are still to come."""

from collections.abc import Callable
from typing import Final, TypeVar

import pytest

_Test = TypeVar("_Test", bound=Callable[..., object])

# Ids of the requirements document, each said in a few words.
REQUIREMENTS: Final = {
    "AUTH-1": "NEMO_TOKEN, when set, is used as it is; no token is asked for.",
    "AUTH-2": "Otherwise a client id (UUID) goes to POST /api/auth/anonymous-token in X-Client-Id; …",
    "AUTH-3": "The client id comes from NEMO_CLIENT_ID, else the file in the user's config folder, …",
    "AUTH-4": "The token is kept on disk (owner-only permissions) with its expiry, so that a restart …",
    "AUTH-5": "A session is created before the first request is handled: …",
    "AUTH-6": "Connecting happens on first use, once, however many calls arrive together; a short …",
    "AUTH-7": "No token, client id, bearer header or raw JSON ever appears in a tool result, an error, …",
    "AUTH-8": "1001 → a new anonymous token with the same client id, once, and the call is repeated; a …",
    "AUTH-9": "1002 → a new session, and the user is told that the old timeline is gone.",
    "AUTH-10": "HTTP 400 for a missing client id → make one and repeat.",
    "AUTH-11": "429 → wait 30 s, try once more, then report when to come back.",
    "AUTH-12": "A browser link is made with a claim token (clm_…), never with the API token.",
    "HEAD-1": "Every request carries Authorization: Bearer, X-Skill-Source (frontmatter name), …",
    "HEAD-2": "The platform is read from the skill's install path: under ~/.clawhub/ → clawhub, under …",
    "HEAD-3": "Each skill variant has its own three values; two skills used in one process never share …",
    "HEAD-4": "The backend refuses an export without them with 402, and the error says which header …",
    "HEAD-5": "The headers and the token go to the API's own origin only, never to a download URL on …",
    "SKILL-1": "Every folder skills/<name>/SKILL.md becomes a tool of that name; adding a folder needs …",
    "SKILL-2": "Name, version, description, emoji, declared env come from the YAML frontmatter (a real …",
    "SKILL-3": "More skill folders can be given (--skills DIR, repeatable); the folders of ClawHub, …",
    "SKILL-4": "A broken skill (no frontmatter, bad YAML, missing name or version, wrong encoding, too …",
    "SKILL-5": "Support routing, voiceover and transcription ship with the server, each with its own …",
    "SKILL-6": "A skill that does not speak this API (its text never names /run_sse) is listed as such …",
    "ROUTE-1": "export / 导出 / download / send me the video → export.",
    "ROUTE-2": "credits / 积分 / balance / 余额 → credits.",
    "ROUTE-3": "status / 状态 / show tracks → state.",
    "ROUTE-4": "upload / 上传 / a file is attached → upload.",
    "ROUTE-5": "Everything else → chat over SSE. Only this one opens a stream.",
    "ROUTE-6": "Intent, not substring: 'add end credits', 'download icon in the corner', 'a status bar …",
    "ROUTE-7": "A prompt that edits and exports ('trim it and send me the file') does both, in that …",
    "ROUTE-8": "A prompt that comes with files uploads them first, then goes on with the rest of the …",
    "ROUTE-9": "The skill's own trigger words ('aspect ratio', 'text overlays', 'audio tracks', its …",
    "ROUTE-10": "The route taken, and why, is part of the structured result.",
    "UP-1": "mp4 mov avi webm mkv · jpg png gif webp · mp3 wav m4a aac (and jpeg). Anything else → …",
    "UP-2": "500 MB at most. Over it → 4002, said before a byte is sent, with a hint to compress or …",
    "UP-3": "Local files by multipart (field files, repeated), URLs by JSON …",
    "UP-4": "Streamed from disk: memory does not grow with the file. Progress is reported in bytes.",
    "UP-5": "The type is checked by content, not by name; an empty, truncated or mislabelled file is …",
    "UP-6": "Only paths the user may read through this server: the allowed folders (client roots …",
    "SSE-1": "POST /run_sse, Accept: text/event-stream, body in snake_case, up to 15 minutes.",
    "SSE-2": "Text → the user, after GUI translation. Tool calls and results stay inside. Thoughts …",
    "SSE-3": "heartbeat, empty data:, comments: still alive; every 2 minutes the user sees '⏳ Still …",
    "SSE-4": "Only heartbeats for 10 minutes → treated as a timeout.",
    "SSE-5": "All published event shapes are understood: the typed one, ADK's (partial and whole, …",
    "SSE-6": "Only CR, LF and CRLF end a line: U+2028, U+0085 and their kin inside JSON do not.",
    "SSE-7": "A stream that closes without text (about 30 % of edits) → the state is read and the …",
    "SSE-8": "A message is never sent twice. After a lost connection the state is polled (30 s, then …",
    "SSE-9": "Generation in two stages: the raw result is reported when it is there, the finished one …",
    "SSE-10": "A trailing 'I encountered a temporary issue' after a good answer is dropped.",
    "SSE-11": "A cancelled call closes the stream, and says what the backend had done by then.",
    "GUI-1": "'click …'/点击 → done through the endpoint; 'open …'/打开 → state; 'drag/drop'/拖拽 → edit by …",
    "GUI-2": "What describes content stays; what asks the user to operate a screen goes.",
    "GUI-3": "When the backend's answer amounts to 'click Export', and the user asked for a file, the …",
    "STATE-1": "GET …/latest; draft, video_infos, generated_media, canvas_config.",
    "STATE-2": "t tracks, tt type (0 video, 1 audio, 7 text), sg segments, d duration in ms, m …",
    "STATE-3": "Summary in this form: Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: …",
    "STATE-4": "The difference of two drafts in words ('Title added: …', 'clip 2 shortened 10 s → 6 s').",
    "STATE-5": "The draft has a revision; an edit made against an older one is answered with a conflict …",
    "CRED-1": "available, frozen, total, in one sentence. Never 'I can't check'.",
    "CRED-2": "2001: an anonymous user gets a registration link with ?bind=<id>, a registered one is …",
    "CRED-3": "402 is a matter of the plan (or of missing headers), never of credits, and is said so.",
    "CRED-4": "Export is free; what an edit or a generation costs is said before it is spent.",
    "EXP-1": "The draft is checked first: no track with a segment → 'nothing to export yet'.",
    "EXP-2": "{'id':'render_<unique>','sessionId','draft','output':{'format':'mp4','quality':'high'}}; …",
    "EXP-3": "Against the cloud every 30 s, 10 times at most; against a backend that says how soon to …",
    "EXP-4": "A failed submission is retried once, with a new id; a failed poll is retried with the …",
    "EXP-5": "The file is downloaded, verified (it decodes to the end, its length and size are what …",
    "EXP-6": "Closing the client does not orphan a job: render ids are kept, and an unfinished export …",
    "EXP-7": "One answer within seconds: a long export returns a job the client can ask about, with …",
    "EXP-8": "An existing file is never overwritten without being asked; a file appears under its …",
    "EXP-9": "mp4 (H.264/AAC), mov, webm, mkv, gif, and audio-only mp3, wav, m4a; 1080p by default, …",
    "SUP-1": "A support request is routed: billing, credits, export blocked, sign-in, upload, render, …",
    "SUP-2": "No phone number, address or promise is invented.",
    "SUP-3": "Before anyone is contacted, the likely fix is tried or named from what can be checked …",
    "SUP-4": "A ready-to-send request is written: subject, what happened, steps, versions, ids; …",
    "VOX-1": "A script (in the prompt, or a file) and a video give a video with a spoken voice, in …",
    "VOX-2": "The voice is natural and offline; voice, speed and language can be chosen; a voice can …",
    "VOX-3": "The voiceover fits the picture: per-cue timing from SRT/VTT or paragraphs, gentle …",
    "VOX-4": "Under a voiceover the other sound is ducked; loudness is levelled to −14 LUFS for the …",
    "TXT-1": "Speech in a video or sound file becomes text: plain, SRT, VTT, JSON with word times; …",
    "TXT-2": "Offline, with word times; long recordings in bounded memory, with progress.",
    "TXT-3": "Captions are cues on the timeline: they can be corrected, and they move with later cuts.",
    "TXT-4": "Silence and music give no invented words; speech in a language that is not supported is …",
    "FLOW-1": "Quick edit: upload → one sentence → MP4.",
    "FLOW-2": "Batch: several files in one session, each with its own instruction and its own render.",
    "FLOW-3": "Iterative: edit, preview, refine; the session keeps the timeline, also over a restart.",
    "MCP-1": "stdio, as Claude Desktop and Cursor start it; Streamable HTTP as an option.",
    "MCP-2": "Protocol revisions 2025-11-25 and 2026-07-28 on the same process, both tested with real …",
    "MCP-3": "At most 15 tools and 4,000 tokens of definitions; every tool has a title, all four …",
    "MCP-4": "A failure is a tool error (isError) that says what happened, what was and was not done, …",
    "MCP-5": "While anything long runs the server answers pings; progress is sent; cancellation …",
    "MCP-6": "The skills are also served as MCP skills (io.modelcontextprotocol/skills) and as …",
    "MCP-7": "Nothing but protocol on stdout; end of input ends the process within a second and …",
}

# Those that no test proves yet, with what brings them.
TO_COME: Final = {
    "MCP-6": "first-class MCP, not an issue yet",
}


def requirement(*ids: str) -> Callable[[_Test], _Test]:
    """Mark a test as the proof of one or more requirement ids."""
    unknown = set(ids) - set(REQUIREMENTS)
    if unknown:
        raise ValueError(f"no such requirement: {sorted(unknown)}")
    return pytest.mark.requirement(*ids)
