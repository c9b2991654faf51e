"""English words of the vocabulary; alternatives stand between bars."""

from fractions import Fraction
from typing import Any, Final

EN_WORDS: Final[dict[str, str]] = {
    "REMOVE": "remove|delete|get rid of|take out|take away|drop|erase|discard|throw away|throw out|cut out|cut off|cut away|trim off|"
    "trim away|trim out|slice off|chop off|chop out|strip|strip out|lose|kill|eliminate|edit out|leave out|skip|clip off|"
    "lop off|crop out|shave off|shave",
    "TAKE": "take",
    "CUT": "cut|chop|snip|slice",
    "TRIM": "trim|shorten|limit|cap|cut down|trim down|chop down",
    "KEEP": "keep|keep only|retain|preserve|leave only|only keep|just keep|extract|use only|only use|save only|isolate",
    "SPLIT": "split|divide|break|cut in two|separate",
    "MOVE": "move|send|bring|shift|relocate",
    "SWAP": "swap|switch|exchange|switch around|swap around|trade",
    "ORDER": "reorder|rearrange|re order|re arrange|arrange|order|put in order|change the order|sequence",
    "REVORDER": "reverse the order|reverse order|reverse clip order|flip the order",
    "JOIN": "join|merge|combine|concatenate|concat|stitch|stitch together|put together|join up|glue|splice|append together",
    "PUT": "put|place|show|display|render|have",
    "ADD": "add|insert|include|overlay|write|lay|drop in|throw in|give|superimpose|put in|apply|"
    "create|type|stick|slap|attach|append",
    "USE": "use|play|run",
    "CHANGE": "change|set|make|turn|edit|update|adjust|modify|alter|convert|switch to|reframe|resize|reformat|transform",
    "REPLACE": "replace|swap out|substitute",
    "TITLE": "title|titles|text|texts|heading|headline|text overlay|text overlays|title text|title card|the words|words|line|label|"
    "banner|message|sign",
    "CAPTION": "caption|subtitle",
    "FADE_IN": "fade in|fades in|fade in transition|fade in effect|fade from black|fade up|fade up from black|fade in from black|fading in|fade in at the beginning",
    "FADE_OUT": "fade out|fades out|fade out transition|fade out effect|fade to black transition|fade to black|fade out to black|fade away|fading out|fade down",
    "FADE_BOTH": "fade in and out|fade in and fade out|fade in out|fades in and out|fade out and in",
    "FADE": "fade|fades",
    "VOLUME": "volume|sound level|audio level|loudness|level|volume level|gain|as loud",
    "LOUDER": "louder|turn up|pump up|crank up|amplify|boost|increase|raise",
    "QUIETER": "quieter|softer|turn down|lower|reduce|decrease|soften|bring down|less loud|drop the volume|dim",
    "SOUND": "sound|audio|sounds|audio track|sound track",
    "ORIGINAL": "original|own|camera|its own|existing|video's|clip's",
    "MUSIC": "music|bgm|background music|background track|background song|background audio|soundtrack|song|tune|music track|backing track|"
    "score|beat|background sound|music bed|background tune|songs",
    "STYLE": "lo fi|lofi|upbeat|calm|cinematic|chill|jazz|rock|pop|epic|happy|sad|acoustic|electronic|ambient|relaxing|energetic|"
    "piano|hip hop|classical|soft background|dramatic|corporate|royalty free|gentle|funky",
    "MUTE": "mute|silence|make silent|turn off|switch off",
    "UNMUTE": "unmute|un mute|turn on|switch on|turn back on|bring back|restore",
    "SPEED": "speed|playback speed|pace|tempo|playback|playback rate|speed change",
    "FASTER": "speed up|faster|accelerate|quicker|fast forward|sped up|hasten",
    "SLOWER": "slow down|slower|slow|decelerate|slowed down|slowdown",
    "SLOWMO": "slow motion|slow mo|slowmo|slomo",
    "NORMAL": "normal|normal speed|regular|real time|original speed|regular speed|default",
    "CROP": "without black bars|without any black bars|without bars|no black bars|no bars|crop|crop to fill|fill|fill the frame|fill the screen|center crop|zoom to fill|cropped",
    "PAD": "pad|letterbox|letterboxed|pillarbox|with bars|bars|black bars|with black bars|padding|padded|fit|without cropping|no cropping|"
    "don't crop|do not crop|no crop|uncropped|instead of cropping|rather than cropping",
    "SHAPEWORD": "aspect ratio|aspect|ratio|format|orientation|shape|mode|version|frame|canvas|dimensions",
    "UNDO": "undo|revert|go back|take that back|undo that|undo the last change|undo the last edit|undo last|undo it|roll back|"
    "undo the last step|undo my last change|undo last change|undo last edit|step back|undo that last change|undo this",
    "STEPS": "changes|edits|steps|actions|things|step|action",
    "REDO": "redo|redo that|redo it|undo the undo|redo the last change|redo last|repeat the undone change",
    "RENAME": "rename|call|name|retitle",
    "NAME": "name|project name|project's name",
    "PROJECT": "project|the project|this project",
    "STARTOVER": "start over|start again|start from scratch|reset|reset everything|start fresh|begin again|back to the original|"
    "undo everything|restore the original|revert to the original|revert everything|discard all changes|scrap everything",
    "CLEAR": "clear|clear everything|clear the timeline|empty the timeline|empty|remove everything|delete everything|"
    "delete all clips|remove all clips|delete all the clips",
    "TIMELINE": "timeline|the timeline|track|tracks",
    "BEGIN": "start|begin",
    "FINISH": "end|stop|finish",
    "LENGTHWORD": "duration|length|runtime|running time|long|time|total length|total duration|in length|in total|seconds long",
    "SHORTER": "shorter",
    "LONGER": "longer",
    "ENTIRE": "whole|entire|throughout|the whole time|all the way through|all along|the whole way|the entire time|full|for the whole|entire length",
    "ALL": "all|everything|every|whole thing|all of it|anything|all the|each|both|the rest|rest",
    "ONLY": "only|just|nothing but|alone|solely",
    "PART": "part|parts|section|sections|bit|bits|portion|portions|stuff|segment|piece|range|interval|chunk",
    "VAGUE": "middle part|middle section|boring part|boring parts|middle bit|best part|best parts|best moments|the middle|awkward parts|bad parts|"
    "interesting parts|good parts|intro|outro|beginning|ending",
    "FILM": "video|film|movie|footage|video file|whole video|whole film|recording|vid|picture|image|screen video|"
    "my video|the video|whole thing|the whole thing|entire video|vlog|reel|edit",
    "IT": "it|this|that|them|these|those",
    "CLIPWORD": "clip|shot|scene|photo|the clip",
    "CLIPS": "clips|videos|segments|shots|scenes|files|pieces|pictures|images|photos|recordings|uploads|uploaded clips|the clips|these clips|the files",
    "ALLCLIPS": "all clips|all the clips|every clip|each clip|"
    "both clips|all of the clips|all my clips|all uploaded clips|"
    "both videos|all videos|all files|all of them|both of them",
    "INORDER": "in order|in sequence|in that order|in this order|one after the other|one after another|back to back|in upload order|together|"
    "into one|into one video|into a single video|into one file|into one clip|into a single clip|as one|as one video|one video|single video|"
    "into one film",
    "AGAIN": "again|once more|one more time|a second time|another time",
    "FRONT": "first|to the front|to first|at the front|in front|up front|to the top of the timeline|first position|first place|"
    "to the first position",
    "BACK": "last|to the back|to last|in last place|at the back|last position|last place|to the last position",
    "BEFORE": "before|in front of|ahead of",
    "AFTER": "after|behind|following",
    "POSITION": "position|spot|slot",
    "UNDER": "under|underneath|behind everything|beneath|in the background|background|under everything|below everything|as background",
    "SCREEN": "on screen|on the screen|screen|on top of|on the video|on the picture|onto|over the video|over the picture|on it|across|across the screen|"
    "on top of the video|on my video|to my video|on the frame|of the screen|of the frame|of the picture|of the image|frame",
    "SAYING": "saying|that says|which says|reading|that reads|which reads|says|reads|with the text|with the words|called|titled|with text|"
    "with the title|which read|to say|to read|say|read|with the message|named",
    "SIZEWORD": "size|font size|text size|sized|letters|lettering|letter size",
    "COLORWORD": "color|colour|colored|coloured|font color|font colour|text color|text colour",
    "BIGGER": "bigger|larger|enlarge|increase the size|make bigger|increase the size of",
    "SMALLER": "smaller|shrink|reduce the size|tinier",
    "POSITIONING": "aligned|positioned",
    "SHOWSTATE": "show timeline|show the timeline|show tracks|show me the timeline|what's on the timeline|what is on the timeline|show state|status|"
    "what do we have|show me what we have|what's in it|show project|show the project|list clips|list the clips|show the clips|show clips",
    "EXPORT": "export|download|save|render it|export it|export the video|download it|send me the file|send me the video|save it|export as|save as|"
    "give me the file|produce|output|deliver|export to|hand me the file|send it|get the file|share",
    "CONTAINER": "mp4|mov|webm|mkv|gif|avi|1080p|720p|4k|hd|full hd|final cut|final video|clean|final|file|1440p|2160p|480p|1080|"
    "a 1080p mp4",
    "TO": "to|into|till|until|at|up to|as",
    "DOWNTO": "down to",
    "BY": "by",
    "IN": "in",
    "UP": "up",
    "DOWN": "down",
    "OUT": "out",
    "OFF": "off",
    "EXCEPT": "except|except for|besides|apart from|other than|everything but|all but",
    "BOTHENDS": "both ends|each end|both sides|either end|the start and the end|start and end|the beginning and the end|the beginning and end",
    "NO": "no|not|don't|do not|never|without|isn't|cancel|but not",
}
EN_VERBS: Final = frozenset(
    [
        "REMOVE",
        "TAKE",
        "CUT",
        "TRIM",
        "KEEP",
        "SPLIT",
        "MOVE",
        "SWAP",
        "ORDER",
        "JOIN",
        "ADD",
        "PUT",
        "USE",
        "CHANGE",
        "REPLACE",
        "FADE",
        "MUTE",
        "UNMUTE",
        "CROP",
        "PAD",
        "RENAME",
        "FASTER",
        "SLOWER",
        "LOUDER",
        "QUIETER",
        "EXPORT",
        "UNDO",
        "REDO",
    ]
)
EN_VALUES: Final[dict[str, dict[Any, str]]] = {
    "SHAPE": {
        "9:16": "vertical|vertically|portrait|upright|tall|portrait mode|vertical video|vertical format|portrait format|phone format",
        "16:9": "landscape|horizontal|horizontally|widescreen|wide screen|landscape mode|horizontal video",
        "1:1": "square|squared",
    },
    "PLATFORM": {
        "9:16": "tiktok|tik tok|reel format|reels|instagram reels|instagram reel|youtube shorts|youtube short|shorts|stories|instagram stories|"
        "instagram story|snapchat|facebook reels|ig reels|story format",
        "16:9": "youtube|vimeo|tv|you tube|television",
        "4:5": "instagram|ig|instagram post|instagram feed|insta",
    },
    "PLACE": {
        "top-left": "top left|upper left|top left corner|upper left corner|left top",
        "top": "top|top center|top centre|top middle|upper part|upper third|on top|above|top third|up top|upper",
        "top-right": "top right|upper right|top right corner|upper right corner",
        "left": "on the left|left side|left hand side|to the left|middle left|center left|left edge|left",
        "center": "center|centre|centered|centred|in the middle|middle of the screen|in the center|dead center|middle of the frame|middle of the picture|"
        "in the middle of the screen|in the centre|in the middle of the picture|in the middle of the frame|center of the screen",
        "right": "on the right|right side|right hand side|to the right|middle right|center right|right edge|at right",
        "bottom-left": "bottom left|lower left|bottom left corner|lower left corner",
        "bottom": "bottom|bottom center|bottom centre|bottom middle|lower part|below|bottom third",
        "bottom-right": "bottom right|lower right|bottom right corner|lower right corner",
    },
    "COLOR": {
        "#ffffff": "white",
        "#000000": "black",
        "#ff0000": "red",
        "#00c853": "green",
        "#2979ff": "blue",
        "#ffeb3b": "yellow",
        "#ff9800": "orange",
        "#9c27b0": "purple|violet",
        "#ff69b4": "pink",
        "#808080": "grey|gray",
        "#00bcd4": "cyan|turquoise|teal",
        "#ffd700": "gold|golden",
        "#795548": "brown",
        "#ff00ff": "magenta",
        "#c0c0c0": "silver",
    },
    "SIZE": {
        4: "tiny|very small",
        6: "small|little|small text",
        8: "medium|normal size|medium size|regular size",
        12: "big|large|big text|large text|bold big|in big letters|in large letters|big letters",
        16: "huge|very big|very large|giant|enormous|massive|extra large",
    },
    "BREAK": {
        "soft": "and|plus|also|as well as",
        "then": "then|and then|after that|afterwards|next|finally|lastly|and finally|followed by",
    },
    "FACTOR": {
        Fraction(2): "twice as fast|double speed|double the speed|twice the speed|double time",
        Fraction(1, 2): "half speed|half the speed|half as fast|half its speed|half of the speed",
        Fraction(1, 4): "quarter speed|a quarter of the speed|quarter the speed",
        Fraction(3): "triple speed|triple the speed|three times as fast",
    },
}
EN_FILLERS: Final = (
    "oops|whoops|over|uploaded|no watermark|without watermark|without a watermark|without any watermark|please|pls|plz|thanks|thank you|thx|can you|could you|would you|will you|i want you to|i want to|i would like to|i'd like to|i'd like you to|i'd like|"
    "i want|i need|i need you to|i would like|let's|lets|let us|help me|help me to|can you help me|just go ahead and|go ahead and|kindly|hey|hi|hello there|ok|"
    "okay|so|now|well|alright|a|an|the|my|our|your|its|his|her|their|me|us|you|i|we|some|of|for|on|with|from|in the|is|are|be|should|will|would|"
    "must|shall|can|could|there|here|which|who|too|right now|nice|nicely|a bit|a little|slightly|little bit|a lot|much|more|bit of|somehow|"
    "like|um|uh|er|actually|maybe|perhaps|do|does|did|doing|want|need|and also|first of all|to be|being|been|go|going|get|gets|quickly|simply|"
    "beautiful|new|for me|for us|as well|this time|exactly|precisely|around|about|approximately|mark|possible|if possible|same|any|"
    "during|while|so that|so it|such that|that is|that's|it's|i'm|currently|looks|look|appear|appears|appearing|lasting|stays|stay|starting|ending|"
    "really|very|good|great|awesome|cool|friend|buddy|dude|man|please do|try to|try|see if you can|gimme|would be|the following|following text|over time|"
    "yet|smooth|smoothly|little|short|quick|long one|simple|plain|bold|onto it|'s|away|back|stretch"
)
